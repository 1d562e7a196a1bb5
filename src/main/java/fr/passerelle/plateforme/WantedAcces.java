package fr.passerelle.plateforme;

import org.springframework.core.env.Environment;

/** The accesses as the settings want them; a missing password is for the file to tell. */
final class WantedAcces {

	private static final String HUB = "passerelle";

	private WantedAcces() {
	}

	static Acces of(Environment environment, LocalPorts ports) {
		String postgresql = "jdbc:postgresql://%s:%d/%s".formatted(LocalPort.HOST, ports.postgresql(), HUB);
		String artemis = "tcp://%s:%d".formatted(LocalPort.HOST, ports.artemis());
		String console = console(environment.getProperty("server.port", Integer.class, 8080));
		return new Acces(service(environment, "spring.datasource.url", "spring.datasource.username", postgresql),
				service(environment, "spring.artemis.broker-url", "spring.artemis.user", artemis),
				new Acces.Service(console, "academie", null), null);
	}

	/** Where a person on this machine finds the page. */
	static String console(int port) {
		return "http://localhost:" + port;
	}

	/** Of an external service the password stays where it was given. */
	private static Acces.Service service(Environment environment, String url, String user, String embedded) {
		String external = environment.getProperty(url);
		return (external == null) ? new Acces.Service(embedded, HUB, null)
				: new Acces.Service(external, environment.getProperty(user, ""), "");
	}

}
