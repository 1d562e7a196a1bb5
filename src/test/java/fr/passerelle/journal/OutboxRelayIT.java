package fr.passerelle.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.passerelle.noyau.NumeroDepot;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jms.core.JmsTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves the outbox, in which order, how often. */
class OutboxRelayIT {

	private final JournalDEssai journal = new JournalDEssai();

	private ActiveMQServer courtier;

	private ActiveMQConnectionFactory connexions;

	@BeforeEach
	void demarrer() throws Exception {
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setPersistenceEnabled(false);
		configuration.setSecurityEnabled(false);
		configuration.addAcceptorConfiguration("essai", "vm://78");
		this.courtier = new ActiveMQServerImpl(configuration);
		this.courtier.start();
		this.connexions = new ActiveMQConnectionFactory("vm://78");
	}

	@AfterEach
	void arreter() throws Exception {
		this.connexions.close();
		this.courtier.stop();
	}

	@Test
	void schoolsGoInTurnAndEachInItsOrder() throws JMSException {
		List<NumeroDepot> a = List.of(depose(JournalDEssai.UAI), depose(JournalDEssai.UAI), depose(JournalDEssai.UAI));
		List<NumeroDepot> b = List.of(depose(JournalDEssai.AUTRE), depose(JournalDEssai.AUTRE));

		relais(24).publier();

		assertThat(recus()).containsExactly(recu(a.get(0), JournalDEssai.UAI), recu(b.get(0), JournalDEssai.AUTRE),
				recu(a.get(1), JournalDEssai.UAI), recu(b.get(1), JournalDEssai.AUTRE),
				recu(a.get(2), JournalDEssai.UAI));
	}

	@Test
	void onlyAFewAreOnTheirWayAtOnce() throws JMSException {
		List<NumeroDepot> tous = List.of(depose(JournalDEssai.UAI), depose(JournalDEssai.UAI),
				depose(JournalDEssai.UAI));
		OutboxRelay relais = relais(2);

		relais.publier();
		assertThat(recus()).hasSize(2);
		this.journal.transitions.passer(tous.get(0), Etat.EN_TRAITEMENT, "essai", null);
		this.journal.transitions.passer(tous.get(0), Etat.TRAITE, "essai", null);
		relais.publier();

		assertThat(recus()).containsExactly(recu(tous.get(2), JournalDEssai.UAI));
	}

	@Test
	void whatWasSentButNotMarkedIsSentAgainAndDropped() throws JMSException {
		NumeroDepot premier = depose(JournalDEssai.UAI);
		OutboxRelay relais = relais(24);
		relais.publier();
		this.journal.jdbc.sql("UPDATE echange.outbox SET publie_le = NULL").update();
		NumeroDepot second = depose(JournalDEssai.UAI);

		relais.publier();

		assertThat(recus()).containsExactly(recu(premier, JournalDEssai.UAI), recu(second, JournalDEssai.UAI));
		assertThat(nonPublies()).isZero();
	}

	@Test
	void aDepositOfTheNightStaysUntilItsMoment() throws JMSException {
		NumeroDepot nuit = this.journal.depose(JournalDEssai.UAI,
				this.journal.horloge.instant().plus(Duration.ofHours(10)));
		OutboxRelay relais = relais(24);
		relais.publier();
		assertThat(recus()).isEmpty();

		this.journal.horloge.avancer(Duration.ofHours(10));
		relais.publier();

		assertThat(recus()).containsExactly(recu(nuit, JournalDEssai.UAI));
	}

	@Test
	void twoRelaysAtOnceSendEverythingOnceInOrder() throws Exception {
		List<String> attendus = new ArrayList<>();
		this.journal.transaction.executeWithoutResult((tx) -> {
			for (int i = 0; i < 1_200; i++) {
				this.journal.outbox.ecrire("passerelle.depots.essai", JournalDEssai.UAI, null, Map.of(), "m" + i, null);
				attendus.add("m" + i);
			}
		});
		Callable<Void> relais = () -> {
			relais(24).publier();
			return null;
		};
		ExecutorService fils = Executors.newFixedThreadPool(2);

		for (Future<Void> fin : fils.invokeAll(List.of(relais, relais))) {
			fin.get();
		}
		fils.shutdown();
		relais(24).publier();

		assertThat(textes("passerelle.depots.essai")).isEqualTo(attendus);
		assertThat(nonPublies()).isZero();
	}

	private NumeroDepot depose(String uai) {
		return this.journal.depose(uai, null);
	}

	private OutboxRelay relais(int enVol) {
		return new OutboxRelay(this.journal.jdbc, this.connexions, this.journal.json, this.journal.transaction,
				this.journal.horloge, enVol);
	}

	private long nonPublies() {
		return this.journal.jdbc.sql("SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL")
			.query(Long.class)
			.single();
	}

	private static String recu(NumeroDepot numero, String uai) {
		return numero + " " + uai + " " + uai + " " + numero;
	}

	private List<String> recus() throws JMSException {
		List<String> lus = new ArrayList<>();
		for (Message message : messages(Acheminement.DEPOTS)) {
			lus.add(message.getBody(String.class) + " " + message.getStringProperty("JMSXGroupID") + " "
					+ message.getStringProperty("uai") + " " + message.getStringProperty("depot"));
		}
		return lus;
	}

	private List<String> textes(String adresse) throws JMSException {
		List<String> lus = new ArrayList<>();
		for (Message message : messages(adresse)) {
			lus.add(message.getBody(String.class));
		}
		return lus;
	}

	private List<Message> messages(String adresse) {
		JmsTemplate jms = new JmsTemplate(this.connexions);
		jms.setReceiveTimeout(JmsTemplate.RECEIVE_TIMEOUT_NO_WAIT);
		List<Message> messages = new ArrayList<>();
		for (Message message = jms.receive(adresse); message != null; message = jms.receive(adresse)) {
			messages.add(message);
		}
		return messages;
	}

}
