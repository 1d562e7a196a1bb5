package fr.passerelle.api;

/** The name a browser gives: its last part only, some browsers send a whole path. */
final class NomsDeFichier {

	private static final String SANS_NOM = "sans-nom";

	private NomsDeFichier() {
	}

	static String lire(String nomOriginal) {
		String nom = (nomOriginal != null) ? nomOriginal.replace('\\', '/') : "";
		nom = nom.substring(nom.lastIndexOf('/') + 1).replaceAll("\\p{Cntrl}", "").strip();
		return nom.isEmpty() ? SANS_NOM : nom;
	}

}
