package fr.passerelle.publication;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** What a feed packs its files in. */
public enum ArchiveFormat {

	/** A ZIP file. */
	ZIP(".zip", "application/zip") {

		@Override
		public void ecrire(Path dossier, List<Path> fichiers, OutputStream sortie) throws IOException {
			try (ZipOutputStream zip = new ZipOutputStream(sortie)) {
				for (Path fichier : fichiers) {
					zip.putNextEntry(new ZipEntry(nom(dossier, fichier)));
					Files.copy(fichier, zip);
					zip.closeEntry();
				}
			}
		}

	},

	/**
	 * A tar file through gzip, at its first level: what is packed repeats itself so much
	 * that the next ones take three times as long for a tenth of the size.
	 */
	TGZ(".tgz", "application/gzip") {

		@Override
		public void ecrire(Path dossier, List<Path> fichiers, OutputStream sortie) throws IOException {
			GzipParameters vite = new GzipParameters();
			vite.setCompressionLevel(Deflater.BEST_SPEED);
			try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
					new BufferedOutputStream(new GzipCompressorOutputStream(sortie, vite)), "UTF-8")) {
				tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
				tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
				for (Path fichier : fichiers) {
					tar.putArchiveEntry(new TarArchiveEntry(fichier, nom(dossier, fichier)));
					Files.copy(fichier, tar);
					tar.closeArchiveEntry();
				}
			}
		}

	};

	private final String fin;

	private final String type;

	ArchiveFormat(String fin, String type) {
		this.fin = fin;
		this.type = type;
	}

	/** How the name of the archive ends. */
	String fin() {
		return this.fin;
	}

	/** Its media type. */
	public String type() {
		return this.type;
	}

	/** Packs the files of a folder. */
	public abstract void ecrire(Path dossier, List<Path> fichiers, OutputStream sortie) throws IOException;

	private static String nom(Path dossier, Path fichier) {
		return dossier.relativize(fichier).toString().replace('\\', '/');
	}

}
