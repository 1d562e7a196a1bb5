package fr.passerelle.canal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fr.passerelle.integration.ServeurSftp;
import org.apache.camel.impl.DefaultCamelContext;

/** The servers that a test gives, and what puts files there. */
public final class CanalDEssai implements AutoCloseable {

	private final List<fr.passerelle.canal.ServeurSftp> serveurs = new ArrayList<>();

	private final DefaultCamelContext camel = new DefaultCamelContext();

	/** Nobody to send to. */
	public static ServeursSftp aucun() {
		return new ServeursSftp(new ServeursSettings(List.of()));
	}

	/** One more server of the settings. */
	public CanalDEssai avec(String nom, ServeurSftp serveur, String motDePasse, Path hotesConnus) {
		this.serveurs.add(new fr.passerelle.canal.ServeurSftp(nom, "127.0.0.1", serveur.port(), ServeurSftp.UTILISATEUR,
				motDePasse, null, null, hotesConnus));
		return this;
	}

	public ServeursSftp serveurs() {
		return new ServeursSftp(new ServeursSettings(this.serveurs));
	}

	public Envois envois() {
		this.camel.start();
		return new Envois(this.camel, serveurs());
	}

	@Override
	public void close() {
		this.camel.stop();
	}

}
