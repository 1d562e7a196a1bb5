package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server a former hub may have left on the same files: stopped if it lives, its mark
 * forgotten if it is dead. The data lock is ours by then, so it serves nobody.
 */
final class StalePostgresql {

	private StalePostgresql() {
	}

	static void clear(Path base) throws IOException {
		Path mark = base.resolve("postmaster.pid");
		if (!Files.exists(mark)) {
			return;
		}
		Optional<ProcessHandle> server = server(Files.readAllLines(mark).get(0));
		if (server.isPresent()) {
			stop(server.get());
		}
		Files.deleteIfExists(mark);
	}

	/** The process of this number, unless the number now belongs to something else. */
	private static Optional<ProcessHandle> server(String pid) {
		return ProcessHandle.of(Long.parseLong(pid.strip()))
			.filter((
					process) -> process.info().command().filter((command) -> command.endsWith("postgres")).isPresent());
	}

	private static void stop(ProcessHandle server) throws IOException {
		Commands.run(List.of("kill", "-INT", Long.toString(server.pid())), "");
		try {
			server.onExit().get(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			throw new DemarrageImpossible(
					"Un ancien serveur PostgreSQL (processus %d) ne s'arrête pas.".formatted(server.pid()),
					"Arrêtez-le : kill -INT %d, puis relancez la passerelle.".formatted(server.pid()), ex);
		}
	}

}
