package fr.passerelle.depot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

import fr.passerelle.journal.Contenus;
import fr.passerelle.journal.Reception;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.springframework.stereotype.Component;

/**
 * Takes a file of an SFTP server: leased, fetched into the content store, entered in the
 * ledger; it leaves the server when its route has ended ({@link SftpHandling}).
 * Interrupted anywhere, it can be done again.
 */
@Component("depotSftp")
public class SftpStep {

	private final Intake entrees;

	private final Contenus contenus;

	private final DepotSettings settings;

	SftpStep(Intake entrees, Contenus contenus, DepotSettings settings) {
		this.entrees = entrees;
		this.contenus = contenus;
		this.settings = settings;
	}

	/**
	 * The number of the deposit this file has become, or null when there is nothing to
	 * open: another node has the file, it is not whole yet, or it was entered before.
	 */
	public String prendre(Exchange message) throws IOException {
		GenericFile<?> fichier = message.getProperty(FileComponent.FILE_EXCHANGE_FILE, GenericFile.class);
		SftpHandling<?> ici = SftpHandling.de(message);
		Optional<Entree> entree = this.entrees.entrer(ici.cle(fichier),
				fichier.getFileLength() + " " + fichier.getLastModified(), () -> garder(fichier, ici));
		entree.ifPresent((celle) -> SftpHandling.estAuRegistre(message, celle.numero().toString()));
		return entree.map(Entree::aOuvrir).orElse(null);
	}

	private Optional<Reception> garder(GenericFile<?> fichier, SftpHandling<?> ici) throws IOException {
		CanalSftp canal = ici.canal();
		return chercher(fichier, ici)
			.map((garde) -> new Reception(fichier.getFileNameOnly(), garde.taille(), garde.empreinte(), canal.canal(),
					"serveur " + canal.nom(), null, null, canal.uai(fichier.getRelativeFilePath()), false));
	}

	/** The bytes, if they are all there and tell no other end than the one they have. */
	private Optional<Contenus.Contenu> chercher(GenericFile<?> fichier, SftpHandling<?> ici) throws IOException {
		try (InputStream octets = (InputStream) fichier.getBody()) {
			return this.contenus.garder(octets::transferTo, Long.MAX_VALUE,
					(contenu, brouillon) -> contenu.taille() == fichier.getFileLength()
							&& estEntier(brouillon, fichier.getRelativeFilePath(), ici.entiers()));
		}
	}

	private boolean estEntier(Path brouillon, String chemin, StableFiles<?> entiers) throws IOException {
		return Wholeness.of(brouillon) != Wholeness.CUT
				|| entiers.immobile(chemin).compareTo(this.settings.incomplet()) >= 0;
	}

}
