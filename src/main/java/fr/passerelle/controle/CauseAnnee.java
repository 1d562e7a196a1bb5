package fr.passerelle.controle;

import fr.passerelle.calendrier.Territoire;

/**
 * Why a file is of another year, as far as the gap, the application and the hemisphere
 * tell (table of causes of the year check).
 *
 * @param code code of the refusal
 * @param variante which of its texts
 */
record CauseAnnee(String code, String variante) {

	/**
	 * The likely cause.
	 * @param ecart year of the file minus the expected one, never 0 for an open year
	 */
	static CauseAnnee de(Territoire territoire, String systeme, int ecart) {
		if (territoire.austral() && systeme.equals("ELEGROUPE") && ecart == 1) {
			return new CauseAnnee(Codes.ANNEE_HORS_CONNEXION, "");
		}
		return new CauseAnnee(Codes.ANNEE, (Math.abs(ecart) == 1) ? voisine(territoire, systeme, ecart)
				: (ecart == 0) ? "fermee" : (ecart < 0) ? "close" : "lointaine");
	}

	private static String voisine(Territoire territoire, String systeme, int ecart) {
		return switch (systeme) {
			case "ELEGROUPE" -> (ecart < 0) ? "base-passee" : "base-suivante";
			case "STS" -> (ecart > 0) ? "sts-en-avance" : territoire.austral() ? "sts-campagne" : "sts-non-basculee";
			default -> (ecart < 0) ? "close" : territoire.austral() ? "siecle-bascule" : "pas-ouverte";
		};
	}

}
