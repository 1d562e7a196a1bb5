package fr.passerelle.enveloppe;

import java.util.zip.ZipEntry;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** What one entry of an archive must be before it is opened. */
final class ControleEntree {

	private ControleEntree() {
	}

	static void verifier(ZipArchiveEntry entree, long finDesDonnees) {
		NomEntree nom = NomEntree.lire(entree.getRawName());
		if (nom.hostile() || entree.isUnixSymlink()) {
			throw Refus.de(Codes.CHEMIN, "entree", nom.texte());
		}
		if (entree.getGeneralPurposeBit().usesEncryption()) {
			throw Refus.de(Codes.CHIFFREE, "entree", nom.texte());
		}
		if (entree.getMethod() != ZipEntry.STORED && entree.getMethod() != ZipEntry.DEFLATED) {
			throw Refus.de(Codes.METHODE, "entree", nom.texte(), "methode", entree.getMethod());
		}
		if (entree.getDataOffset() < 0 || entree.getCompressedSize() < 0
				|| entree.getCompressedSize() > finDesDonnees - entree.getDataOffset()) {
			throw Refus.de(Codes.TRONQUEE);
		}
	}

}
