package fr.passerelle.controle;

/** Codes of the reasons this module gives; their texts are in messages/controle.yaml. */
final class Codes {

	/** UAI mistyped; values uai, attendu. Variants: absent, illisible. */
	static final String UAI = "C01";

	/** File of another school; values uai_fichier, uai. Variants: compte, dossier. */
	static final String AUTRE_ETABLISSEMENT = "C02";

	/** Name and content about two schools; values uai_nom, uai_xml. */
	static final String NOM_ET_CONTENU = "C03";

	/** Kind that is none of ours. Variants: titres (value titres), xml-inconnu. */
	static final String INCONNU = "C04";

	/** Name and content of two years; values a_nom, a_xml. */
	static final String ANNEE_NOM_ET_CONTENU = "C05";

	/** Variant version; values version, liste. */
	static final String ILLISIBLE = "C06";

	/** Older than the last applied; values date, date2. */
	static final String PLUS_ANCIEN = "C10";

	/** Nothing in it; value objet. */
	static final String VIDE = "C14";

	/**
	 * Year that is not open; values a, b, application, libelle. One variant per cause.
	 */
	static final String ANNEE = "C17";

	/** The same, southern links one year ahead. */
	static final String ANNEE_HORS_CONNEXION = "C18";

	/**
	 * No year is open for a file that does not say its own; values application,
	 * territoire.
	 */
	static final String ANNEE_ABSENTE = "ANNEE_ABSENTE";

	/** STS-WEB ahead of SIECLE; values a, b. */
	static final String STS_EN_AVANCE = "C21";

	/** Name of a link file; value fichier. Variants: chiffre-perdu, horodatage. */
	static final String NOM = "ELEGROUPE_D3";

	/** Archive and document of two names; values archive, entree. */
	static final String NOM_ARCHIVE = "ELEGROUPE_D5";

	/** School the hub is not open to; value uai. */
	static final String NON_OUVERT = "ETABLISSEMENT_NON_OUVERT";

	/** Version not seen before; values version, liste. */
	static final String VERSION = "VERSION_INCONNUE";

	/** Exported while the year was not open; values date, ouvre, ferme, application. */
	static final String HORS_PERIODE = "EXPORT_HORS_PERIODE";

	/** Links written before the rentrée; values date, rentree. */
	static final String AVANT_RENTREE = "EXPORT_AVANT_RENTREE";

	private Codes() {
	}

}
