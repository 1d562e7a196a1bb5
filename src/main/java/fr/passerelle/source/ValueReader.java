package fr.passerelle.source;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.TypeColonne;

/** Turns a value as written into PostgreSQL's spelling of it. */
final class ValueReader {

	/** Strict: 29 February is a date in leap years only (K18). */
	private static final DateTimeFormatter FRANCAISE = DateTimeFormatter.ofPattern("d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * The longest key and the longest other text, far above those of the formats: several
	 * of them make one entry of an index, which PostgreSQL limits to 2,700 bytes. Beyond,
	 * one record would stop the whole document (F30).
	 */
	private static final int MAX_CLE = 128;

	private static final int MAX_TEXTE = 512;

	private ValueReader() {
	}

	/** The value, or null when it does not have the form its column asks for. */
	static String lire(ColonneMapping colonne, String brut) {
		if (brut == null || colonne.liste()) {
			return brut;
		}
		String valeur = colonne.valeurs().isEmpty() ? brut : colonne.valeurs().get(brut);
		boolean raisonnable = valeur != null && valeur.length() <= (colonne.requis() ? MAX_CLE : MAX_TEXTE);
		return raisonnable ? typee(colonne.type(), valeur) : null;
	}

	private static String typee(TypeColonne type, String valeur) {
		return switch (type) {
			case TEXTE -> (valeur.indexOf('\0') < 0) ? valeur : null;
			case ENTIER -> estEntier(valeur) ? valeur : null;
			case DATE_FR -> francaise(valeur);
			case DATE_ISO -> iso(valeur);
			case DATE -> (valeur.indexOf('/') >= 0) ? francaise(valeur) : iso(valeur);
			case BOOLEEN -> booleen(valeur);
			case DECIMAL -> estDecimal(valeur) ? valeur : null;
			case HEURE -> estHeure(valeur) ? valeur.substring(0, 2) + ":" + valeur.substring(2) : null;
			case XML -> valeur;
		};
	}

	private static String francaise(String valeur) {
		if (estFrancaise(valeur)) {
			return valeur.substring(6) + "-" + valeur.substring(3, 5) + "-" + valeur.substring(0, 2);
		}
		try {
			return enBase(LocalDate.parse(valeur, FRANCAISE));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * The usual case, dd/MM/yyyy with a day every month has, without the cost of the
	 * formatter.
	 */
	private static boolean estFrancaise(String valeur) {
		if (valeur.length() != 10 || valeur.charAt(2) != '/' || valeur.charAt(5) != '/') {
			return false;
		}
		int jour = nombre(valeur, 0, 2);
		int mois = nombre(valeur, 3, 5);
		return jour >= 1 && jour <= 28 && mois >= 1 && mois <= 12 && nombre(valeur, 6, 10) >= 1000;
	}

	/** The same, yyyy-MM-dd. */
	private static boolean estIso(String valeur) {
		if (valeur.length() != 10 || valeur.charAt(4) != '-' || valeur.charAt(7) != '-') {
			return false;
		}
		int mois = nombre(valeur, 5, 7);
		int jour = nombre(valeur, 8, 10);
		return jour >= 1 && jour <= 28 && mois >= 1 && mois <= 12 && nombre(valeur, 0, 4) >= 1000;
	}

	private static int nombre(String valeur, int de, int a) {
		int nombre = 0;
		for (int i = de; i < a; i++) {
			int chiffre = valeur.charAt(i) - '0';
			if (chiffre < 0 || chiffre > 9) {
				return -1;
			}
			nombre = nombre * 10 + chiffre;
		}
		return nombre;
	}

	/** At most 18 figures, which a bigint holds; each row may have a number or two. */
	private static boolean estEntier(String valeur) {
		return estSuite(valeur, valeur.startsWith("-") ? 1 : 0, valeur.length(), 18);
	}

	/** At most 12 figures, and 6 after the point where there is one. */
	private static boolean estDecimal(String valeur) {
		int point = valeur.indexOf('.');
		int fin = (point >= 0) ? point : valeur.length();
		return estSuite(valeur, valeur.startsWith("-") ? 1 : 0, fin, 12)
				&& (point < 0 || estSuite(valeur, point + 1, valeur.length(), 6));
	}

	/** Whether figures stand there, one at least and no more than this. */
	private static boolean estSuite(String valeur, int de, int a, int plus) {
		for (int i = de; i < a; i++) {
			if (valeur.charAt(i) < '0' || valeur.charAt(i) > '9') {
				return false;
			}
		}
		return a > de && a - de <= plus;
	}

	/** hhmm. */
	private static boolean estHeure(String valeur) {
		if (valeur.length() != 4) {
			return false;
		}
		int heures = nombre(valeur, 0, 2);
		int minutes = nombre(valeur, 2, 4);
		return heures >= 0 && heures <= 23 && minutes >= 0 && minutes <= 59;
	}

	private static String iso(String valeur) {
		if (estIso(valeur)) {
			return valeur;
		}
		try {
			return (valeur.length() == 10) ? enBase(LocalDate.parse(valeur)) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	/**
	 * PostgreSQL has no year 0 and spells years beyond four figures its own way: such a
	 * date would stop the whole document.
	 */
	private static String enBase(LocalDate date) {
		return (date.getYear() >= 1 && date.getYear() <= 9999) ? date.toString() : null;
	}

	private static String booleen(String valeur) {
		return switch (valeur) {
			case "1", "true" -> "t";
			case "0", "false" -> "f";
			default -> null;
		};
	}

	/** Whether one of the values of a list, which are keys, is too long. */
	static boolean tropLongue(List<String> valeurs) {
		for (String valeur : valeurs) {
			if (valeur.length() > MAX_CLE) {
				return true;
			}
		}
		return false;
	}

	/** A PostgreSQL array, every element quoted. */
	static String tableau(List<String> valeurs) {
		if (valeurs.isEmpty()) {
			return "{}";
		}
		StringBuilder tableau = new StringBuilder("{");
		for (String valeur : valeurs) {
			if (tableau.length() > 1) {
				tableau.append(',');
			}
			tableau.append('"').append(valeur.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
		}
		return tableau.append('}').toString();
	}

}
