package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The embedded PostgreSQL, alone. */
class PostgresqlServerIT {

	private final Path data = MaisonDeTest.maisonNeuve().resolve("data");

	private final int port = LocalPort.choose(0);

	private PostgresqlServer server;

	@BeforeEach
	void start() throws IOException {
		MaisonDeTest.linkPrograms(this.data);
		this.server = server();
		this.server.await();
	}

	@AfterEach
	void stop() throws Exception {
		this.server.stop();
	}

	@Test
	void keepsWhatIsCommitted() {
		assertThat(database("essai").sql("""
				SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
				WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')""")
			.query(String.class)
			.single()).isEqualTo("data_checksums=on fsync=on full_page_writes=on synchronous_commit=on");
	}

	@Test
	void listensToThisMachineOnly() throws IOException {
		assertThat(database("essai").sql("SHOW listen_addresses").query(String.class).single()).isEqualTo("127.0.0.1");
		assertThat(Files.readAllLines(this.data.resolve("postgresql/base/postmaster.pid")).get(4)).isEmpty();
	}

	@Test
	void refusesAWrongPassword() {
		JdbcClient stranger = database("faux");

		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> stranger.sql("SELECT 1").query(Integer.class).single())
			.withStackTraceContaining("password authentication failed");
	}

	@Test
	void givesItsOwnerNoPowerOverTheServer() {
		assertThat(database("essai").sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
			.query(Boolean.class)
			.single()).isFalse();
	}

	@Test
	void comesBackWhenItsProcessIsKilled() throws IOException {
		database("essai").sql("CREATE TABLE temoin AS SELECT 42 AS valeur").update();

		ProcessHandle.of(pid()).orElseThrow().destroyForcibly();

		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.ignoreExceptions()
			.until(() -> database("essai").sql("SELECT valeur FROM temoin").query(Integer.class).single() == 42
					&& ProcessHandle.of(pid()).isPresent());
	}

	@Test
	void aServerLeftByAFormerHubIsStoppedFirst() throws Exception {
		long former = pid();

		StalePostgresql.clear(this.data.resolve("postgresql/base"));

		assertThat(ProcessHandle.of(former)).isEmpty();
		assertThat(this.data.resolve("postgresql/base/postmaster.pid")).doesNotExist();
	}

	@Test
	void aDatabaseOfAnotherMajorVersionIsLeftAlone() throws Exception {
		this.server.stop();
		Files.writeString(this.data.resolve("postgresql/base/PG_VERSION"), "16\n");

		this.server = server();

		assertThatExceptionOfType(DemarrageImpossible.class).isThrownBy(this.server::await)
			.withMessageContaining("a été créée par PostgreSQL 16");
	}

	private PostgresqlServer server() {
		return new PostgresqlServer(this.data, this.port, new Acces.Service("", "passerelle", "essai"),
				Duration.ofMinutes(1));
	}

	private long pid() throws IOException {
		return Long.parseLong(Files.readAllLines(this.data.resolve("postgresql/base/postmaster.pid")).get(0));
	}

	private JdbcClient database(String password) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL("jdbc:postgresql://127.0.0.1:" + this.port + "/passerelle");
		source.setUser("passerelle");
		source.setPassword(password);
		return JdbcClient.create(source);
	}

}
