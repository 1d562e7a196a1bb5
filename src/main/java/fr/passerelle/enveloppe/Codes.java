package fr.passerelle.enveloppe;

/** Codes of the reasons this module gives; their texts are in messages/enveloppe.yaml. */
final class Codes {

	/**
	 * None of the expected kinds of file; one variant per kind, and the format of an
	 * archive.
	 */
	public static final String INCONNU = "C04";

	/** Not well-formed XML; value ligne. */
	public static final String MAL_FORME = "C06";

	/** Re-saved by another program; value motif. Remark. */
	public static final String REENREGISTRE = "C11";

	/** No byte at all. */
	public static final String ZERO = "ENV_ZERO";

	/** Archive without any file. */
	public static final String VIDE = "ENV_VIDE";

	/** Archive without XML; value nombre. */
	public static final String SANS_XML = "ENV_SANS_XML";

	/** Archive of two XML or more; value nombre. */
	public static final String PLUSIEURS = "ENV_PLUSIEURS";

	/** Archive of one XML and other files; value nombre. */
	public static final String INTRUS = "ENV_INTRUS";

	/** Archive inside the archive; value entree. */
	public static final String IMBRIQUEE = "ENV_IMBRIQUEE";

	/** Inflates too much; values ratio, limite. */
	public static final String BOMBE = "ENV_BOMBE";

	/** Document too large; value limite (bytes). */
	public static final String TAILLE = "ENV_TAILLE";

	/** Too many entries; values nombre, limite. */
	public static final String ENTREES = "ENV_ENTREES";

	/** Entry whose name or type reaches outside the archive; value entree. */
	public static final String CHEMIN = "ENV_CHEMIN";

	/** Entry in a folder; value entree. */
	public static final String DOSSIER = "ENV_DOSSIER";

	/** Encrypted; value entree. */
	public static final String CHIFFREE = "ENV_CHIFFREE";

	/** Archive cut or whose directory cannot be read. */
	public static final String TRONQUEE = "ENV_TRONQUEE";

	/** Bytes that do not give what the archive announces; value entree. */
	public static final String CRC = "ENV_CRC";

	/** Bytes before or after the archive; value octets. */
	public static final String DECHETS = "ENV_DECHETS";

	/** Entries that share bytes. */
	public static final String CHEVAUCHEMENT = "ENV_CHEVAUCHEMENT";

	/** Compression other than stored or deflated; values entree, methode. */
	public static final String METHODE = "ENV_METHODE";

	/** Another kind of archive named .zip; value format. */
	public static final String AUTRE_FORMAT = "ENV_AUTRE_FORMAT";

	/** Document type declaration; value ligne. */
	public static final String DTD = "ENV_DTD";

	/** Reference to an entity; values entite, ligne. */
	public static final String ENTITE = "ENV_ENTITE";

	/** Elements nested too deep; values ligne, limite. */
	public static final String PROFONDEUR = "ENV_PROFONDEUR";

	/** Text, attribute, tag or line too long; value limite. */
	public static final String TEXTE = "ENV_TEXTE";

	/** Too many different names of elements and attributes; value limite. */
	public static final String NOMS = "ENV_NOMS";

	/** Bytes that are not of the declared encoding; values declare, ligne. */
	public static final String ENCODAGE = "ENV_ENCODAGE";

	/** Read in another encoding than declared; values declare, reel. Remark. */
	public static final String ENCODAGE_REPARE = "ENV_ENCODAGE_REPARE";

	/** Byte order mark. Remark. */
	public static final String BOM = "ENV_BOM";

	/** CSV with another separator than the semicolon; value separateur. Remark. */
	public static final String SEPARATEUR = "ENV_SEPARATEUR";

	/** A quote of a CSV that is never closed; value ligne. */
	public static final String GUILLEMET = "ENV_GUILLEMET";

	/** Bare XML where the application gives an archive. Remark. */
	public static final String XML_NU = "ENV_XML_NU";

	/** Archive made again by a system that left its own files in it. Remark. */
	public static final String RECOMPOSEE = "ENV_RECOMPOSEE";

	private Codes() {
	}

}
