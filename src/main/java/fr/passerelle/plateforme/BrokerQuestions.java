package fr.passerelle.plateforme;

import java.util.Arrays;
import java.util.List;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueRequestor;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;

/** Questions to the broker, embedded or not, through its own management queue. */
class BrokerQuestions implements AutoCloseable {

	private final Connection connection;

	private final QueueSession session;

	private final QueueRequestor requestor;

	private final List<String> addresses;

	BrokerQuestions(ConnectionFactory connections) {
		try {
			this.connection = connections.createConnection();
			this.connection.start();
			this.session = (QueueSession) this.connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
			Queue management = this.session.createQueue("activemq.management");
			this.requestor = new QueueRequestor(this.session, management);
			this.addresses = Arrays.stream((Object[]) ask("getAddressNames")).map(Object::toString).toList();
		}
		catch (JMSException ex) {
			throw unreachable(ex);
		}
	}

	boolean knows(String address) {
		return this.addresses.contains(address);
	}

	/** The settings of this address, in the broker's JSON. */
	String settings(String address) {
		return (String) ask("getAddressSettingsAsJSON", address);
	}

	private Object ask(String operation, Object... arguments) {
		try {
			Message question = this.session.createMessage();
			JMSManagementHelper.putOperationInvocation(question, "broker", operation, arguments);
			Message answer = this.requestor.request(question);
			if (!JMSManagementHelper.hasOperationSucceeded(answer)) {
				throw new IllegalStateException("asking the broker " + operation);
			}
			return JMSManagementHelper.getResult(answer);
		}
		catch (Exception ex) {
			throw unreachable(ex);
		}
	}

	private static DemarrageImpossible unreachable(Exception cause) {
		return new DemarrageImpossible("Le courtier de messages ne répond pas aux questions de la passerelle.",
				"Vérifiez spring.artemis.broker-url, .user et .password ; cet utilisateur doit avoir le droit "
						+ "« manage » sur activemq.management.",
				cause);
	}

	@Override
	public void close() {
		try {
			this.requestor.close();
			this.connection.close();
		}
		catch (JMSException ex) {
			throw unreachable(ex);
		}
	}

}
