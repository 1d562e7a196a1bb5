package fr.passerelle.plateforme;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisMode;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The broker to speak to: the embedded one unless an external one is named. */
@Configuration(proxyBeanMethods = false)
class ArtemisConfiguration {

	/** Details of a broker. */
	private record Details(String getBrokerUrl, String getUser,
			String getPassword) implements ArtemisConnectionDetails {

		@Override
		public ArtemisMode getMode() {
			return ArtemisMode.NATIVE;
		}

	}

	/** The broker of this process, unless {@code spring.artemis.broker-url} is given. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "spring.artemis.broker-url", matchIfMissing = true, havingValue = "embarque")
	static class Embedded {

		@Bean(destroyMethod = "stop")
		ArtemisServer artemisServer(DataLock lock, Maison maison, LocalPorts ports, Acces acces,
				EmbarqueSettings settings) {
			return new ArtemisServer(maison.data(), ports.artemis(), acces.artemis(), settings.artemis().disqueMax());
		}

		@Bean
		ArtemisConnectionDetails artemisConnectionDetails(ArtemisServer server, Acces acces) {
			server.await();
			return new Details(acces.artemis().url(), acces.artemis().utilisateur(), acces.artemis().motdepasse());
		}

	}

	/** A broker that lives elsewhere: gone for a while, it is waited for, for ever. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("spring.artemis.broker-url")
	@EnableConfigurationProperties(ArtemisProperties.class)
	static class External {

		@Bean
		ArtemisConnectionDetails artemisConnectionDetails(ArtemisProperties settings) {
			String url = settings.getBrokerUrl();
			String patient = url.contains("reconnectAttempts") ? url
					: url + (url.contains("?") ? "&" : "?") + "reconnectAttempts=-1";
			return new Details(patient, settings.getUser(), settings.getPassword());
		}

	}

}
