package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;

/** A hub in a process of its own, that can be killed. */
class ChildHub {

	private final Path output;

	private final Process process;

	ChildHub(Path home, String... settings) throws IOException {
		this.output = Files.createDirectories(home).resolve("sortie-" + System.nanoTime() + ".log");
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-XX:TieredStopAtLevel=1", "-Dpasserelle.embarque.postgresql.port=0",
				"-Dpasserelle.embarque.artemis.port=0", "-Dspring.main.keep-alive=true", "-cp",
				System.getProperty("java.class.path"), HubDEssai.class.getName(), "--passerelle.home=" + home));
		command.addAll(List.of(settings));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile())
			.start();
	}

	ChildHub awaitReady() {
		until(() -> output().contains(HubDEssai.PRET) || !this.process.isAlive());
		if (!this.process.isAlive()) {
			throw new AssertionError("the hub did not start: " + output());
		}
		return this;
	}

	/** What a hub that refuses to start said, until its end. */
	String refusal() {
		until(() -> !this.process.isAlive());
		return output();
	}

	void kill() {
		this.process.destroyForcibly();
		until(() -> !this.process.isAlive());
	}

	/** Waits for the end of every PostgreSQL of this home. */
	static void awaitNoServer(Path home) {
		until(() -> ProcessHandle.allProcesses()
			.noneMatch((process) -> process.info().commandLine().orElse("").contains(home + "/data/postgresql")));
	}

	private String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void until(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	/** Asks it to stop, and waits until it has. */
	void stop() {
		this.process.destroy();
		until(() -> !this.process.isAlive());
	}

}
