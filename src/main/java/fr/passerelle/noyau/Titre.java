package fr.passerelle.noyau;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The title of a column of a CSV file: the same word whatever its capitals, accents,
 * blanks, apostrophes and stars.
 */
public final class Titre {

	private Titre() {
	}

	public static String normaliser(String titre) {
		return Normalizer.normalize(titre.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
	}

}
