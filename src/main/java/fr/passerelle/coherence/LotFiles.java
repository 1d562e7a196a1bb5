package fr.passerelle.coherence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Maison;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Puts the files of a lot, as they were received, into {@code outbox/<UAI>/<dossier>/}.
 * Who looks there finds the files of one lot, all of them, or no folder: never a mixture.
 */
@Component
class LotFiles {

	private final Maison maison;

	private final Depots depots;

	private final Contenus contenus;

	LotFiles(Maison maison, Depots depots, Contenus contenus) {
		this.maison = maison;
		this.depots = depots;
		this.contenus = contenus;
	}

	/**
	 * Puts the files of these deposits.
	 * @throws Contenus.Altere when the bytes of one are gone or altered: no use in trying
	 * again
	 */
	void poser(String uai, String dossier, List<Long> numeros) {
		Path cible = this.maison.outbox().resolve(uai).resolve(dossier);
		Path brouillon = cible.resolveSibling("." + dossier + ".part");
		try {
			FileSystemUtils.deleteRecursively(brouillon);
			Files.createDirectories(brouillon);
			for (Long numero : numeros) {
				copier(this.depots.depot(new NumeroDepot(numero)), brouillon);
			}
			installer(brouillon, cible);
		}
		catch (IOException ex) {
			throw new NonPose(uai, dossier, ex);
		}
	}

	private void copier(Depot depot, Path ici) throws IOException {
		this.contenus.verifier(depot.empreinte());
		Path fichier = ici.resolve(depot.fichier());
		if (Files.exists(fichier)) {
			fichier = ici.resolve(depot.flux() + "-" + depot.numero() + extension(depot.fichier()));
		}
		Files.copy(this.contenus.chemin(depot.empreinte()), fichier);
		try (FileChannel canal = FileChannel.open(fichier, StandardOpenOption.WRITE)) {
			canal.force(true);
		}
	}

	private static String extension(String nom) {
		int point = nom.lastIndexOf('.');
		return (point >= 0) ? nom.substring(point) : "";
	}

	/**
	 * A folder that holds something cannot be renamed over: the old lot steps aside
	 * first. Interrupted between the two, the lot is put again.
	 */
	private static void installer(Path brouillon, Path cible) throws IOException {
		Path ancien = cible.resolveSibling("." + cible.getFileName() + ".ancien");
		FileSystemUtils.deleteRecursively(ancien);
		if (Files.exists(cible)) {
			Files.move(cible, ancien, StandardCopyOption.ATOMIC_MOVE);
		}
		Files.move(brouillon, cible, StandardCopyOption.ATOMIC_MOVE);
		FileSystemUtils.deleteRecursively(ancien);
	}

	/** The lot stays as it was; it will be tried again. */
	static final class NonPose extends RuntimeException {

		NonPose(String uai, String dossier, IOException cause) {
			super("putting the lot " + dossier + " of " + uai, cause);
		}

	}

}
