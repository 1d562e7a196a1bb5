package fr.passerelle.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

	PaquetFiles(Maison maison, ObjectMapper json) {
		this.maison = maison;
		this.json = json;
	}

	/** An empty folder that nobody looks at, to write a package in. */
	Path brouillon(String flux, String consommateur, String paquet) {
		try {
			Path dossier = brouillon(dossier(flux, consommateur), paquet);
			FileSystemUtils.deleteRecursively(dossier);
			return Files.createDirectories(dossier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("preparing the package " + paquet, ex);
		}
	}

	/**
	 * Throws away what dead publications left, nobody else writing for this consumer.
	 * @param attendus packages that wait to be shown
	 */
	void balayer(String flux, String consommateur, Set<String> attendus) {
		Path dossier = dossier(flux, consommateur);
		Set<Path> gardes = attendus.stream()
			.flatMap((paquet) -> Stream.of(brouillon(dossier, paquet), envoi(dossier, paquet)))
			.collect(Collectors.toSet());
		try (Stream<Path> chemins = Files.isDirectory(dossier) ? Files.list(dossier) : Stream.empty()) {
			for (Path chemin : chemins.toList()) {
				boolean brouillon = chemin.getFileName().toString().endsWith(BROUILLON) && Files.isDirectory(chemin);
				if (brouillon && !gardes.contains(chemin)) {
					FileSystemUtils.deleteRecursively(chemin);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("sweeping the drafts of " + flux + " for " + consommateur, ex);
		}
	}

	/** Where a file that goes beside the folder of a package is. */
	Path archive(Paquet paquet, String nom) {
		return dossier(paquet.flux(), paquet.consommateur()).resolve(nom);
	}

	/** Makes what goes beside the folder, still out of sight. */
	Archive archiver(Path brouillon, String paquet, Redaction redaction) {
		Path envoi = envoi(brouillon.getParent(), paquet);
		try {
			FileSystemUtils.deleteRecursively(envoi);
			Files.createDirectory(envoi);
			List<Path> fichiers = fichiers(brouillon);
			for (Path fichier : fichiers) {
				force(fichier);
			}
			List<Path> faits = new ArrayList<>(redaction.emballer(brouillon, envoi));
			if (faits.isEmpty()) {
				faits.add(envoi.resolve(paquet + redaction.archive().fin()));
				try (OutputStream sortie = Files.newOutputStream(faits.get(0))) {
					redaction.archive().ecrire(brouillon, fichiers, sortie);
				}
			}
			for (Path fichier : faits) {
				force(fichier);
			}
			try (var octets = Files.newInputStream(faits.get(0))) {
				return new Archive(faits.stream().map((fichier) -> fichier.getFileName().toString()).toList(),
						Files.size(faits.get(0)), DigestUtils.sha256Hex(octets));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("packing " + paquet, ex);
		}
	}

	/**
	 * Shows a package: its folder, what goes beside it, then its description.
	 * Interrupted, it is done again from where it stopped.
	 */
	void montrer(Paquet paquet) {
		try {
			Path dossier = dossier(paquet.flux(), paquet.consommateur());
			Path brouillon = brouillon(dossier, paquet.paquet());
			if (Files.exists(brouillon)) {
				Files.move(brouillon, dossier.resolve(paquet.paquet()), StandardCopyOption.ATOMIC_MOVE);
			}
			Path envoi = envoi(dossier, paquet.paquet());
			if (Files.exists(envoi)) {
				for (Path fichier : fichiers(envoi)) {
					Files.move(fichier, dossier.resolve(fichier.getFileName()), StandardCopyOption.ATOMIC_MOVE);
				}
				Files.delete(envoi);
			}
			decrire(paquet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("showing the package " + paquet.paquet(), ex);
		}
	}

	/** Throws a package away that must not be published, and says why. */
	void refuser(Paquet paquet) {
		try {
			oublier(paquet);
			decrire(paquet);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("refusing the package " + paquet.paquet(), ex);
		}
	}

	/** Throws the files of a package away that nobody has seen. */
	void oublier(Paquet paquet) {
		try {
			Path dossier = dossier(paquet.flux(), paquet.consommateur());
			FileSystemUtils.deleteRecursively(brouillon(dossier, paquet.paquet()));
			FileSystemUtils.deleteRecursively(envoi(dossier, paquet.paquet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("throwing away the package " + paquet.paquet(), ex);
		}
	}

	/** Removes all there is of a package, its description first. */
	void effacer(Purges.Restes restes) {
		try {
			Path dossier = dossier(restes.flux(), restes.consommateur());
			Files.deleteIfExists(dossier.resolve(restes.paquet() + ".json"));
			for (String archive : restes.archives()) {
				Files.deleteIfExists(dossier.resolve(archive));
			}
			FileSystemUtils.deleteRecursively(dossier.resolve(restes.paquet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("removing the package " + restes.paquet(), ex);
		}
	}

	/** Describes again a package that is shown. */
	void redire(Paquet paquet) {
		try {
			if (sontLa(paquet)) {
				decrire(paquet);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("describing the package " + paquet.paquet(), ex);
		}
	}

	/** Whether the folder of its consumer is there: a volume may not be. */
	boolean sontLa(Paquet paquet) {
		return Files.isDirectory(dossier(paquet.flux(), paquet.consommateur()));
	}

	/** Whether what is to be sent is what went through the gate. */
	boolean sontEntiers(Paquet paquet) {
		if (!paquet.archives().stream().allMatch((nom) -> Files.isRegularFile(archive(paquet, nom)))) {
			return false;
		}
		try (var octets = Files.newInputStream(archive(paquet, paquet.archive()))) {
			return DigestUtils.sha256Hex(octets).equals(paquet.empreinte());
		}
		catch (IOException ex) {
			return false;
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

	/** The folder of a package that is not shown yet, in that of its consumer. */
	static Path brouillon(Path dossier, String paquet) {
		return dossier.resolve("." + paquet + BROUILLON);
	}

	private static Path envoi(Path dossier, String paquet) {
		return dossier.resolve("." + paquet + ".envoi" + BROUILLON);
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

	/**
	 * What goes beside a package, and what its description says of the first of them.
	 */
	record Archive(List<String> noms, Long taille, String empreinte) {
	}

}
