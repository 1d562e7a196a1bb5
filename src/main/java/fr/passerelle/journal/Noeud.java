package fr.passerelle.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who we are to other nodes. The name stays with the home: started again after a crash, a
 * hub holds the leases it had and need not wait for them to run out.
 *
 * @param nom unique name
 */
public record Noeud(String nom) {

	static Noeud de(Path fichier) throws IOException {
		if (!Files.exists(fichier)) {
			Files.createDirectories(fichier.toAbsolutePath().getParent());
			Files.writeString(fichier, UUID.randomUUID().toString());
		}
		return new Noeud(Files.readString(fichier).strip());
	}

}
