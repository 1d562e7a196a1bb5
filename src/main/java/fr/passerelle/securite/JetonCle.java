package fr.passerelle.securite;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs access tokens: drawn once, in the database, the same for all nodes.
 */
@Component
class JetonCle {

	/** As long as what HMAC-SHA256 gives, no less is allowed (RFC 7518, 3.2). */
	private static final int OCTETS = 32;

	private final JdbcClient jdbc;

	private final Clock horloge;

	private volatile SecretKey cle;

	JetonCle(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	SecretKey cle() {
		if (this.cle == null) {
			byte[] octets = new byte[OCTETS];
			new SecureRandom().nextBytes(octets);
			this.jdbc.sql("INSERT INTO echange.jeton_cle (cle, cree_le) VALUES (?, ?) ON CONFLICT DO NOTHING")
				.params(octets, Timestamp.from(this.horloge.instant()))
				.update();
			this.cle = new SecretKeySpec(
					this.jdbc.sql("SELECT cle FROM echange.jeton_cle").query(byte[].class).single(), "HmacSHA256");
		}
		return this.cle;
	}

}
