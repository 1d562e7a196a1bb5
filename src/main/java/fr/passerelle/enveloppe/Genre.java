package fr.passerelle.enveloppe;

/** Files that are none of ours but have a name, so that the answer helps the sender. */
enum Genre {

	PDF("un document PDF", Genre.EXPORT), TABLEUR("un classeur de tableur", Genre.SANS_OUVRIR),
	TEXTE_BUREAUTIQUE("un document de traitement de texte", Genre.EXPORT),
	BUREAUTIQUE("un document bureautique", Genre.SANS_OUVRIR),
	BUREAUTIQUE_ANCIEN("un ancien document Excel ou Word", Genre.SANS_OUVRIR),
	TABLEUR_XML("un classeur de tableur enregistré en XML", Genre.SANS_OUVRIR), RAR("une archive RAR", Genre.ARCHIVE),
	SEPT_ZIP("une archive 7-Zip", Genre.ARCHIVE), GZIP("une archive gzip", Genre.ARCHIVE),
	BZIP2("une archive bzip2", Genre.ARCHIVE), XZ("une archive xz", Genre.ARCHIVE),
	TAR("une archive tar", Genre.ARCHIVE), IMAGE("une image", Genre.EXPORT),
	HTML("une page web",
			"L'export n'a sans doute pas abouti (session expirée ou page "
					+ "d'erreur) : reconnectez-vous à l'application et refaites l'export."),
	CSV("un fichier texte de tableur (CSV)",
			"Seules les extractions CSV d'ONDE sont lues, avec leur première ligne de titres. Refaites l'extraction."),
	TEXTE("un fichier texte", Genre.EXPORT), BINAIRE("un fichier d'un type inconnu", Genre.EXPORT),
	XML_INCONNU("un fichier XML d'une autre application", Genre.EXPORT),
	PRIVE("un fichier PRIVE (dossiers d'élèves depuis un logiciel privé)",
			"Pour les liens élèves-groupes, utilisez dans PRONOTE Fichier > SIECLE > Exporter les liens élèves/groupes."),
	EDT_LIBRE("un export libre d'EDT (texte ou XML)",
			"Dans EDT, utilisez Imports/Exports > STSWEB > Exporter : le fichier attendu s'appelle emp_sts_<UAI>_<année>.xml."),
	NETSYNCHRO_ERREUR("une réponse d'erreur de NetSynchro",
			"L'échange a échoué avant d'arriver ici : relancez-le, ou faites l'export depuis SIECLE."),
	AAF("un fichier de l'annuaire fédérateur (AAF)", "L'AAF est produit par la plateforme, il ne s'y dépose pas."),
	GFC("l'export SIECLE pour GFC", Genre.SEPT_EXPORTS), ACCIO("l'export SIECLE pour ACCIO", Genre.SEPT_EXPORTS),
	SSR("l'export SIECLE pour SSR", Genre.SEPT_EXPORTS), SAGESSE("l'export SIECLE pour SAGESSE", Genre.SEPT_EXPORTS),
	UDT("un fichier d'UnDeuxTEMPS (UDT)", Genre.CONNECTEUR), LAUREATS("un fichier LAURÉATS", Genre.CONNECTEUR),
	LSL("un fichier du livret scolaire du lycée (LSL)", Genre.CONNECTEUR),
	CYCLADES("un fichier CYCLADES (examens et concours)", Genre.CONNECTEUR);

	private static final String EXPORT = "Déposez le fichier tel que SIECLE, STS-WEB, EDT, PRONOTE ou ONDE l'a produit.";

	private static final String SANS_OUVRIR = "Refaites l'export et choisissez « Enregistrer », sans l'ouvrir dans un "
			+ "tableur ni un traitement de texte.";

	private static final String ARCHIVE = "Déposez le fichier .zip ou .xml d'origine, sans le compresser vous-même.";

	private static final String SEPT_EXPORTS = "Dans SIECLE, menu Exportations > En XML, choisissez un des exports : élèves, "
			+ "responsables, structures, nomenclature, communs, établissements, géographique.";

	private static final String CONNECTEUR = "Le connecteur de ce logiciel n'est pas disponible.";

	private final String libelle;

	private final String conseil;

	Genre(String libelle, String conseil) {
		this.libelle = libelle;
		this.conseil = conseil;
	}

	String libelle() {
		return this.libelle;
	}

	String conseil() {
		return this.conseil;
	}

	/** Whether this is a container that is sometimes renamed .zip. */
	boolean estArchive() {
		return this.conseil.equals(ARCHIVE);
	}

}
