package fr.passerelle.enveloppe;

/**
 * What a deposited file may cost at most; beyond, it is refused while it is read. An
 * archive inside an archive is never opened, whatever the limits.
 *
 * @param tailleTotale bytes of the document once inflated
 * @param entrees entries of an archive
 * @param ratio inflated bytes for one compressed byte
 * @param profondeurXml nested elements, the root being the first
 * @param texteXml characters of one text or attribute
 */
public record Limites(long tailleTotale, int entrees, int ratio, int profondeurXml, long texteXml) {

	public Limites {
		if (tailleTotale < 1 || entrees < 1 || ratio < 1 || profondeurXml < 1 || texteXml < 1) {
			throw new IllegalArgumentException("a limit of the envelope is below 1");
		}
	}

	/** 2 GB, 16 entries, 200 for 1, 64 levels, texts of one million characters. */
	public static Limites parDefaut() {
		return new Limites(2L << 30, 16, 200, 64, 1L << 20);
	}

}
