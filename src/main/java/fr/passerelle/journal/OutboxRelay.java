package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. Sent, then marked: a crash between the two sends again,
 * under the same identifier, which the broker filters. Claim checks go out school by
 * school in turn and a few at a time, so that one school's pile is nobody else's wait.
 */
@Component("outboxRelay")
public class OutboxRelay {

	private static final int LOT = 500;

	/** Broker's name for the identifier it filters repetitions by. */
	private static final String DOUBLON = "_AMQ_DUPL_ID";

	private record Envoi(long id, String adresse, String uai, String corps, Map<String, String> entetes) {
	}

	private final JdbcClient jdbc;

	private final JmsTemplate lots;

	private final JmsTemplate unites;

	private final ObjectMapper json;

	private final int enVol;

	private final TransactionTemplate transaction;

	private final Clock horloge;

	OutboxRelay(JdbcClient jdbc, ConnectionFactory connexions, ObjectMapper json, TransactionTemplate transaction,
			Clock horloge, @Value("${passerelle.traitement.en-vol:24}") int enVol) {
		this.horloge = horloge;
		this.jdbc = jdbc;
		this.json = json;
		this.enVol = enVol;
		this.transaction = transaction;
		this.lots = new JmsTemplate(connexions);
		this.lots.setSessionTransacted(true);
		this.unites = new JmsTemplate(connexions);
	}

	/** Sends all that may go now, a batch at a time. */
	public void publier() {
		while (Boolean.TRUE.equals(this.transaction.execute((etat) -> lot()))) {
			// another batch may be waiting
		}
	}

	private boolean lot() {
		if (!seul()) {
			return false;
		}
		List<Envoi> envois = new ArrayList<>(autres());
		envois.addAll(depots());
		if (envois.isEmpty()) {
			return false;
		}
		envoyer(envois);
		this.jdbc.sql("UPDATE echange.outbox SET publie_le = ? WHERE id = ANY (?)")
			.param(maintenant())
			.param(envois.stream().map(Envoi::id).toArray(Long[]::new))
			.update();
		return true;
	}

	/** One relay at a time, or the order of a school would be lost. */
	private boolean seul() {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('echange.outbox'))")
			.query(Boolean.class)
			.single();
	}

	private List<Envoi> autres() {
		return lire(
				"""
						SELECT id, adresse, uai, corps #>> '{}', entetes::text FROM echange.outbox
						WHERE publie_le IS NULL AND disponible_le <= :maintenant AND adresse <> 'passerelle.depots' ORDER BY id LIMIT :nombre""",
				LOT);
	}

	private List<Envoi> depots() {
		long libres = this.enVol - this.jdbc
			.sql("""
					SELECT (SELECT count(*) FROM echange.depot WHERE etat IN ('depose', 'en_traitement'))
					     - (SELECT count(DISTINCT numero) FROM echange.outbox WHERE publie_le IS NULL AND adresse = 'passerelle.depots')""")
			.query(Long.class)
			.single();
		return (libres <= 0) ? List.of() : lire("""
				SELECT id, adresse, uai, corps #>> '{}', entetes::text FROM (
				    SELECT o.*, row_number() OVER (PARTITION BY uai ORDER BY id) AS tour FROM echange.outbox o
				    WHERE publie_le IS NULL AND disponible_le <= :maintenant AND adresse = 'passerelle.depots') a
				ORDER BY tour, id LIMIT :nombre""", (int) libres);
	}

	private List<Envoi> lire(String sql, int nombre) {
		return this.jdbc.sql(sql)
			.param("nombre", nombre)
			.param("maintenant", maintenant())
			.query((rs, i) -> new Envoi(rs.getLong(1), rs.getString(2), rs.getString(3), rs.getString(4),
					entetes(rs.getString(5))))
			.list();
	}

	private Timestamp maintenant() {
		return Timestamp.from(this.horloge.instant());
	}

	/**
	 * All at once; if the broker refuses, one by one, where a repetition counts as sent.
	 */
	private void envoyer(List<Envoi> envois) {
		try {
			this.lots.execute((Session session) -> poster(session, envois));
		}
		catch (org.springframework.jms.JmsException ex) {
			envois.forEach(this::envoyer);
		}
	}

	private void envoyer(Envoi envoi) {
		try {
			this.unites.execute((Session session) -> poster(session, List.of(envoi)));
		}
		catch (org.springframework.jms.JmsException ex) {
			if (!dejaEnvoye(ex)) {
				throw ex;
			}
		}
	}

	/**
	 * The broker refuses what it already has: sent, before a crash kept it from being
	 * marked.
	 */
	private static boolean dejaEnvoye(Throwable echec) {
		return Stream.iterate(echec, Objects::nonNull, Throwable::getCause)
			.anyMatch(ActiveMQDuplicateIdException.class::isInstance);
	}

	private static Void poster(Session session, List<Envoi> envois) throws JMSException {
		try (MessageProducer producteur = session.createProducer(null)) {
			for (Envoi envoi : envois) {
				TextMessage message = session.createTextMessage(envoi.corps());
				for (Map.Entry<String, String> entete : envoi.entetes().entrySet()) {
					message.setStringProperty(entete.getKey(), entete.getValue());
				}
				message.setStringProperty(DOUBLON, "outbox-" + envoi.id());
				if (envoi.uai() != null) {
					message.setStringProperty("JMSXGroupID", envoi.uai());
				}
				producteur.send(envoi.adresse().startsWith("passerelle.evenements.")
						? session.createTopic(envoi.adresse()) : session.createQueue(envoi.adresse()), message);
			}
		}
		if (session.getTransacted()) {
			session.commit();
		}
		return null;
	}

	private Map<String, String> entetes(String texte) {
		try {
			return this.json.readValue(texte, new TypeReference<>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the headers of a message", ex);
		}
	}

}
