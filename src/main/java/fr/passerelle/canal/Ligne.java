package fr.passerelle.canal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;

/**
 * The line to a server, straight, that can be cut from another thread: one who waits for
 * a server that keeps the line open and takes nothing would otherwise wait for ever.
 */
class Ligne implements Proxy {

	private final Socket prise = new Socket();

	private volatile boolean coupee;

	@Override
	public void connect(SocketFactory fabrique, String hote, int port, int delai) throws IOException {
		this.prise.connect(new InetSocketAddress(hote, port), delai);
		this.prise.setTcpNoDelay(true);
	}

	/** Ends whatever is under way, with an exception there. */
	void couper() {
		this.coupee = true;
		close();
	}

	boolean estCoupee() {
		return this.coupee;
	}

	@Override
	public InputStream getInputStream() {
		return flux(this.prise::getInputStream);
	}

	@Override
	public OutputStream getOutputStream() {
		return flux(this.prise::getOutputStream);
	}

	@Override
	public Socket getSocket() {
		return this.prise;
	}

	@Override
	public void close() {
		try {
			this.prise.close();
		}
		catch (IOException ex) {
			// It is no more of use.
		}
	}

	private static <T> T flux(Ouverture<T> ouverture) {
		try {
			return ouverture.ouvrir();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException("opening a line", ex);
		}
	}

	/** What may fail. */
	private interface Ouverture<T> {

		T ouvrir() throws IOException;

	}

}
