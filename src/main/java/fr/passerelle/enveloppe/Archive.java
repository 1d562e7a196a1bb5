package fr.passerelle.enveloppe;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A zip file whose directory was checked before any entry is opened. */
final class Archive implements Closeable {

	/** Directory bytes for one entry: two names of 64 KB and the fixed part. */
	private static final long REPERTOIRE_PAR_ENTREE = 3L << 16;

	private final FileChannel canal;

	private final ZipFile zip;

	private final List<ZipArchiveEntry> entrees;

	private Archive(FileChannel canal, Limites limites) throws IOException {
		this.canal = canal;
		FinArchive fin = FinArchive.lire(canal);
		compter(fin.entrees(), limites);
		if (fin.taille() > REPERTOIRE_PAR_ENTREE * limites.entrees()) {
			throw Refus.de(Codes.TRONQUEE);
		}
		this.zip = lister(canal);
		this.entrees = new ArrayList<>(Collections.list(this.zip.getEntries()));
		verifier(fin);
	}

	private void verifier(FinArchive fin) {
		if (this.entrees.size() != fin.entrees()) {
			throw Refus.de(Codes.TRONQUEE);
		}
		for (ZipArchiveEntry entree : this.entrees) {
			ControleEntree.verifier(entree, fin.debut());
		}
		separer();
	}

	static Archive ouvrir(Path fichier, Limites limites) throws IOException {
		FileChannel canal = FileChannel.open(fichier, StandardOpenOption.READ);
		try {
			return new Archive(canal, limites);
		}
		catch (IOException | RuntimeException ex) {
			canal.close();
			throw ex;
		}
	}

	/** Opens one entry; closing the stream closes the archive. */
	static InputStream ouvrirEntree(Contenu.Entree contenu) throws IOException {
		Archive archive = ouvrir(contenu.fichier(), contenu.limites());
		try {
			InputStream octets = archive.octets(contenu);
			return new FilterInputStream(octets) {
				@Override
				public void close() throws IOException {
					archive.close();
				}
			};
		}
		catch (IOException | RuntimeException ex) {
			archive.close();
			throw ex;
		}
	}

	/** The files of this archive, folders left out. */
	List<Contenu.Entree> contenus(Path fichier, Limites limites) {
		return this.entrees.stream()
			.filter((entree) -> !entree.isDirectory())
			.map((entree) -> new Contenu.Entree(fichier, NomEntree.lire(entree.getRawName()).texte(),
					entree.getLocalHeaderOffset(), limites))
			.toList();
	}

	private InputStream octets(Contenu.Entree contenu) throws IOException {
		for (ZipArchiveEntry entree : this.entrees) {
			if (entree.getLocalHeaderOffset() == contenu.place()) {
				return new FluxBorne(this.zip.getInputStream(entree), contenu.limites(), new FluxBorne.Promesse(
						contenu.nom(), entree.getCompressedSize(), entree.getSize(), entree.getCrc()));
			}
		}
		throw Refus.de(Codes.TRONQUEE);
	}

	private static void compter(long nombre, Limites limites) {
		if (nombre > limites.entrees()) {
			throw Refus.de(Codes.ENTREES, "nombre", nombre, "limite", limites.entrees());
		}
	}

	// A hostile directory makes the library throw many things; all say it is unreadable.
	private static ZipFile lister(FileChannel canal) {
		try {
			return ZipFile.builder()
				.setSeekableByteChannel(canal)
				.setCharset(StandardCharsets.ISO_8859_1)
				.setUseUnicodeExtraFields(false)
				.get();
		}
		catch (IOException | RuntimeException ex) {
			throw Refus.de(Codes.TRONQUEE);
		}
	}

	private void separer() {
		List<ZipArchiveEntry> enOrdre = new ArrayList<>(this.entrees);
		enOrdre.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
		long fin = 0;
		for (ZipArchiveEntry entree : enOrdre) {
			if (entree.getLocalHeaderOffset() < fin) {
				throw Refus.de(Codes.CHEVAUCHEMENT);
			}
			fin = entree.getDataOffset() + entree.getCompressedSize();
		}
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
		this.canal.close();
	}

}
