package fr.passerelle.enveloppe;

import java.util.Locale;

/**
 * Files that are none of ours and are told by their bytes, not by what is written in
 * them; their texts are in {@code mappings/nomenclatures/fichiers-etrangers.yaml}.
 */
enum Genre {

	PDF, TABLEUR, TEXTE_BUREAUTIQUE, BUREAUTIQUE, BUREAUTIQUE_ANCIEN, IMAGE, HTML, CSV, TEXTE, BINAIRE, XML_INCONNU,
	RAR("RAR"), SEPT_ZIP("7-Zip"), GZIP("gzip"), BZIP2("bzip2"), XZ("xz"), TAR("tar");

	private final String archive;

	Genre() {
		this(null);
	}

	Genre(String archive) {
		this.archive = archive;
	}

	/** Whether this is a container that is sometimes renamed .zip. */
	boolean estArchive() {
		return this.archive != null;
	}

	/** The usual name of this kind of archive. */
	String archive() {
		return this.archive;
	}

	/** The name of its texts. */
	String code() {
		return estArchive() ? "archive" : name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
