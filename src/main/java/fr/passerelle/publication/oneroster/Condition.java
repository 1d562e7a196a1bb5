package fr.passerelle.publication.oneroster;

import java.time.Instant;

/**
 * A comparison of a {@code filter}.
 *
 * @param valeur a text, or for {@code dateLastModified} an {@link Instant}
 */
public record Condition(Champ champ, Operateur operateur, Object valeur) {

	/** Whether its value is a moment. */
	public static boolean estUnMoment(Champ champ) {
		return champ.equals(Ressource.MODIFIE);
	}

	/** What a comparison may be; a list satisfies it by one of its values. */
	public enum Operateur {

		/** The same, to the letter. */
		EGAL("=", "%s = %s"),

		/** Anything else, or nothing at all; of a list, none is the same. */
		DIFFERENT("!=", "%s IS DISTINCT FROM %s"),

		SUPERIEUR(">", "%s > %s"),

		SUPERIEUR_OU_EGAL(">=", "%s >= %s"),

		INFERIEUR("<", "%s < %s"),

		INFERIEUR_OU_EGAL("<=", "%s <= %s"),

		/** Holds this text, whatever the case. */
		CONTIENT("~", "position(lower(%2$s) IN lower(%1$s)) > 0");

		private final String signe;

		private final String sql;

		Operateur(String signe, String sql) {
			this.signe = signe;
			this.sql = sql;
		}

		String sql(String gauche, String droite) {
			return this.sql.formatted(gauche, droite);
		}

		/** The operator written so. */
		public static Operateur lire(String signe) {
			for (Operateur operateur : values()) {
				if (operateur.signe.equals(signe)) {
					return operateur;
				}
			}
			throw new IllegalArgumentException("operator " + signe);
		}

	}

}
