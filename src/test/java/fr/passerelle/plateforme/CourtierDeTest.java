package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Path;

/** A broker of its own, set as the embedded one, for hubs that use an external one. */
public final class CourtierDeTest implements AutoCloseable {

	private final Acces.Service acces = new Acces.Service("", "passerelle", "essai");

	private final int port;

	private final ArtemisServer serveur;

	public CourtierDeTest(Path donnees) throws IOException {
		this.port = LocalPort.choose(0);
		this.serveur = new ArtemisServer(donnees, this.port, this.acces, 100);
		this.serveur.await();
	}

	public int port() {
		return this.port;
	}

	public String utilisateur() {
		return this.acces.utilisateur();
	}

	public String motDePasse() {
		return this.acces.motdepasse();
	}

	@Override
	public void close() {
		try {
			this.serveur.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("stopping the broker of a test", ex);
		}
	}

}
