package fr.passerelle.integration;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

import org.springframework.jms.core.JmsTemplate;

/** The broker: what lies in its queues. */
public final class Courtier {

	/** Error queues of the contract. */
	public static final List<String> ERREURS = List.of("format", "annee", "etablissement", "groupe", "eleve",
			"prerequis", "systeme");

	private final JmsTemplate jms;

	public Courtier(ConnectionFactory connexions) {
		this.jms = new JmsTemplate(connexions);
		this.jms.setReceiveTimeout(10_000);
	}

	/** Messages of a queue, those in delivery included. */
	public long nombre(String file) {
		Message reponse = this.jms.sendAndReceive("activemq.management", (session) -> question(session, file));
		try {
			return ((Number) JMSManagementHelper.getResult(reponse)).longValue();
		}
		catch (Exception ex) {
			throw new IllegalStateException("asking the broker about " + file, ex);
		}
	}

	private static Message question(Session session, String file) throws JMSException {
		Message question = session.createMessage();
		JMSManagementHelper.putAttribute(question, "queue." + file, "messageCount");
		return question;
	}

	/** The messages of one error queue, left where they are. */
	public List<Erreur> erreurs(String file) {
		return this.jms.browse("passerelle.erreurs." + file, (session, browser) -> lire(file, browser));
	}

	private static List<Erreur> lire(String file, QueueBrowser browser) throws JMSException {
		List<Erreur> erreurs = new ArrayList<>();
		for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements();) {
			TextMessage texte = (TextMessage) messages.nextElement();
			erreurs.add(new Erreur(file, texte.getStringProperty("depot"), texte.getStringProperty("uai"),
					texte.getStringProperty("flux"), texte.getStringProperty("regle"), texte.getText()));
		}
		return erreurs;
	}

	/**
	 * A message of an error queue.
	 *
	 * @param file last part of the name of the queue
	 * @param corps its JSON
	 */
	public record Erreur(String file, String depot, String uai, String flux, String regle, String corps) {
	}

}
