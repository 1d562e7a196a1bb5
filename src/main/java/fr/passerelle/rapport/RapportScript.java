package fr.passerelle.rapport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The few lines that sort the tables, put into every page, and their hash. */
@Component
class RapportScript {

	private final String texte;

	RapportScript() {
		try {
			this.texte = new ClassPathResource("templates/rapport/tri.js").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading the script of the report", ex);
		}
	}

	String texte() {
		return this.texte;
	}

	/** As Content-Security-Policy wants it. */
	String empreinte() {
		try {
			byte[] condensat = MessageDigest.getInstance("SHA-256").digest(this.texte.getBytes(StandardCharsets.UTF_8));
			return "sha256-" + Base64.getEncoder().encodeToString(condensat);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("hashing the script of the report", ex);
		}
	}

}
