package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.RefusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Deposits bytes as a school would and tells the verdict. */
record Depots(Path dossier, Enveloppe enveloppe) {

	Depots(Path dossier) {
		this(dossier, enveloppe(Limites.parDefaut()));
	}

	/** What the hub opens, within these limits. */
	static Enveloppe enveloppe(Limites limites) {
		return new Enveloppe(limites, new Mappings(Path.of("mappings")));
	}

	Document accepte(String nom, byte[] octets) {
		return this.enveloppe.ouvrir(ecrire(octets), nom);
	}

	/** The refusal, within two seconds; nothing else may be left in the folder. */
	Constat refuse(String nom, byte[] octets) {
		Path fichier = ecrire(octets);
		RefusException refus = assertTimeoutPreemptively(Duration.ofSeconds(2),
				() -> catchThrowableOfType(RefusException.class, () -> this.enveloppe.ouvrir(fichier, nom)));
		assertThat(refus).as("a refusal of " + nom).isNotNull();
		assertThat(this.dossier).isDirectoryContaining(fichier::equals)
			.isDirectoryNotContaining((reste) -> !fichier.equals(reste));
		return refus.constat();
	}

	private Path ecrire(byte[] octets) {
		try {
			return Files.write(this.dossier.resolve("depot.bin"), octets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
