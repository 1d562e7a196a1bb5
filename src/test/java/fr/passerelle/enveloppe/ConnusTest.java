package fr.passerelle.enveloppe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the hub knows of files is what mappings/ says. */
class ConnusTest {

	@TempDir
	private Path dossier;

	@Test
	void theRootsAndTheTitlesOfTheSourcesAreThoseOfTheirMappings() {
		Connus connus = Connus.de(new Mappings(Path.of("mappings")));

		assertThat(connus.racines()).contains("BEE_ELEVES", "STS_EDT", "EDT_STS", "IMPORT_ELEVES");
		assertThat(connus.titres()).contains("nomeleve", "nomresponsable", "directeur");
	}

	@Test
	void aKindToldByItsBytesThatNobodyDescribesStopsTheStart() throws IOException {
		Files.createDirectories(this.dossier.resolve("sources"));

		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> Connus.de(new Mappings(this.dossier)))
			.withMessageContaining("« pdf »");
	}

}
