package fr.passerelle.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.impl.DefaultCamelContext;

/** A hub reduced to its routes: a folder, a context, and what is known of them. */
class RouteWorkshop implements AutoCloseable {

	final DefaultCamelContext camel = new DefaultCamelContext();

	final RouteStatus etat = new RouteStatus();

	final RouteLoader chargeur;

	private final Path dossier;

	RouteWorkshop(Path dossier) {
		this(dossier, Duration.ofSeconds(20));
	}

	RouteWorkshop(Path dossier, Duration attente) {
		this.dossier = dossier;
		this.chargeur = new RouteLoader(new RouteFolder(dossier), attente, this.etat);
		this.camel.getRegistry().bind("crieur", new Crieur());
	}

	RouteWorkshop avec(String nom, String texte) {
		try {
			Path fichier = this.dossier.resolve(nom);
			Files.createDirectories(fichier.getParent());
			Files.writeString(fichier, texte);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RouteWorkshop sans(String nom) {
		try {
			Files.delete(this.dossier.resolve(nom));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RouteWorkshop demarrer() {
		this.chargeur.beforeApplicationStart(this.camel);
		this.camel.start();
		this.chargeur.afterApplicationStart(this.camel);
		return this;
	}

	/** Two looks: a file is taken when it is the same twice. */
	RouteWorkshop relire() {
		this.chargeur.relire();
		this.chargeur.relire();
		return this;
	}

	String demander(String route) {
		try (var appel = this.camel.createProducerTemplate()) {
			return appel.requestBody("direct:" + route, "?", String.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String route(String nom, String reponse) {
		return """
				# répondre : que dit cette route ?
				- route:
				    id: %s
				    from:
				      uri: direct:%s
				      steps:
				        - setBody:
				            constant: "%s"
				""".formatted(nom, nom, reponse);
	}

	static String appel(String etape) {
		return """
				# appeler : qui répond ?
				- route:
				    id: a
				    from:
				      uri: direct:a
				      steps:
				        - %s
				""".formatted(etape);
	}

	@Override
	public void close() {
		this.camel.stop();
	}

	/**
	 * A bean for the routes of the tests; its class is package-private, as in the hub.
	 */
	static class Crieur {

		public String crier(String texte) {
			return texte + "!";
		}

		public String chuchoter(String texte) {
			return texte + "…";
		}

	}

}
