package fr.passerelle.plateforme;

import java.nio.file.Path;

/**
 * The home folder: everything the hub reads and writes lies under it (contract, section
 * 1).
 *
 * @param racine the folder itself, absolute
 */
public record Maison(Path racine) {

	public Maison {
		racine = racine.toAbsolutePath().normalize();
	}

	public Path inbox() {
		return this.racine.resolve("inbox");
	}

	public Path routes() {
		return this.racine.resolve("routes");
	}

	public Path mappings() {
		return this.racine.resolve("mappings");
	}

	public Path outbox() {
		return this.racine.resolve("outbox");
	}

	public Path data() {
		return this.racine.resolve("data");
	}

	public Path config() {
		return this.racine.resolve("config");
	}

}
