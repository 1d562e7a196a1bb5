package fr.passerelle.journal;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to publish, written in the transaction of what they announce (guaranteed
 * delivery): the relay sends them, later and at least once, under an identifier that the
 * broker and the consumers use to filter a second sending.
 */
@Repository
class Outbox {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	Outbox(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Adds a message.
	 * @param adresse address of the broker, see contract §4
	 * @param uai school, message group
	 * @param corps anything Jackson writes; references, never the payload
	 * @param disponibleLe not before this moment, null for at once, whatever the clock of
	 * the node that sends it says
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void ecrire(String adresse, String uai, NumeroDepot numero, Map<String, String> entetes, Object corps,
			Instant disponibleLe) {
		this.jdbc
			.sql("""
					INSERT INTO echange.outbox (adresse, uai, numero, entetes, corps, disponible_le)
					VALUES (:adresse, :uai, :numero, :entetes::jsonb, :corps::jsonb, coalesce(:disponible::timestamptz, '-infinity'))""")
			.param("adresse", adresse)
			.param("uai", uai)
			.param("numero", (numero != null) ? numero.valeur() : null)
			.param("entetes", ecrire(entetes))
			.param("corps", ecrire(corps))
			.param("disponible", (disponibleLe != null) ? java.sql.Timestamp.from(disponibleLe) : null)
			.update();
	}

	private String ecrire(Object valeur) {
		try {
			return this.json.writeValueAsString(valeur);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing a message as JSON", ex);
		}
	}

}
