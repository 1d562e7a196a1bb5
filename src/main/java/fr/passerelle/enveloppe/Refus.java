package fr.passerelle.enveloppe;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.RefusException;

/** Makes the refusals of this module: a code, its values, never the text of the file. */
final class Refus {

	/** Longest piece of a name that is repeated to the sender. */
	private static final int LONGUEUR_NOM = 100;

	private Refus() {
	}

	static RefusException de(String code, Object... nomsEtValeurs) {
		String[] textes = new String[nomsEtValeurs.length];
		for (int i = 0; i < textes.length; i++) {
			textes[i] = court(String.valueOf(nomsEtValeurs[i]));
		}
		return new RefusException(Constat.de(code, textes));
	}

	/** The answer to a file that is not for us, by its kind. */
	static RefusException genre(String genre) {
		return new RefusException(Constat.de(Codes.INCONNU, "variante", genre));
	}

	static RefusException genre(Genre genre) {
		return genre.estArchive()
				? new RefusException(Constat.de(Codes.INCONNU, "variante", genre.code(), "format", genre.archive()))
				: genre(genre.code());
	}

	private static String court(String texte) {
		String lisible = texte.replaceAll("\\p{Cntrl}", "?");
		return (lisible.length() > LONGUEUR_NOM) ? lisible.substring(0, LONGUEUR_NOM) + "…" : lisible;
	}

}
