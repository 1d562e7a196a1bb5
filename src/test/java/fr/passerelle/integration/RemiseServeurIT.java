package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;

import static org.assertj.core.api.Assertions.assertThat;

/** A package published by the API reaches the server of its consumer, by the routes. */
class RemiseServeurIT extends AvecCanaux {

	@Autowired
	private HealthEndpoint sante;

	@Test
	void aPackageGoesToTheServerOnceItTakesItAndTheApiSaysSo() throws IOException {
		JsonNode publie = this.hub.api().poster("/flux/lsu/publications", "{}").json();
		assertThat(publie.at("/remise/etat").asText()).isEqualTo("attend");
		String chemin = "/flux/lsu/" + publie.get("paquet").asText();

		Hub.jusqua(() -> this.hub.api().lire(chemin).json().at("/remise/tentatives").asInt() >= 2);
		assertThat(this.hub.api().lire(chemin).json().at("/remise/motif").asText())
			.isEqualTo("Le serveur du consommateur ne prend pas les fichiers.");
		assertThat(((Health) this.sante.healthForPath("remises")).getDetails())
			.containsKey("lsu/ent/" + publie.get("paquet").asText());
		assertThat(this.hub.api().sante().json().get("status").asText()).isEqualTo("DEGRADE");

		Files.createDirectories(ent.racine().resolve("entrant"));
		Hub.jusqua(() -> this.hub.api().lire(chemin).json().at("/remise/etat").asText().equals("remis"));

		assertThat(fichiers(ent)).containsExactly("entrant/" + publie.get("archive").asText());
		assertThat(ent.racine().resolve("entrant").resolve(publie.get("archive").asText())).hasSameBinaryContentAs(
				this.hub.maison().resolve("outbox/flux/lsu/ent").resolve(publie.get("archive").asText()));
		assertThat(((Health) this.sante.healthForPath("remises")).getDetails()).isEmpty();
	}

}
