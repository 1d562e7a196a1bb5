package fr.passerelle.securite;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Draws, hashes and checks passwords. */
@Component
class MotsDePasse {

	private static final String BCRYPT = "$2";

	/** 144 bits: nobody guesses it, and it still fits on a line. */
	private static final int OCTETS = 18;

	private static final SecureRandom HASARD = new SecureRandom();

	private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();

	private final String leurre = this.bcrypt.encode("leurre");

	private final VerificationsRecentes recentes;

	MotsDePasse(VerificationsRecentes recentes) {
		this.recentes = recentes;
	}

	String tirer() {
		byte[] octets = new byte[OCTETS];
		HASARD.nextBytes(octets);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
	}

	String condenser(String motDePasse) {
		return this.bcrypt.encode(motDePasse);
	}

	/**
	 * Whether this is the password. Without account (null) the work is done all the same,
	 * so that the answer's time does not tell which names exist.
	 */
	boolean verifier(String saisi, CompteConnu connu) {
		String secret = (connu != null) ? connu.secret() : this.leurre;
		if (!secret.startsWith(BCRYPT)) {
			return egaux(saisi, secret);
		}
		if (this.recentes.contient(secret, saisi)) {
			return true;
		}
		boolean juste = BCrypt.checkpw(saisi, secret) && connu != null;
		if (juste) {
			this.recentes.retenir(secret, saisi);
		}
		return juste;
	}

	/** Compares in a time that does not depend on where they differ. */
	static boolean egaux(String saisi, String attendu) {
		return MessageDigest.isEqual(saisi.getBytes(StandardCharsets.UTF_8), attendu.getBytes(StandardCharsets.UTF_8));
	}

}
