package fr.passerelle.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures one start, from the command to the hub's own word that it is ready. */
final class Demarrage {

	private Demarrage() {
	}

	public static void main(String[] args) throws Exception {
		Path jar = Path.of(args[0]).toAbsolutePath();
		List<String> options = List.of(System.getProperty("bench.jvm", "-Xmx512m").split(" "));
		try (Hub hub = Hub.lancer(jar, Path.of(args[1]).toAbsolutePath(), options)) {
			System.out.println(String.format(Locale.FRENCH, "%s %s : %.2f s (%.1f s de processeur)",
					jar.getParent().getFileName(), String.join(" ", options), hub.demarrage().toMillis() / 1000.0,
					hub.processeur().toMillis() / 1000.0));
		}
	}

}
