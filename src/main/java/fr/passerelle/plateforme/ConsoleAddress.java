package fr.passerelle.plateforme;

import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * Writes down where the page and the API really listen: with {@code server.port=0}, any
 * free port, nobody knows it before.
 */
class ConsoleAddress {

	private final Maison maison;

	private final Acces acces;

	ConsoleAddress(Maison maison, Acces acces) {
		this.maison = maison;
		this.acces = acces;
	}

	@EventListener
	void ecoute(WebServerInitializedEvent depart) {
		Acces.Service console = this.acces.console();
		new AccesFile(this.maison.data()).keep(new Acces(this.acces.postgresql(), this.acces.artemis(),
				new Acces.Service(WantedAcces.console(depart.getWebServer().getPort()), console.utilisateur(),
						console.motdepasse()),
				this.acces.apiCle()));
	}

}
