package fr.passerelle.depot;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.NumeroDepot;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;

/**
 * What a sender by message is told: in its queue of answers if it gave one, and for what
 * cannot become a deposit in an error queue as well. In the session of the message taken,
 * so that it is told once.
 */
@Component
class JmsAnswers {

	private static final Logger LOG = LoggerFactory.getLogger(JmsAnswers.class);

	/**
	 * Where answers may go: not to the hub's own queues, whoever asks.
	 */
	private static final String REPONSES = "passerelle.reponses.";

	private final JmsTemplate jms;

	private final ObjectMapper json;

	private final Catalogue catalogue;

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	JmsAnswers(ConnectionFactory connexions, ObjectMapper json, Catalogue catalogue, Depots depots,
			ComptesRendus comptesRendus) {
		this.jms = new JmsTemplate(connexions);
		this.jms.setSessionTransacted(true);
		this.json = json;
		this.catalogue = catalogue;
		this.depots = depots;
		this.comptesRendus = comptesRendus;
	}

	/** Answers the verdict of a deposit. */
	void repondre(MessageRecu recu, NumeroDepot numero) {
		Depot depot = this.depots.depot(numero);
		Map<String, Object> corps = new TreeMap<>(Map.of("depot", numero.toString(), "etat", depot.etat().code()));
		this.comptesRendus.trouver(numero)
			.map(CompteRendu::refus)
			.ifPresent((refus) -> corps.putAll(motif(refus.code(), refus.titre(), refus.detail(), refus.action())));
		renvoyer(recu, corps);
	}

	/** Answers that nothing was made of the message, and why. */
	void refuser(MessageRecu recu, Constat constat) {
		Texte texte = this.catalogue.texte(constat);
		Map<String, Object> corps = motif(texte.code(), texte.titre(), texte.cause(), texte.correction());
		corps.put("etat", "refuse");
		this.jms.send(texte.file().adresse(), (session) -> erreur(session, recu, texte, corps));
		renvoyer(recu, corps);
		LOG.warn("a message of the queue of deposits is refused: {}", texte.code());
	}

	private TextMessage erreur(Session session, MessageRecu recu, Texte texte, Map<String, Object> corps)
			throws JMSException {
		TextMessage message = session.createTextMessage(ecrire(corps));
		message.setStringProperty("depot", "");
		message.setStringProperty("uai", (recu.uai() != null) ? NomDeFichier.court(recu.uai()) : "_inconnus");
		message.setStringProperty("flux", "INCONNU");
		message.setStringProperty("regle", texte.code());
		message.setStringProperty("message", recu.jms().getJMSMessageID());
		return message;
	}

	private void renvoyer(MessageRecu recu, Map<String, Object> corps) {
		try {
			Destination retour = recu.jms().getJMSReplyTo();
			String demande = recu.jms().getJMSCorrelationID();
			String lien = (demande != null) ? demande : recu.jms().getJMSMessageID();
			if (retour != null && estAdmise(retour)) {
				this.jms.send(retour, (session) -> reponse(session, lien, corps));
			}
		}
		catch (JMSException ex) {
			throw new IllegalStateException("answering a message", ex);
		}
	}

	private TextMessage reponse(Session session, String lien, Map<String, Object> corps) throws JMSException {
		TextMessage message = session.createTextMessage(ecrire(corps));
		message.setJMSCorrelationID(lien);
		return message;
	}

	private static boolean estAdmise(Destination retour) throws JMSException {
		return retour instanceof TemporaryQueue
				|| (retour instanceof Queue file && file.getQueueName().startsWith(REPONSES));
	}

	private static Map<String, Object> motif(String code, String titre, String cause, String action) {
		return new TreeMap<>(Map.of("code", code, "title", titre, "detail", cause, "action", action));
	}

	private String ecrire(Map<String, Object> corps) {
		try {
			return this.json.writeValueAsString(corps);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing an answer as JSON", ex);
		}
	}

}
