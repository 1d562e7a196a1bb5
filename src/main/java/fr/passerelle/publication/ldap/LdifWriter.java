package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.unboundid.ldif.LDIFWriter;

/** Writes entries as LDIF, the branches first (A.6). */
final class LdifWriter implements AutoCloseable {

	private static final int LARGEUR = 76;

	private final LDIFWriter sortie;

	private final Map<String, Long> comptes = new LinkedHashMap<>();

	LdifWriter(Path fichier, Nommage nommage) {
		try {
			this.sortie = new LDIFWriter(fichier.toFile());
			this.sortie.setWrapColumn(LARGEUR);
			this.sortie.writeVersionHeader();
			for (Branche branche : Branche.values()) {
				this.sortie.writeEntry(Attributs.branche(nommage.dn(branche)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + fichier.getFileName(), ex);
		}
	}

	void ajouter(EntreeLue entree) {
		try {
			this.sortie.writeEntry(Attributs.entree(entree));
			this.comptes.merge(entree.modele().nom(), 1L, Long::sum);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing an entry", ex);
		}
	}

	/** How many of each sort. */
	Map<String, Long> comptes() {
		return this.comptes;
	}

	@Override
	public void close() {
		try {
			this.sortie.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("closing the LDIF", ex);
		}
	}

}
