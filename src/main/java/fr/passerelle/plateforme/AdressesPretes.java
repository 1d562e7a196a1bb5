package fr.passerelle.plateforme;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.ConnectionFactory;

import org.springframework.stereotype.Component;

/**
 * Every address of the hub exists at the broker and loses no message: what cannot be
 * delivered, or comes too late, is kept aside.
 */
@Component
class AdressesPretes implements Verification {

	private final ObjectMapper json = new ObjectMapper();

	private final ConnectionFactory connections;

	AdressesPretes(ConnectionFactory connections) {
		this.connections = connections;
	}

	@Override
	public Optional<String> empechement() {
		try (BrokerQuestions broker = new BrokerQuestions(this.connections)) {
			List<String> missing = Adresses.toutes().stream().filter((name) -> !broker.knows(name)).toList();
			if (!missing.isEmpty()) {
				return Optional.of("Il manque au courtier de messages les adresses %s.".formatted(missing));
			}
			List<String> leaking = Adresses.toutes().stream().filter((name) -> !safe(broker.settings(name))).toList();
			return leaking.isEmpty() ? Optional.empty()
					: Optional.of(("Au courtier de messages, les adresses %s n'ont pas de file de lettres mortes ou "
							+ "d'expirés : des messages pourraient s'y perdre.")
						.formatted(leaking));
		}
	}

	private boolean safe(String settings) {
		try {
			JsonNode node = this.json.readTree(settings);
			return !node.path("deadLetterAddress").asText().isEmpty() && !node.path("expiryAddress").asText().isEmpty();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the settings of an address of the broker", ex);
		}
	}

}
