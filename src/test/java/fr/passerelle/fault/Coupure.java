package fr.passerelle.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between the hub and a service, that can be cut and mended. */
final class Coupure implements AutoCloseable {

	private final int cible;

	private final ServerSocket ecoute;

	private final Set<Socket> fils = ConcurrentHashMap.newKeySet();

	private final AtomicInteger essais = new AtomicInteger();

	private volatile boolean coupe;

	Coupure(int cible) throws IOException {
		this.cible = cible;
		this.ecoute = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		lancer(this::accueillir);
	}

	int port() {
		return this.ecoute.getLocalPort();
	}

	/** Breaks every connection, and each new one as soon as it comes. */
	void couper() {
		this.coupe = true;
		this.fils.forEach(Coupure::fermer);
	}

	/** How many times somebody tried in vain since the start. */
	int essais() {
		return this.essais.get();
	}

	void reparer() {
		this.coupe = false;
	}

	private void accueillir() {
		while (!this.ecoute.isClosed()) {
			try {
				brancher(this.ecoute.accept());
			}
			catch (IOException ex) {
				couper();
			}
		}
	}

	private void brancher(Socket venu) throws IOException {
		this.fils.add(venu);
		if (this.coupe) {
			this.essais.incrementAndGet();
			fermer(venu);
			return;
		}
		Socket service = new Socket("127.0.0.1", this.cible);
		this.fils.add(service);
		lancer(() -> verser(venu, service));
		lancer(() -> verser(service, venu));
	}

	private static void verser(Socket de, Socket vers) {
		try (InputStream entree = de.getInputStream(); OutputStream sortie = vers.getOutputStream()) {
			entree.transferTo(sortie);
		}
		catch (IOException ex) {
			fermer(vers);
		}
	}

	private static void fermer(Socket fil) {
		try {
			fil.close();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static void lancer(Runnable travail) {
		Thread fil = new Thread(travail, "coupure");
		fil.setDaemon(true);
		fil.start();
	}

	@Override
	public void close() throws IOException {
		this.ecoute.close();
		couper();
	}

}
