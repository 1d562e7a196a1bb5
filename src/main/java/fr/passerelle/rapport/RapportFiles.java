package fr.passerelle.rapport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.plateforme.Maison;
import org.springframework.stereotype.Component;

/**
 * Puts a report into {@code outbox/<UAI>/comptes-rendus/}. Who looks there finds a whole
 * file or none, whatever happens to the machine.
 */
@Component
class RapportFiles {

	private final Maison maison;

	private final Rapports rapports;

	RapportFiles(Maison maison, Rapports rapports) {
		this.maison = maison;
		this.rapports = rapports;
	}

	void ecrire(String proprietaire, CompteRendu compteRendu) {
		Path dossier = this.maison.outbox().resolve(proprietaire).resolve("comptes-rendus");
		try {
			Files.createDirectories(dossier);
			poser(dossier, compteRendu.numero() + ".html",
					this.rapports.html(compteRendu).getBytes(StandardCharsets.UTF_8));
			poser(dossier, compteRendu.numero() + ".json", this.rapports.json(compteRendu));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing the report of deposit " + compteRendu.numero(), ex);
		}
	}

	private static void poser(Path dossier, String nom, byte[] contenu) throws IOException {
		Path brouillon = dossier.resolve("." + nom + ".part");
		try (FileChannel canal = FileChannel.open(brouillon, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			for (ByteBuffer octets = ByteBuffer.wrap(contenu); octets.hasRemaining();) {
				canal.write(octets);
			}
			canal.force(true);
		}
		Files.move(brouillon, dossier.resolve(nom), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

}
