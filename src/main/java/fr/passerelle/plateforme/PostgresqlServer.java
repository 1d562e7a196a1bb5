package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL. It starts while the rest of the hub does; {@link #await()} is
 * the promise that it takes connections. If it dies later, it is started again.
 */
class PostgresqlServer {

	private static final Logger logger = LoggerFactory.getLogger(PostgresqlServer.class);

	private final Path folder;

	private final int port;

	private final Acces.Service owner;

	private final Duration patience;

	private final InBackground<PostgresqlProcess> start;

	private PostgresqlProcess process;

	private boolean stopping;

	PostgresqlServer(Path data, int port, Acces.Service owner, Duration patience) {
		this.folder = data.resolve("postgresql");
		this.port = port;
		this.owner = owner;
		this.patience = patience;
		this.start = new InBackground<>("postgresql", this::start);
	}

	void await() {
		this.start.await();
	}

	synchronized void stop() throws IOException, InterruptedException {
		this.stopping = true;
		if (this.start.awaitOutcome().isPresent()) {
			this.process.stop();
		}
	}

	private PostgresqlProcess start() throws IOException, InterruptedException {
		Path base = this.folder.resolve("base");
		PostgresqlUser user = PostgresqlUser.of(this.folder);
		PostgresqlBinaries binaries = new PostgresqlBinaries(this.folder);
		Path bin = binaries.unpack();
		StalePostgresql.clear(base);
		LocalPort.checkFree(this.port, "PostgreSQL", "passerelle.embarque.postgresql.port");
		new PostgresqlCluster(base, bin, user).prepare(binaries.majorVersion(), this.owner);
		this.process = PostgresqlProcess.start(user, bin, base, this.port);
		this.process.awaitReady(this.patience);
		this.process.ended().thenRun(this::restartLater);
		return this.process;
	}

	private void restartLater() {
		CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::restart);
	}

	private synchronized void restart() {
		if (this.stopping) {
			return;
		}
		try {
			logger.warn("PostgreSQL s'est arrêté de lui-même : il est relancé.");
			this.process.stop();
			start();
		}
		catch (IOException | RuntimeException ex) {
			logger.error("PostgreSQL ne repart pas : nouvel essai dans une seconde.", ex);
			restartLater();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
