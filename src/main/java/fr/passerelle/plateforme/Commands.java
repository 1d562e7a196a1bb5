package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Short programs run to their end. */
final class Commands {

	private Commands() {
	}

	/** Runs, gives this text to read, and returns what was said; fails if it failed. */
	static String run(List<String> command, String input) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
			writer.write(input);
		}
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (waitFor(process) != 0) {
			throw new IOException("running " + command.get(0) + ": " + said);
		}
		return said;
	}

	static boolean succeeds(List<String> command) {
		try {
			run(command, "");
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int waitFor(Process process) throws IOException {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroy();
			throw new IOException("interrupted while waiting for a program", ex);
		}
	}

}
