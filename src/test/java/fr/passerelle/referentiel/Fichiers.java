package fr.passerelle.referentiel;

/** Documents of an invented collège, in the words of their applications. */
final class Fichiers {

	private Fichiers() {
	}

	static String eleves(String... eleves) {
		return "<BEE_ELEVES VERSION=\"2.1\"><DONNEES><ELEVES>" + String.join("", eleves)
				+ "</ELEVES></DONNEES></BEE_ELEVES>";
	}

	static String eleve(int numero, String nom, String suite) {
		return "<ELEVE ELEVE_ID=\"%d\"><ID_NATIONAL>99000%04dAA</ID_NATIONAL><NOM_DE_FAMILLE>%s</NOM_DE_FAMILLE><PRENOM>Lou</PRENOM><DATE_NAISS>02/03/2014</DATE_NAISS>%s</ELEVE>"
			.formatted(numero, numero, nom, suite);
	}

	static String mef(String code) {
		return "<CODE_MEF>" + code + "</CODE_MEF>";
	}

	/** Groups given as {@code CODE} or {@code CODE:MEF}. */
	static String structures(String... groupes) {
		StringBuilder xml = new StringBuilder(
				"<BEE_STRUCTURES VERSION=\"2.0\"><DONNEES><DIVISIONS><DIVISION CODE_STRUCTURE=\"6A\"><LIBELLE_LONG>SIXIEME A</LIBELLE_LONG></DIVISION></DIVISIONS><GROUPES>");
		for (String groupe : groupes) {
			String[] mots = groupe.split(":");
			xml.append("<GROUPE CODE_STRUCTURE=\"%s\"><LIBELLE_LONG>%s</LIBELLE_LONG>".formatted(mots[0], mots[0]));
			if (mots.length > 1) {
				xml.append(
						"<MEFS_APPARTENANCE><MEF_APPARTENANCE><CODE_MEF>%s</CODE_MEF></MEF_APPARTENANCE></MEFS_APPARTENANCE>"
							.formatted(mots[1]));
			}
			xml.append("</GROUPE>");
		}
		return xml.append("</GROUPES></DONNEES></BEE_STRUCTURES>").toString();
	}

	static String communs() {
		return "<BEE_COMMUN><DONNEES><UAJ><DENOM_PRINC>COLLEGE</DENOM_PRINC></UAJ><ANNEE_SCOLAIRE><DATE_DEBUT_ELEVE>01/09/2025</DATE_DEBUT_ELEVE><DATE_FIN_ELEVE>03/07/2026</DATE_FIN_ELEVE><DATE_FIN_PROF>10/07/2026</DATE_FIN_PROF></ANNEE_SCOLAIRE></DONNEES></BEE_COMMUN>";
	}

	static String liens(String... eleves) {
		return "<IMPORT_ELEVES VERSION=\"1.4\"><DONNEES><ELEVES>" + String.join("", eleves)
				+ "</ELEVES></DONNEES></IMPORT_ELEVES>";
	}

	/** Groups given as {@code CODE} or {@code CODE/début/fin}. */
	static String inscrit(String identite, String... groupes) {
		StringBuilder xml = new StringBuilder("<ELEVE>" + identite + "<GROUPES>");
		for (String groupe : groupes) {
			String[] mots = groupe.split("/");
			xml.append(
					"<GROUPE><CODE_GROUPE>%s</CODE_GROUPE><DATE_DEBUT_GROUPE>%s</DATE_DEBUT_GROUPE><DATE_FIN_GROUPE>%s</DATE_FIN_GROUPE></GROUPE>"
						.formatted(mots[0], (mots.length > 1) ? mots[1] : "2025-09-01",
								(mots.length > 2) ? mots[2] : "2026-07-03"));
		}
		return xml.append("</GROUPES></ELEVE>").toString();
	}

	static String id(int numero) {
		return "<ELEVE_ID>" + numero + "</ELEVE_ID>";
	}

	static String ine(int numero) {
		return "<ID_NATIONAL>99000%04dAA</ID_NATIONAL>".formatted(numero);
	}

	static String identite(String nom, String prenom) {
		return "<NOM_DE_FAMILLE>%s</NOM_DE_FAMILLE><PRENOM>%s</PRENOM><DATE_NAISS>2014-03-02</DATE_NAISS>"
			.formatted(nom, prenom);
	}

}
