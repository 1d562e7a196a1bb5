package fr.passerelle.plateforme;

import java.util.Map;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jms.core.JmsTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What happens when a service of the hub lives elsewhere. */
class ExternalServicesIT {

	@Test
	void anExternalDatabaseDisablesTheEmbeddedOneOnly() {
		try (ConfigurableApplicationContext hub = HubDEssai.start(MaisonDeTest.reglages())) {

			assertThat(hub.getBeansOfType(PostgresqlServer.class)).isEmpty();
			assertThat(hub.getBeansOfType(ArtemisServer.class)).hasSize(1);
			assertThat(hub.getBean(Migrations.class).empechement()).isEmpty();
		}
	}

	@Test
	void theOneConnectionFactoryOfTheHubSendsAndReceives() {
		try (ConfigurableApplicationContext hub = HubDEssai.start(MaisonDeTest.reglages())) {
			JmsTemplate jms = new JmsTemplate(hub.getBean(ConnectionFactory.class));

			jms.convertAndSend("passerelle.depots", "17");

			assertThat(jms.receiveAndConvert("passerelle.depots")).isEqualTo("17");
		}
	}

	@Test
	void anExternalBrokerWithoutDeadLettersIsRefused() throws Exception {
		ActiveMQServer external = new ActiveMQServerImpl(bareBroker());
		external.start();
		try {
			Map<String, Object> settings = MaisonDeTest.reglages();
			settings.put("spring.artemis.broker-url", "vm://77");

			assertThatExceptionOfType(Exception.class).isThrownBy(() -> HubDEssai.start(settings))
				.havingRootCause()
				.isInstanceOf(DemarrageImpossible.class)
				.withMessageContaining("Il manque au courtier de messages les adresses [passerelle.depots,");
		}
		finally {
			external.stop();
		}
	}

	@Test
	void anExternalBrokerIsWaitedForForEver() {
		ArtemisConnectionDetails details = new ArtemisConfiguration.External()
			.artemisConnectionDetails(settings("tcp://courtier.example:61616?ha=true"));

		assertThat(details.getBrokerUrl()).isEqualTo("tcp://courtier.example:61616?ha=true&reconnectAttempts=-1");
	}

	@Test
	void thePatienceAskedForIsKept() {
		ArtemisConnectionDetails details = new ArtemisConfiguration.External()
			.artemisConnectionDetails(settings("tcp://courtier.example:61616?reconnectAttempts=3"));

		assertThat(details.getBrokerUrl()).isEqualTo("tcp://courtier.example:61616?reconnectAttempts=3");
	}

	private static ArtemisProperties settings(String url) {
		var settings = new ArtemisProperties();
		settings.setBrokerUrl(url);
		return settings;
	}

	private static ConfigurationImpl bareBroker() throws Exception {
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setPersistenceEnabled(false);
		configuration.setSecurityEnabled(false);
		configuration.addAcceptorConfiguration("essai", "vm://77");
		return configuration;
	}

}
