package fr.passerelle.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server that publishes files, with the label it gives to each content. */
public final class SiteWeb implements AutoCloseable {

	private record Page(byte[] octets, String etag, String disposition) {
	}

	private final HttpServer serveur;

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	private final Map<String, Integer> reponses = new ConcurrentHashMap<>();

	public SiteWeb() throws IOException {
		this.serveur = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.serveur.createContext("/", this::repondre);
		this.serveur.start();
	}

	public String adresse(String chemin) {
		return "http://127.0.0.1:" + this.serveur.getAddress().getPort() + chemin;
	}

	public void publier(String chemin, byte[] octets, String etag, String disposition) {
		this.pages.put(chemin, new Page(octets, etag, disposition));
	}

	/** How often the answer was that nothing has changed. */
	public int inchanges(String chemin) {
		return this.reponses.getOrDefault("304 " + chemin, 0);
	}

	/** How often the whole content was sent. */
	int envois(String chemin) {
		return this.reponses.getOrDefault("200 " + chemin, 0);
	}

	/** How often the answer was that there is nothing. */
	int refus(String chemin) {
		return this.reponses.getOrDefault("404 " + chemin, 0);
	}

	private void repondre(HttpExchange echange) throws IOException {
		try (echange) {
			String chemin = echange.getRequestURI().getPath();
			Page page = this.pages.get(chemin);
			int statut = (page == null) ? 404 : statut(page, echange.getRequestHeaders().getFirst("If-None-Match"));
			this.reponses.merge(statut + " " + chemin, 1, Integer::sum);
			if (statut == 200) {
				envoyer(echange, page);
			}
			else {
				echange.sendResponseHeaders(statut, -1);
			}
		}
	}

	private static int statut(Page page, String connue) {
		return (page.etag() != null && page.etag().equals(connue)) ? 304 : 200;
	}

	private static void envoyer(HttpExchange echange, Page page) throws IOException {
		echange.getResponseHeaders().add("CamelBeanMethodName", "oublier");
		if (page.etag() != null) {
			echange.getResponseHeaders().add("ETag", page.etag());
		}
		if (page.disposition() != null) {
			echange.getResponseHeaders().add("Content-Disposition", page.disposition());
		}
		echange.sendResponseHeaders(200, page.octets().length);
		try (OutputStream corps = echange.getResponseBody()) {
			corps.write(page.octets());
		}
	}

	@Override
	public void close() {
		this.serveur.stop(0);
	}

}
