package fr.passerelle.generateur;

import java.time.LocalDate;
import java.util.Locale;

/** The school and the code tables at the head of {@code STS_EDT}. */
final class StsTables {

	private StsTables() {
	}

	static void parametres(Document xml, College college) {
		Etablissement etablissement = college.etablissement();
		int annee = college.annee().millesimeSts();
		xml.ouvrir("PARAMETRES").ouvrir("UAJ", "CODE", etablissement.uai()).ouvrir("ACADEMIE");
		xml.valeur("CODE", "099").valeur("LIBELLE", "ACADEMIE FICTIVE").fermer();
		xml.valeur("SIGLE", "CLG").valeur("DENOM_PRINC", "COLLEGE").valeur("DENOM_COMPL", etablissement.nom());
		xml.valeur("CODE_NATURE", "340").valeur("CODE_CATEGORIE", "CLG").vide("MENTION_DISTRIBUTION");
		xml.valeur("ADRESSE", "1 " + Lexique.RUES.get(etablissement.rang() % Lexique.RUES.size()));
		xml.valeur("COMMUNE", "VILLEFICTIVE").valeur("CODE_POSTAL", "99901").vide("BOITE_POSTALE").valeur("CEDEX", "N");
		xml.valeur("TELEPHONE", "0199000000")
			.valeur("STATUT", "public")
			.valeur("ETABLISSEMENT_SENSIBLE", false)
			.fermer();
		xml.ouvrir("ANNEE_SCOLAIRE", "ANNEE", annee);
		xml.valeur("DATE_DEBUT", LocalDate.of(annee, 9, 1)).valeur("DATE_FIN", LocalDate.of(annee + 1, 8, 31));
		xml.fermer(2);
	}

	static void nomenclatures(Document xml) {
		xml.ouvrir("NOMENCLATURES").ouvrir("CIVILITES");
		libelles(xml, "CIVILITE", "1", "M.", "MONSIEUR").fermer();
		libelles(xml, "CIVILITE", "2", "MME", "MADAME").fermer(2);
		xml.ouvrir("MEFSTATS4");
		for (Niveau niveau : Niveau.values()) {
			libelles(xml, "MEFSTAT4", niveau.mefstat().substring(0, 4), niveau.formation, niveau.libelle)
				.valeur("INDEMNITE_PP_AUTORISEE", true)
				.fermer();
		}
		xml.fermer().ouvrir("MODS_COURS");
		libelles(xml, "MOD_COURS", "CG", "COURS", "COURS GENERAL").valeur("CO_ENS", false).fermer();
		libelles(xml, "MOD_COURS", "CO", "CO-ENS", "COURS EN CO-ENSEIGNEMENT").valeur("CO_ENS", true).fermer(2);
		matieres(xml);
		mefs(xml);
		programmes(xml);
		xml.fermer();
	}

	static void effectifs(Document xml, long effectif) {
		xml.valeur("EFFECTIF_PREVU", effectif).valeur("EFFECTIF_CALCULE", effectif);
	}

	private static void matieres(Document xml) {
		xml.ouvrir("MATIERES");
		for (Matiere matiere : Matiere.values()) {
			xml.ouvrir("MATIERE", "CODE", matiere.code)
				.valeur("CODE_GESTION", matiere.gestion)
				.valeur("LIBELLE_COURT", matiere.gestion)
				.valeur("LIBELLE_LONG", matiere.libelle.toUpperCase(Locale.FRENCH))
				.valeur("LIBELLE_EDITION", matiere.libelle)
				.fermer();
		}
		xml.fermer();
	}

	private static void mefs(Document xml) {
		xml.ouvrir("MEFS");
		for (Niveau niveau : Niveau.values()) {
			xml.ouvrir("MEF", "CODE", niveau.mef)
				.valeur("FORMATION", niveau.formation)
				.vide("SPECIALITE")
				.valeur("LIBELLE_LONG", niveau.formation)
				.valeur("LIBELLE_EDITION", niveau.chiffre + "ème")
				.valeur("MEFSTAT11", niveau.mefstat())
				.valeur("MEFSTAT4", niveau.mefstat().substring(0, 4))
				.fermer();
		}
		xml.fermer();
	}

	private static void programmes(Document xml) {
		xml.ouvrir("PROGRAMMES");
		for (Niveau niveau : Niveau.values()) {
			for (Matiere matiere : Matiere.values()) {
				xml.ouvrir("PROGRAMME")
					.valeur("CODE_MEF", niveau.mef)
					.valeur("CODE_MATIERE", matiere.code)
					.valeur("HORAIRE", "2.00")
					.fermer();
			}
		}
		xml.fermer();
	}

	private static Document libelles(Document xml, String nom, String code, String court, String complet) {
		return xml.ouvrir(nom, "CODE", code).valeur("LIBELLE_COURT", court).valeur("LIBELLE_LONG", complet);
	}

}
