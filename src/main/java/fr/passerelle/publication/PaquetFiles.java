package fr.passerelle.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.plateforme.Maison;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The files of packages, in {@code outbox/flux/<flux>/<consommateur>/}: the folder of the
 * package, its archive and its description. Each appears whole, by one renaming; the
 * description is the last.
 */
@Component
class PaquetFiles {

	private static final String BROUILLON = ".part";

	private final Maison maison;

	private final ObjectMapper json;

	private final Map<String, ArchiveFormat> formats;

	PaquetFiles(Maison maison, ObjectMapper json, List<Redaction> redactions) {
		this.maison = maison;
		this.json = json;
		this.formats = redactions.stream().collect(Collectors.toMap(Redaction::flux, Redaction::archive));
	}

	/** What the packages of this feed are sent as. */
	ArchiveFormat format(String flux) {
		return this.formats.getOrDefault(flux, ArchiveFormat.ZIP);
	}

	/** Name of the archive of a package. */
	String archive(String flux, String paquet) {
		return paquet + format(flux).fin();
	}

	/** An empty folder that nobody looks at, to write a package in. */
	Path brouillon(String flux, String consommateur, String paquet) {
		try {
			Path dossier = dossier(flux, consommateur).resolve("." + paquet + BROUILLON);
			FileSystemUtils.deleteRecursively(dossier);
			return Files.createDirectories(dossier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("preparing the package " + paquet, ex);
		}
	}

	/** Where an archive is. */
	Path archive(Paquet paquet) {
		return dossier(paquet.flux(), paquet.consommateur()).resolve(archive(paquet.flux(), paquet.paquet()));
	}

	/** Makes the archive beside the folder, still out of sight. */
	Archive archiver(Path brouillon, String flux, String paquet) {
		Path archive = brouillon.resolveSibling("." + archive(flux, paquet) + BROUILLON);
		try {
			List<Path> fichiers = fichiers(brouillon);
			for (Path fichier : fichiers) {
				force(fichier);
			}
			try (OutputStream sortie = Files.newOutputStream(archive)) {
				format(flux).ecrire(brouillon, fichiers, sortie);
			}
			force(archive);
			try (var octets = Files.newInputStream(archive)) {
				return new Archive(archive, Files.size(archive), DigestUtils.sha256Hex(octets));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("packing " + paquet, ex);
		}
	}

	/** Shows a package: its folder, its archive, then its description. */
	void montrer(Paquet paquet, Path brouillon, Archive archive) {
		try {
			Path dossier = dossier(paquet.flux(), paquet.consommateur());
			Files.move(brouillon, dossier.resolve(paquet.paquet()), StandardCopyOption.ATOMIC_MOVE);
			Files.move(archive.fichier(), archive(paquet), StandardCopyOption.ATOMIC_MOVE);
			decrire(paquet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("showing the package " + paquet.paquet(), ex);
		}
	}

	/** Throws a package away that must not be published, and says why. */
	void refuser(Paquet paquet, Path brouillon) {
		try {
			FileSystemUtils.deleteRecursively(brouillon);
			decrire(paquet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("refusing the package " + paquet.paquet(), ex);
		}
	}

	private void decrire(Paquet paquet) throws IOException {
		Path dossier = dossier(paquet.flux(), paquet.consommateur());
		Path texte = dossier.resolve("." + paquet.paquet() + ".json" + BROUILLON);
		Files.write(texte, this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(paquet));
		force(texte);
		Files.move(texte, dossier.resolve(paquet.paquet() + ".json"), StandardCopyOption.ATOMIC_MOVE);
		force(dossier);
	}

	private Path dossier(String flux, String consommateur) {
		return this.maison.outbox().resolve("flux").resolve(flux).resolve(consommateur);
	}

	private static List<Path> fichiers(Path dossier) throws IOException {
		try (Stream<Path> fichiers = Files.walk(dossier)) {
			return fichiers.filter(Files::isRegularFile).sorted().toList();
		}
	}

	/** On the disk and not only on its way: a renaming must not come before the bytes. */
	private static void force(Path chemin) throws IOException {
		try (FileChannel canal = FileChannel.open(chemin,
				Files.isDirectory(chemin) ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
			canal.force(true);
		}
	}

	/** An archive out of sight, and what its description says of it. */
	record Archive(Path fichier, long taille, String empreinte) {
	}

}
