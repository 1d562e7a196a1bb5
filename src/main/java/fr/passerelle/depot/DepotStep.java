package fr.passerelle.depot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/**
 * Takes a file of a watched folder: leased, copied to the content store, entered in the
 * ledger, and only then removed. Interrupted anywhere, it can be done again.
 */
@Component("depotStep")
public class DepotStep {

	private final Intake entrees;

	private final Contenus contenus;

	private final DepotSettings settings;

	DepotStep(Intake entrees, Contenus contenus, DepotSettings settings) {
		this.entrees = entrees;
		this.contenus = contenus;
		this.settings = settings;
	}

	/**
	 * The number of the deposit this file has become, or null when another node has it.
	 */
	public String prendre(GenericFile<File> fichier) throws IOException {
		return prendre(chemin(fichier));
	}

	/**
	 * Camel writes {@code \} as {@code /} in the paths it gives: a file named
	 * {@code refuses\..\x} would be one of another folder. What comes before the name is
	 * a folder whose own name has none ({@link FolderWatch}).
	 */
	private static Path chemin(GenericFile<File> fichier) {
		String nom = fichier.getFileNameOnly();
		String entier = fichier.getAbsoluteFilePath();
		return Path.of(entier.substring(0, entier.length() - nom.length())).resolve(nom);
	}

	String prendre(Path chemin) throws IOException {
		String cle = this.settings.inbox().toAbsolutePath().relativize(chemin.toAbsolutePath()).toString();
		try {
			Optional<Entree> entree = this.entrees.entrer(cle, identite(chemin), () -> garder(chemin));
			if (entree.isEmpty()) {
				return null;
			}
			Files.deleteIfExists(chemin);
			this.entrees.rendre(cle);
			return entree.get().aOuvrir();
		}
		catch (NoSuchFileException | Contenus.Oublie ex) {
			return null;
		}
	}

	/** Never through a link: one put there since the look is no deposit. */
	private Optional<Reception> garder(Path chemin) throws IOException {
		String dossier = dossier(chemin);
		String uai = dossier.isEmpty() ? null : dossier;
		try (InputStream octets = Files.newInputStream(chemin, LinkOption.NOFOLLOW_LINKS)) {
			Contenus.Contenu contenu = this.contenus.garder(octets, Long.MAX_VALUE);
			return Optional.of(new Reception(chemin.getFileName().toString(), contenu.taille(), contenu.empreinte(),
					"dossier", "dossier " + (dossier.isEmpty() ? "inbox" : dossier), dossier, null, uai, false));
		}
	}

	private String dossier(Path chemin) {
		Path parent = chemin.toAbsolutePath().getParent();
		return parent.equals(this.settings.inbox().toAbsolutePath()) ? "" : parent.getFileName().toString();
	}

	/**
	 * A later file of the same name has another key or another time; a copy that keeps
	 * its times, and takes the place on the disk of the one before, has at least another
	 * moment of change.
	 */
	static String identite(Path chemin) throws IOException {
		BasicFileAttributes attributs = Files.readAttributes(chemin, BasicFileAttributes.class,
				LinkOption.NOFOLLOW_LINKS);
		return attributs.fileKey() + " " + attributs.size() + " " + attributs.lastModifiedTime().toMillis() + " "
				+ changement(chemin);
	}

	private static Object changement(Path chemin) throws IOException {
		return chemin.getFileSystem().supportedFileAttributeViews().contains("unix")
				? Files.getAttribute(chemin, "unix:ctime", LinkOption.NOFOLLOW_LINKS) : "";
	}

}
