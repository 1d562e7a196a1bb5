package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** As whom PostgreSQL runs. */
class PostgresqlUserIT {

	/** Any user but root that the system knows: daemon. */
	private static final int SOMEBODY = 1;

	private final Path home = MaisonDeTest.maisonNeuve();

	@Test
	void anOrdinaryUserOnSomebodyElsesFolderIsToldWhatToDo() {
		Path folder = this.home.resolve("data/postgresql");

		assertThatExceptionOfType(DemarrageImpossible.class)
			.isThrownBy(() -> PostgresqlUser.of(folder, new UnixSystem().getUid() + 1))
			.withMessageStartingWith("Le dossier « %s » appartient à l'utilisateur".formatted(folder))
			.satisfies((ex) -> assertThat(ex.action()).contains("sudo chown -R"));
	}

	@Test
	void anOrdinaryUserNeedsNothing() throws IOException {
		PostgresqlUser user = PostgresqlUser.of(this.home.resolve("data/postgresql"), ownerOf(this.home));

		assertThat(user.command(List.of("postgres"))).endsWith("postgres");
	}

	@Test
	@EnabledIf("root")
	void rootRunsTheServerAsTheOwnerOfTheData() throws Exception {
		Path data = Files.createDirectories(this.home.resolve("data"));
		Files.setAttribute(data, "unix:uid", SOMEBODY);
		Files.setAttribute(data, "unix:gid", SOMEBODY);
		MaisonDeTest.linkPrograms(data);
		PostgresqlServer server = new PostgresqlServer(data, LocalPort.choose(0),
				new Acces.Service("", "passerelle", "essai"), Duration.ofMinutes(1));
		server.await();

		List<String> mark = Files.readAllLines(data.resolve("postgresql/base/postmaster.pid"));
		Object runsAs = Files.getAttribute(Path.of("/proc", mark.get(0)), "unix:uid");
		server.stop();

		assertThat(runsAs).isEqualTo(SOMEBODY);
	}

	private static long ownerOf(Path folder) throws IOException {
		return (Integer) Files.getAttribute(folder, "unix:uid");
	}

	static boolean root() {
		return new UnixSystem().getUid() == 0;
	}

}
