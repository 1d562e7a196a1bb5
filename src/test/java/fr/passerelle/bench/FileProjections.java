package fr.passerelle.bench;

import java.io.IOException;
import java.util.Properties;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueRequestor;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** How many schools wait for their two stores to follow, as the broker tells. */
final class FileProjections implements AutoCloseable {

	private final ActiveMQConnectionFactory courtier;

	private final QueueConnection connexion;

	private final QueueSession session;

	private final QueueRequestor question;

	FileProjections(Properties acces) throws IOException {
		this.courtier = new ActiveMQConnectionFactory(acces.getProperty("artemis.url"));
		try {
			this.connexion = this.courtier.createQueueConnection(acces.getProperty("artemis.utilisateur"),
					acces.getProperty("artemis.motdepasse"));
			this.connexion.start();
			this.session = this.connexion.createQueueSession(false, Session.AUTO_ACKNOWLEDGE);
			this.question = new QueueRequestor(this.session, this.session.createQueue("activemq.management"));
		}
		catch (JMSException ex) {
			throw new IOException("asking the broker", ex);
		}
	}

	/** Messages of the queue, those being worked on included. */
	long nombre() throws IOException {
		try {
			Message message = this.session.createMessage();
			JMSManagementHelper.putAttribute(message, "queue.passerelle.projections", "messageCount");
			return ((Number) JMSManagementHelper.getResult(this.question.request(message))).longValue();
		}
		catch (Exception ex) {
			throw new IOException("asking the broker", ex);
		}
	}

	@Override
	public void close() throws IOException {
		try {
			this.connexion.close();
			this.courtier.close();
		}
		catch (JMSException ex) {
			throw new IOException("leaving the broker", ex);
		}
	}

}
