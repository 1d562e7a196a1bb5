package fr.passerelle.controle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import fr.passerelle.journal.Depot;

/**
 * The folder where refused files are given back, each beside its reason. The reason is
 * written first and says the deposit's number: interrupted, the work can be done again
 * and leaves one copy.
 */
final class ReturnTray {

	/** What a file system takes as a name, in bytes. */
	private static final int NOM_MAX = 255;

	private static final String MOTIF = ".motif.txt";

	private final Path dossier;

	ReturnTray(Path dossier) {
		this.dossier = dossier;
	}

	void rendre(Path contenu, Depot depot, String motif) throws IOException {
		Files.createDirectories(this.dossier);
		String nom = libreOuAuDepot(depot.fichier(), depot) ? depot.fichier() : avecNumero(depot);
		Files.writeString(motif(nom), motif);
		if (Files.exists(contenu)) {
			Path copie = Files.copy(contenu, this.dossier.resolve("." + depot.numero() + ".part"),
					StandardCopyOption.REPLACE_EXISTING);
			Files.move(copie, this.dossier.resolve(nom), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/** Whether no other deposit's file has this name. */
	private boolean libreOuAuDepot(String nom, Depot depot) throws IOException {
		Path motif = motif(nom);
		return !Files.exists(motif) ? !Files.exists(this.dossier.resolve(nom))
				: Files.readString(motif).startsWith(debut(depot));
	}

	/** How a reason begins. */
	static String debut(Depot depot) {
		return "Dépôt " + depot.numero() + " : ";
	}

	private Path motif(String nom) {
		return this.dossier.resolve(tronque(nom, MOTIF.length()) + MOTIF);
	}

	private static String avecNumero(Depot depot) {
		int point = depot.fichier().lastIndexOf('.');
		String suffixe = "-" + depot.numero() + ((point > 0) ? depot.fichier().substring(point) : "");
		String base = (point > 0) ? depot.fichier().substring(0, point) : depot.fichier();
		return tronque(base, suffixe.getBytes(StandardCharsets.UTF_8).length) + suffixe;
	}

	/** The beginning of a name that leaves room for so many bytes. */
	private static String tronque(String nom, int place) {
		String debut = nom;
		while (debut.getBytes(StandardCharsets.UTF_8).length > NOM_MAX - place) {
			debut = debut.substring(0, debut.offsetByCodePoints(debut.length(), -1));
		}
		return debut;
	}

}
