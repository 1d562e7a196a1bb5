package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AccesFileTest {

	@TempDir
	private Path data;

	private final Acces wanted = WantedAcces.of(new MockEnvironment(), new LocalPorts(15432, 15616));

	@Test
	void holdsTheKeysOfTheContract() throws IOException {
		Acces acces = new AccesFile(this.data).keep(this.wanted);

		assertThat(Files.readAllLines(file())).containsExactly("# Accès locaux de la passerelle. Ne pas diffuser.",
				"postgresql.url=jdbc:postgresql://127.0.0.1:15432/passerelle", "postgresql.utilisateur=passerelle",
				"postgresql.motdepasse=" + acces.postgresql().motdepasse(), "artemis.url=tcp://127.0.0.1:15616",
				"artemis.utilisateur=passerelle", "artemis.motdepasse=" + acces.artemis().motdepasse(),
				"console.url=http://localhost:8080", "console.utilisateur=academie",
				"console.motdepasse=" + acces.console().motdepasse(), "api.cle=" + acces.apiCle());
	}

	@Test
	void isForItsOwnerOnly() throws IOException {
		new AccesFile(this.data).keep(this.wanted);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
	}

	@Test
	void keepsItsPasswordsFromOneStartToTheNext() {
		Acces first = new AccesFile(this.data).keep(this.wanted);

		Acces second = new AccesFile(this.data).keep(this.wanted);

		assertThat(second).isEqualTo(first);
	}

	@Test
	void drawsOtherPasswordsForAnotherHome(@TempDir Path other) {
		Acces here = new AccesFile(this.data).keep(this.wanted);

		Acces there = new AccesFile(other).keep(this.wanted);

		assertThat(there.apiCle()).isNotEqualTo(here.apiCle());
		assertThat(there.console().motdepasse()).isNotEqualTo(here.console().motdepasse());
	}

	@Test
	void followsThePortOfTheDay() {
		Acces first = new AccesFile(this.data).keep(this.wanted);

		Acces second = new AccesFile(this.data)
			.keep(WantedAcces.of(new MockEnvironment(), new LocalPorts(15999, 15616)));

		assertThat(second.postgresql()).isEqualTo(new Acces.Service("jdbc:postgresql://127.0.0.1:15999/passerelle",
				"passerelle", first.postgresql().motdepasse()));
	}

	@Test
	void neverKeepsThePasswordOfAnExternalService() throws IOException {
		MockEnvironment environment = new MockEnvironment()
			.withProperty("spring.datasource.url", "jdbc:postgresql://base.example/passerelle")
			.withProperty("spring.datasource.username", "hub")
			.withProperty("spring.datasource.password", "un-secret");

		new AccesFile(this.data).keep(WantedAcces.of(environment, new LocalPorts(1, 2)));

		assertThat(Files.readAllLines(file())).contains("postgresql.url=jdbc:postgresql://base.example/passerelle",
				"postgresql.utilisateur=hub", "postgresql.motdepasse=");
	}

	private Path file() {
		return this.data.resolve("acces.properties");
	}

}
