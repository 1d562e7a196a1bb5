package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The running server, under a shell that holds a pipe of this process: when the pipe
 * ends, for whatever reason, the server stops by itself, cleanly.
 */
class PostgresqlProcess {

	private static final int POLL_MS = 10;

	private final Path base;

	private final Process process;

	private PostgresqlProcess(Path base, Process process) {
		this.base = base;
		this.process = process;
	}

	static PostgresqlProcess start(PostgresqlUser user, Path bin, Path base, int port) throws IOException {
		Path journal = base.resolveSibling("demarrage.log");
		List<String> words = new ArrayList<>();
		if (Commands.succeeds(List.of("sh", "-c", "command -v setsid"))) {
			// Out of the terminal's group: Ctrl-C is for the hub, which stops in order.
			words.add("setsid");
		}
		user.command(List.of("sh", "-c", watchdog(), "watchdog", bin.resolve("postgres").toString(), "-D",
				base.toString(), "-p", Integer.toString(port)))
			.forEach(words::add);
		return new PostgresqlProcess(base,
				new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(journal.toFile()).start());
	}

	private static String watchdog() throws IOException {
		try (InputStream script = PostgresqlProcess.class.getResourceAsStream("watchdog.sh")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Waits until the server takes connections. */
	void awaitReady(Duration limit) throws IOException, InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!ready()) {
			if (this.process.waitFor(POLL_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
				stop();
				throw new DemarrageImpossible("PostgreSQL ne démarre pas : « %s ».".formatted(lastWords()),
						"Lisez les journaux du dossier « %s ».".formatted(this.base.resolveSibling("journal")));
			}
		}
	}

	/** The last line of the file of the server's pid says what it is doing. */
	private boolean ready() throws IOException {
		Path pid = this.base.resolve("postmaster.pid");
		return Files.exists(pid) && Files.readString(pid).strip().endsWith("\nready");
	}

	private String lastWords() throws IOException {
		List<String> lines = Files.readAllLines(this.base.resolveSibling("demarrage.log"));
		return lines.isEmpty() ? "sans un mot" : lines.get(0);
	}

	/** Done when the server has ended, asked or not. */
	CompletableFuture<Process> ended() {
		return this.process.onExit();
	}

	/** Ends the pipe and waits for the clean stop that follows. */
	void stop() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		this.process.waitFor(1, TimeUnit.MINUTES);
	}

}
