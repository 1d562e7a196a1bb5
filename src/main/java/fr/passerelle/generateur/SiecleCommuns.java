package fr.passerelle.generateur;

import java.time.LocalDate;

/** {@code BEE_COMMUN}: the school and its calendar, the reference of all links. */
final class SiecleCommuns {

	private final Etablissement etablissement;

	private final Annee annee;

	SiecleCommuns(College college) {
		this.etablissement = college.etablissement();
		this.annee = college.annee();
	}

	void ecrire(Document xml) {
		uaj(xml);
		xml.ouvrir("ANNEE_SCOLAIRE");
		date(xml, "DATE_DEBUT_ELEVE", this.annee.rentree());
		date(xml, "DATE_FIN_ELEVE", this.annee.sortie());
		date(xml, "DATE_DEBUT_PROF", this.annee.rentreeProfesseurs());
		date(xml, "DATE_FIN_PROF", this.annee.sortieProfesseurs());
		xml.fermer().ouvrir("ANNEE_SCOLAIRE_AD").vide("DATE_DEBUT_ELEVE").vide("DATE_FIN_ELEVE").fermer();
		periodes(xml);
		fermetures(xml);
	}

	private void uaj(Document xml) {
		xml.ouvrir("UAJ")
			.valeur("ETAB_UAJ_ID", this.etablissement.rang() + 1)
			.valeur("DENOM_PRINC", "COLLEGE")
			.valeur("DENOM_COMPL", this.etablissement.nom())
			.valeur("NOM_RESP", "LA DIRECTION")
			.valeur("LIGNE1_ADRESSE", "1 " + Lexique.RUES.get(this.etablissement.rang() % Lexique.RUES.size()))
			.valeur("CODE_TYPE_ETAB", "CLG")
			.valeur("SECTEUR_CODE", "PU")
			.valeur("CODE_POSTAL", "99901")
			.valeur("LIBELLE_POSTAL", "VILLEFICTIVE")
			.fermer();
	}

	private void periodes(Document xml) {
		int[] tiers = { 0, 3, 6, 10 };
		xml.ouvrir("PERIODES");
		for (int i = 1; i < tiers.length; i++) {
			LocalDate debut = (i == 1) ? this.annee.rentree() : this.annee.auxDixiemes(tiers[i - 1]).plusDays(1);
			xml.ouvrir("PERIODE").valeur("CODE_PERIODE", "T" + i);
			date(xml, "DATE_DEBUT", debut);
			date(xml, "DATE_FIN", this.annee.auxDixiemes(tiers[i]));
			xml.valeur("LL_PERIODE", "TRIMESTRE " + i).valeur("INDICE", i).valeur("CODE_TYPE_PERIODE", "T").fermer();
		}
		xml.fermer();
	}

	private void fermetures(Document xml) {
		xml.ouvrir("FERMETURES");
		for (int dixieme : new int[] { 2, 4, 8 }) {
			xml.ouvrir("FERMETURE").valeur("LC_MOTIF", "VACANCES").valeur("LL_MOTIF", "VACANCES SCOLAIRES");
			date(xml, "DATE_DEBUT", this.annee.auxDixiemes(dixieme));
			date(xml, "DATE_FIN", this.annee.auxDixiemes(dixieme).plusDays(14));
			xml.fermer();
		}
		xml.fermer();
	}

	private static void date(Document xml, String nom, LocalDate jour) {
		xml.valeur(nom, College.FRANCAISE.format(jour));
	}

}
