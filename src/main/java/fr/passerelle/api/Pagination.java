package fr.passerelle.api;

/** Page and size as asked, within the limits of contract §3. */
record Pagination(int page, int taille) {

	private static final int MAXIMUM = 500;

	Pagination {
		if (page < 0 || taille < 1 || taille > MAXIMUM) {
			throw DemandeRefusee.invalide("« page » commence à 0, « taille » va de 1 à " + MAXIMUM + ".");
		}
	}

}
