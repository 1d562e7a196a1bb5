package fr.passerelle.plateforme;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address, the only one where the embedded services listen. */
final class LocalPort {

	static final String HOST = "127.0.0.1";

	private LocalPort() {
	}

	/** This port, or any free one when it is 0. */
	static int choose(int wanted) {
		return (wanted != 0) ? wanted : bind(0);
	}

	/** Refuses to start when somebody listens on this port already. */
	static void checkFree(int port, String service, String setting) {
		try {
			bind(port);
		}
		catch (IllegalStateException ex) {
			throw new DemarrageImpossible(
					"Le port %d, où doit écouter %s, est déjà pris par un autre programme.".formatted(port, service),
					"Arrêtez ce programme, ou choisissez un autre port avec --%s=PORT.".formatted(setting), ex);
		}
	}

	private static int bind(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException("binding local port " + port, ex);
		}
	}

}
