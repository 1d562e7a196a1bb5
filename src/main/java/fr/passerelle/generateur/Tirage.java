package fr.passerelle.generateur;

/**
 * Chance without memory: the draw of a subject for a number depends on the seed alone, so
 * that any élève can be made again, at any time and in any order.
 *
 * @param graine seed
 */
record Tirage(long graine) {

	private static final long PAS = 0x9E3779B97F4A7C15L;

	/** The chance of one part of the whole, independent of its sisters. */
	Tirage sous(long rang) {
		return new Tirage(melange(this.graine + (rang + 1) * PAS));
	}

	/** A number from 0 to {@code borne - 1}. */
	int parmi(Sujet sujet, long rang, int borne) {
		return (int) Long.remainderUnsigned(tirer(sujet, rang), borne);
	}

	/** Whether the draw falls among this many out of ten thousand. */
	boolean chance(Sujet sujet, long rang, int surDixMille) {
		return parmi(sujet, rang, 10_000) < surDixMille;
	}

	private long tirer(Sujet sujet, long rang) {
		return melange(melange(this.graine + (sujet.ordinal() + 1) * PAS) + rang * PAS);
	}

	/** The finalizer of SplitMix64. */
	private static long melange(long z) {
		long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
		long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
		return b ^ (b >>> 31);
	}

	/** What is drawn. */
	enum Sujet {

		NOM, NOM_USAGE, NAISSANCE, COMMUNE, ADRESSE, REGIME, INE, ENTREE, SORTIE, DEUX_DIVISIONS, LANGUE, LATIN, AIDE,
		FOYER, PERSONNE, PERSONNEL, DATES, EVOLUTION, GENRE_EVOLUTION, DEPART, HEURE, IDENTIFIANT

	}

}
