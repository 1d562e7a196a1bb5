package fr.passerelle.generateur;

import java.util.function.Consumer;

import fr.passerelle.generateur.Tirage.Sujet;

/** {@code BEE_RESPONSABLES}: two persons per family, a third of them apart. */
final class SiecleResponsables {

	private final College college;

	private final Foyers foyers;

	private final Tirage tirage;

	SiecleResponsables(College college) {
		this.college = college;
		this.foyers = college.foyers();
		this.tirage = college.etablissement().tirage();
	}

	void ecrire(Document xml) {
		xml.ouvrir("PERSONNES");
		parEleve((eleve) -> personnes(xml, eleve.rang()));
		xml.fermer().ouvrir("RESPONSABLES");
		parEleve((eleve) -> responsables(xml, eleve));
		xml.fermer().ouvrir("ADRESSES");
		parEleve((eleve) -> adresses(xml, eleve.rang()));
		xml.fermer();
	}

	private void parEleve(Consumer<Eleve> action) {
		this.college.structure().blocs().flatMap(Bloc::eleves).forEach(action);
	}

	private void personnes(Document xml, int rang) {
		if (this.foyers.foyer(rang) == rang) {
			Foyers.Menage menage = this.foyers.menage(rang);
			personne(xml, rang, 0, "MME", menage);
			personne(xml, rang, 1, "M.", menage);
		}
	}

	private void personne(Document xml, int foyer, int place, String civilite, Foyers.Menage menage) {
		String nom = (place == 0) ? this.foyers.autreNom(foyer) : this.foyers.nom(foyer);
		boolean contact = place == 1 && menage == Foyers.Menage.SEUL;
		xml.ouvrir("PERSONNE", "PERSONNE_ID", personne(foyer, place))
			.valeur("LC_CIVILITE", civilite)
			.valeur("LL_CIVILITE", (place == 0) ? "MADAME" : "MONSIEUR")
			.valeur("NOM_DE_FAMILLE", nom)
			.valeur("NOM_USAGE", (place == 0 && menage == Foyers.Menage.ENSEMBLE) ? this.foyers.nom(foyer) : "")
			.valeur("PRENOM", prenom(foyer, place))
			.valeur("TEL_PORTABLE", telephone(foyer, place))
			.valeur("ACCEPTE_SMS", contact ? 0 : 1)
			.valeur("MEL", contact ? null : "famille." + personne(foyer, place) + "@exemple.invalid")
			.valeur("COMMUNICATION_ADRESSE", foyer % 2)
			.valeur("ADRESSE_ID", contact ? null : adresse(foyer, place, menage))
			.valeur("CODE_PROFESSION", String.valueOf(31 + this.tirage.parmi(Sujet.PERSONNE, -1L - foyer, 30)))
			.fermer();
	}

	private String prenom(int foyer, int place) {
		return Lexique.prenom(2 * this.tirage.parmi(Sujet.PERSONNE, 3L * foyer + place, Lexique.PRENOMS / 2) + place);
	}

	/** Numbers kept for fiction; both ways of writing them. */
	private String telephone(int foyer, int place) {
		int numero = this.tirage.parmi(Sujet.PERSONNE, 5L * foyer + place, 10_000);
		return ((foyer % 3 == 0) ? "+33 6" : "06") + " 39 98 " + Chiffres.sur(2, numero / 100) + " "
				+ Chiffres.sur(2, numero % 100);
	}

	private void responsables(Document xml, Eleve eleve) {
		int foyer = this.foyers.foyer(eleve.rang());
		Foyers.Menage menage = this.foyers.menage(foyer);
		responsable(xml, eleve, foyer, 0, Parente.MERE);
		responsable(xml, eleve, foyer, 1, (menage == Foyers.Menage.SEUL) ? Parente.ASCENDANT : Parente.PERE);
	}

	private void responsable(Document xml, Eleve eleve, int foyer, int place, Parente parente) {
		boolean heberge = place == 0 || this.foyers.menage(foyer) == Foyers.Menage.ENSEMBLE;
		xml.ouvrir("RESPONSABLE_ELEVE")
			.valeur("ELEVE_ID", eleve.id())
			.valeur("PERSONNE_ID", personne(foyer, place))
			.valeur("NIVEAU_RESPONSABILITE", parente.niveau)
			.valeur("CODE_PARENTE", parente.code)
			.valeur("PAIE_FRAIS_SCOLAIRES", (place == 0) ? 1 : 0)
			.valeur("PERCOIT_LES_AIDES", place == 0)
			.valeur("HEBERGE_ELEVE", heberge)
			.valeur("A_CONTACTER_EN_PRIORITE", place == foyer % 2)
			.fermer();
	}

	private void adresses(Document xml, int rang) {
		if (this.foyers.foyer(rang) != rang) {
			return;
		}
		SiecleTables.adresse(xml, SiecleEleves.numeroAdresse(rang), this.foyers.adresse(rang, 0));
		if (this.foyers.menage(rang) == Foyers.Menage.SEPARE) {
			SiecleTables.adresse(xml, SiecleEleves.numeroAdresse(rang) + 1, this.foyers.adresse(rang, 1));
		}
	}

	private long personne(int foyer, int place) {
		return 2 * (this.college.etablissement().premierId() + foyer) + place;
	}

	private static long adresse(int foyer, int place, Foyers.Menage menage) {
		return SiecleEleves.numeroAdresse(foyer) + ((menage == Foyers.Menage.SEPARE) ? place : 0);
	}

	/** Who a person is to the élève. */
	private enum Parente {

		MERE("10", 1), PERE("20", 1), ASCENDANT("38", 3);

		private final String code;

		private final int niveau;

		Parente(String code, int niveau) {
			this.code = code;
			this.niveau = niveau;
		}

	}

}
