package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** The folders where the hub takes and gives files exist and can be written. */
@Component
class DossiersAccessibles implements Verification {

	private final Maison maison;

	DossiersAccessibles(Maison maison) {
		this.maison = maison;
	}

	@Override
	public Optional<String> empechement() {
		return Stream.of(this.maison.inbox(), this.maison.outbox(), this.maison.data())
			.filter((folder) -> !writable(folder))
			.map((folder) -> "Le dossier « %s » ne peut pas être écrit par l'utilisateur « %s ».".formatted(folder,
					System.getProperty("user.name")))
			.findFirst();
	}

	private static boolean writable(Path folder) {
		try {
			Files.createDirectories(folder);
			return Files.isWritable(folder);
		}
		catch (IOException ex) {
			return false;
		}
	}

}
