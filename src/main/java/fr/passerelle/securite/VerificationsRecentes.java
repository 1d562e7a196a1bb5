package fr.passerelle.securite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Passwords found right a moment ago. HTTP Basic sends the password with every call and
 * bcrypt is slow on purpose (a tenth of a second of a core): without this memory a few
 * clients would occupy the hub. Kept is a keyed hash of the stored hash and the password,
 * its key drawn at start, so that a dump of the heap tells no password, and a changed
 * password is forgotten at once.
 */
@Component
class VerificationsRecentes {

	private static final Duration DUREE = Duration.ofMinutes(5);

	/** Bounds the memory: more accounts than this are not at work in five minutes. */
	private static final int MAXIMUM = 10_000;

	private final Map<String, Instant> expirations = new LinkedHashMap<>(16, 0.75f, true);

	private final SecretKeySpec cle;

	private final Clock horloge;

	VerificationsRecentes(Clock horloge) {
		this.horloge = horloge;
		byte[] octets = new byte[32];
		new SecureRandom().nextBytes(octets);
		this.cle = new SecretKeySpec(octets, "HmacSHA256");
	}

	boolean contient(String secret, String saisi) {
		String empreinte = empreinte(secret, saisi);
		synchronized (this.expirations) {
			Instant expiration = this.expirations.get(empreinte);
			return expiration != null && expiration.isAfter(this.horloge.instant());
		}
	}

	void retenir(String secret, String saisi) {
		String empreinte = empreinte(secret, saisi);
		synchronized (this.expirations) {
			this.expirations.put(empreinte, this.horloge.instant().plus(DUREE));
			if (this.expirations.size() > MAXIMUM) {
				this.expirations.remove(this.expirations.keySet().iterator().next());
			}
		}
	}

	private String empreinte(String secret, String saisi) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.cle);
			byte[] condensat = mac.doFinal((secret + '\0' + saisi).getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(condensat);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("hashing a password for the memory of recent checks", ex);
		}
	}

}
