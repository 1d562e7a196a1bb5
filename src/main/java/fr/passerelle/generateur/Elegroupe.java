package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.List;

/** {@code IMPORT_ELEVES}: which élève is in which group, with the anomalies sown. */
final class Elegroupe {

	/** No school of this académie has an ELEVE_ID beyond. */
	private static final long PREMIER_INCONNU = 2_000_000_000L;

	private final College college;

	private final Annee annee;

	private final Semis semis;

	private final Liens liens;

	Elegroupe(College college) {
		this.college = college;
		this.annee = college.annee();
		this.semis = college.semis();
		this.liens = new Liens(college);
	}

	void ecrire(Document xml) {
		entete(xml, this.college.etablissement().uai().code(), this.annee.millesimeSiecle());
		this.college.structure().blocs().forEach((bloc) -> bloc.eleves().forEach((eleve) -> eleve(xml, bloc, eleve)));
		for (int i = 0; i < this.semis.inconnus(); i++) {
			inconnu(xml, identifiantInconnu(i));
		}
		doublons(xml);
		xml.fermer(3);
	}

	/** A file of the first élèves only, said to be of this school and this year. */
	void ecrireExtrait(Document xml, String uai, int millesime) {
		entete(xml, uai, millesime);
		Bloc bloc = this.college.structure().bloc(Niveau.TROISIEME, 0);
		bloc.eleves()
			.filter((eleve) -> !bloc.groupes(eleve).isEmpty())
			.limit(3)
			.forEach((eleve) -> liens(xml, eleve, false, this.liens.nominaux(bloc, eleve)));
		xml.fermer(3);
	}

	static long identifiantInconnu(int rang) {
		return PREMIER_INCONNU + rang;
	}

	private void entete(Document xml, String uai, int millesime) {
		xml.ouvrir("IMPORT_ELEVES", "VERSION", "1.4")
			.ouvrir("PARAMETRES")
			.valeur("UAJ", uai)
			.valeur("ANNEE_SCOLAIRE", millesime)
			.valeur("DATE_IMPORT", College.FRANCAISE.format(this.college.horodatageLiens()))
			.valeur("NUM_ENVOI", 12)
			.valeur("LOGICIEL", "INVENTE")
			.fermer()
			.ouvrir("DONNEES")
			.ouvrir("ELEVES");
	}

	private void eleve(Document xml, Bloc bloc, Eleve eleve) {
		List<Liens.Lien> liens = this.liens.de(bloc, eleve);
		if (!liens.isEmpty()) {
			boolean parIne = eleve.rang() % 50 == 7 && this.semis.faute(eleve.rang()) == null;
			liens(xml, eleve, parIne && eleve.identite().ine() != null, liens);
		}
	}

	private void doublons(Document xml) {
		if (this.semis.inconnus() > 0) {
			this.college.structure()
				.blocs()
				.forEach((bloc) -> bloc.eleves()
					.filter((eleve) -> this.semis.faute(eleve.rang()) == Faute.DEUX_IDENTIFIANTS)
					.forEach((eleve) -> liens(xml, eleve, true, this.liens.nominaux(bloc, eleve))));
		}
	}

	private static void liens(Document xml, Eleve eleve, boolean parIne, List<Liens.Lien> liens) {
		Eleve.Identite identite = eleve.identite();
		xml.ouvrir("ELEVE")
			.valeur(parIne ? "ID_NATIONAL" : "ELEVE_ID", parIne ? identite.ine() : eleve.id())
			.valeur("NOM_DE_FAMILLE", identite.nom())
			.valeur("NOM_USAGE", identite.nomUsage().isEmpty() ? null : identite.nomUsage())
			.valeur("PRENOM", identite.prenom())
			.valeur("DATE_NAISS", identite.naissance())
			.ouvrir("GROUPES");
		liens.forEach((lien) -> lien.ecrire(xml));
		xml.fermer(2);
	}

	private void inconnu(Document xml, long identifiant) {
		xml.ouvrir("ELEVE")
			.valeur("ELEVE_ID", identifiant)
			.valeur("NOM_DE_FAMILLE", "INTROUVABLE")
			.valeur("PRENOM", "Zéphyrin")
			.valeur("DATE_NAISS", LocalDate.of(this.annee.valeur() - 12, 2, 28))
			.ouvrir("GROUPES");
		new Liens.Lien(this.college.structure().bloc(Niveau.SIXIEME, 0).groupes().get(0).code(), null, null)
			.ecrire(xml);
		xml.fermer(2);
	}

}
