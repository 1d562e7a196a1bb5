package fr.passerelle.integration;

/** A group that the invented STS-WEB knows and SIECLE does not, for want of 4a. */
final class GroupeEnPlus {

	static final String CODE = "6 AVANT 4A GR1";

	private GroupeEnPlus() {
	}

	/** The first group again, with its classes and its MEF, under that name. */
	static String dansStructures(String structures) {
		int debut = structures.indexOf("<GROUPE ");
		int fin = structures.indexOf("</GROUPE>", debut) + "</GROUPE>".length();
		String groupe = structures.substring(debut, fin)
			.replaceFirst("CODE_STRUCTURE=\"[^\"]*\"", "CODE_STRUCTURE=\"" + CODE + "\"");
		return structures.substring(0, fin) + groupe + structures.substring(fin);
	}

}
