package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.stream.Stream;

import fr.passerelle.generateur.Tirage.Sujet;

/** {@code BEE_ELEVES}, with addresses: élèves, their options, their structures. */
final class SiecleEleves {

	private final College college;

	private final Tirage tirage;

	SiecleEleves(College college) {
		this.college = college;
		this.tirage = college.etablissement().tirage();
	}

	void ecrire(Document xml) {
		xml.ouvrir("ELEVES");
		eleves().forEach((eleve) -> eleve(xml, eleve));
		xml.fermer().ouvrir("OPTIONS");
		eleves().forEach((eleve) -> options(xml, eleve));
		xml.fermer().ouvrir("STRUCTURES");
		this.college.structure()
			.blocs()
			.forEach((bloc) -> bloc.eleves().forEach((eleve) -> structures(xml, bloc, eleve)));
		xml.fermer().vide("BOURSES").ouvrir("ADRESSES");
		eleves().forEach((eleve) -> adresse(xml, eleve));
		xml.fermer();
	}

	private Stream<Eleve> eleves() {
		return this.college.structure().blocs().flatMap(Bloc::eleves);
	}

	private void eleve(Document xml, Eleve eleve) {
		xml.ouvrir("ELEVE", "ELEVE_ID", eleve.id(), "ELENOET", eleve.elenoet());
		identite(xml, eleve);
		naissance(xml, eleve);
		scolarite(xml, eleve);
		xml.fermer();
	}

	private void identite(Document xml, Eleve eleve) {
		String uai = this.college.etablissement().uai().code();
		String usage = eleve.identite().nomUsage();
		xml.valeur("ID_NATIONAL", eleve.identite().ine())
			.valeur("ID_ELEVE_ETAB",
					(eleve.elenoet() != null) ? Chiffres.sur(5, eleve.rang() + 1L) + uai.substring(1, 7) : null)
			.valeur("NOM_DE_FAMILLE", eleve.identite().nom())
			.valeur("NOM_USAGE", (usage.isEmpty() && eleve.rang() % 2 == 0) ? null : usage)
			.valeur("PRENOM", eleve.identite().prenom());
	}

	private void naissance(Document xml, Eleve eleve) {
		LocalDate naissance = eleve.identite().naissance();
		int age = this.college.annee().valeur() - naissance.getYear();
		xml.valeur("DATE_NAISS", College.FRANCAISE.format(naissance))
			.valeur("DOUBLEMENT", (age > eleve.niveau().age()) ? 1 : 0)
			.valeur("CODE_PAYS", "100")
			.valeur("ACCEPTE_SMS", eleve.rang() % 2);
	}

	private void scolarite(Document xml, Eleve eleve) {
		Etablissement etablissement = this.college.etablissement();
		xml.valeur("DATE_SORTIE", eleve.parti() ? College.FRANCAISE.format(eleve.sortie()) : null)
			.valeur("CODE_REGIME", eleve.regime())
			.valeur("DATE_ENTREE", College.FRANCAISE.format(eleve.entree()))
			.valeur("ADRESSE_ID", numeroAdresse(this.college.foyers().foyer(eleve.rang())))
			.valeur("CODE_MOTIF_SORTIE", eleve.parti() ? "10" : null)
			.valeur("CODE_SEXE", eleve.identite().sexe())
			.valeur("CODE_PAYS_NAT", "100")
			.valeur("CODE_STATUT", "ST")
			.valeur("CODE_MEF", eleve.avecMef() ? eleve.niveau().mef : null)
			.valeur("CODE_DEPARTEMENT_NAISS", etablissement.departement())
			.valeur("CODE_COMMUNE_INSEE_NAISS",
					SiecleTables.commune(etablissement,
							this.tirage.parmi(Sujet.COMMUNE, -1L - eleve.rang(), Lexique.COMMUNES.size())))
			.valeur("ADHESION_TRANSPORT", 0);
	}

	private void options(Document xml, Eleve eleve) {
		if (!eleve.avecMef()) {
			return;
		}
		xml.ouvrir("OPTION", "ELEVE_ID", eleve.id(), "ELENOET", eleve.elenoet());
		option(xml, 1, "O", Matiere.ANGLAIS);
		if (eleve.niveau() != Niveau.SIXIEME) {
			option(xml, 2, "O", (eleve.langue() == 0) ? Matiere.ESPAGNOL : Matiere.ALLEMAND);
			if (eleve.latin()) {
				option(xml, 3, "F", Matiere.LATIN);
			}
		}
		xml.fermer();
	}

	private static void option(Document xml, int numero, String modalite, Matiere matiere) {
		xml.ouvrir("OPTIONS_ELEVE")
			.valeur("NUM_OPTION", numero)
			.valeur("CODE_MODALITE_ELECT", modalite)
			.valeur("CODE_MATIERE", matiere.code)
			.fermer();
	}

	private void structures(Document xml, Bloc bloc, Eleve eleve) {
		xml.ouvrir("STRUCTURES_ELEVE", "ELEVE_ID", eleve.id(), "ELENOET", eleve.elenoet());
		structure(xml, eleve.division().code(), "D");
		if (eleve.secondeDivision() != null) {
			structure(xml, eleve.secondeDivision().code(), "D");
		}
		if (this.college.semis().faute(eleve.rang()) != Faute.ABSENT) {
			bloc.groupes(eleve).forEach((groupe) -> structure(xml, groupe.code(), "G"));
		}
		xml.fermer();
	}

	private static void structure(Document xml, String code, String type) {
		xml.ouvrir("STRUCTURE").valeur("CODE_STRUCTURE", code).valeur("TYPE_STRUCTURE", type).fermer();
	}

	/** One address for brothers and sisters: the eldest's is written. */
	private void adresse(Document xml, Eleve eleve) {
		int foyer = this.college.foyers().foyer(eleve.rang());
		if (foyer == eleve.rang()) {
			SiecleTables.adresse(xml, numeroAdresse(foyer), this.college.foyers().adresse(foyer, 0));
		}
	}

	static long numeroAdresse(int foyer) {
		return 8_000_000L + 2L * foyer;
	}

}
