package fr.passerelle.enveloppe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one document, that can be opened as often as needed. */
sealed interface Contenu {

	/** Name of the file that holds the document: the entry, or the deposit itself. */
	String nom();

	/**
	 * The bytes within the limits, checked against the archive's promises at their end.
	 */
	InputStream ouvrir() throws IOException;

	default byte[] tete() throws IOException {
		try (InputStream octets = ouvrir()) {
			return octets.readNBytes(Signatures.TETE);
		}
	}

	/** The deposited file itself. */
	record Nu(Path fichier, String nom, Limites limites) implements Contenu {

		@Override
		public InputStream ouvrir() throws IOException {
			return new FluxBorne(new BufferedInputStream(Files.newInputStream(this.fichier), 1 << 16), this.limites,
					FluxBorne.Promesse.AUCUNE);
		}

	}

	/** One entry of the deposited archive, the archive being checked at each opening. */
	record Entree(Path fichier, String nom, long place, Limites limites) implements Contenu {

		@Override
		public InputStream ouvrir() throws IOException {
			return Archive.ouvrirEntree(this);
		}

	}

}
