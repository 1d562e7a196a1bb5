package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The embedded PostgreSQL. It starts while the rest of the hub does; {@link #await()} is
 * the promise that it takes connections.
 */
class PostgresqlServer {

	private final Path folder;

	private final int port;

	private final Acces.Service owner;

	private final Duration patience;

	private final InBackground<PostgresqlProcess> start;

	PostgresqlServer(Path data, int port, Acces.Service owner, Duration patience) {
		this.folder = data.resolve("postgresql");
		this.port = port;
		this.owner = owner;
		this.patience = patience;
		this.start = new InBackground<>("postgresql", this::start);
	}

	private PostgresqlProcess start() throws IOException, InterruptedException {
		Path base = this.folder.resolve("base");
		PostgresqlUser user = PostgresqlUser.of(this.folder);
		PostgresqlBinaries binaries = new PostgresqlBinaries(this.folder);
		Path bin = binaries.unpack();
		StalePostgresql.clear(base);
		LocalPort.checkFree(this.port, "PostgreSQL", "passerelle.embarque.postgresql.port");
		new PostgresqlCluster(base, bin, user).prepare(binaries.majorVersion(), this.owner);
		PostgresqlProcess process = PostgresqlProcess.start(user, bin, base, this.port);
		process.awaitReady(this.patience);
		return process;
	}

	void await() {
		this.start.await();
	}

	void stop() throws IOException, InterruptedException {
		Optional<PostgresqlProcess> process = this.start.awaitOutcome();
		if (process.isPresent()) {
			process.get().stop();
		}
	}

}
