package fr.passerelle.noyau;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The title of a column of a CSV file: the same word whatever its capitals, accents,
 * blanks, apostrophes and stars.
 */
public final class Titre {

	private static final Pattern AUTRES = Pattern.compile("[^a-z0-9]+");

	private Titre() {
	}

	public static String normaliser(String titre) {
		return AUTRES.matcher(Normalizer.normalize(titre.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD))
			.replaceAll("");
	}

}
