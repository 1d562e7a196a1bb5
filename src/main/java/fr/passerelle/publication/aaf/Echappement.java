package fr.passerelle.publication.aaf;

/**
 * The five named entities and true letters: an importer takes numeric references for what
 * they stand for before it parses (aaf.md, section 3).
 */
final class Echappement {

	private Echappement() {
	}

	/** The text as it is written; what XML cannot carry becomes a blank. */
	static String de(String texte) {
		for (int i = 0; i < texte.length(); i++) {
			char lettre = texte.charAt(i);
			if (lettre < ' ' || "&<>'\"\uFFFE\uFFFF".indexOf(lettre) >= 0) {
				return echapper(texte, i);
			}
		}
		return texte;
	}

	private static String echapper(String texte, int debut) {
		StringBuilder sortie = new StringBuilder(texte.length() + 16).append(texte, 0, debut);
		for (int i = debut; i < texte.length(); i++) {
			char lettre = texte.charAt(i);
			switch (lettre) {
				case '&' -> sortie.append("&amp;");
				case '<' -> sortie.append("&lt;");
				case '>' -> sortie.append("&gt;");
				case '\'' -> sortie.append("&apos;");
				case '"' -> sortie.append("&quot;");
				default -> sortie.append((lettre < ' ' || lettre >= '\uFFFE') ? ' ' : lettre);
			}
		}
		return sortie.toString();
	}

}
