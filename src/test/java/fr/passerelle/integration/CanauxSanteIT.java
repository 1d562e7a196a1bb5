package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** A channel that does not answer is seen, said once, and keeps nobody from working. */
class CanauxSanteIT extends AvecCanaux {

	@Autowired
	private HealthEndpoint sante;

	@Test
	void aServerAndAnAddressThatDoNotAnswerAreShownInHealthAndSaidOnce() {
		int connexions = imposteur.connexions();
		int demandes = site.refus("/absente");

		Hub.jusqua(() -> imposteur.connexions() >= connexions + 3 && site.refus("/absente") >= demandes + 3);
		Hub.jusqua(() -> pannes().keySet().containsAll(Set.of("sftp:imposteur", "url:absente")));

		assertThat(pannes()).containsEntry("url:absente", "HTTP 404");
		assertThat(pannes().get("sftp:imposteur").toString()).contains("HostKey");
		assertThat(this.sante.health().getStatus()).isEqualTo(new Status("DEGRADE"));
		assertThat(Journalisation.nombre("Canal sftp:imposteur : rien n'a pu être relevé")).isOne();
		assertThat(Journalisation.nombre("Canal url:absente : rien n'a pu être relevé")).isOne();
		assertThat(Journalisation.contient("Will try again at next poll")).isFalse();
	}

	@Test
	void aServerThatComesBackIsNoLongerShown() throws IOException {
		Files.createDirectories(departement.racine().resolve("export"));
		Hub.jusqua(() -> !pannes().containsKey("sftp:departement"));

		departement.arreter();
		Hub.jusqua(() -> pannes().containsKey("sftp:departement"));
		departement.demarrer();

		Hub.jusqua(() -> !pannes().containsKey("sftp:departement"));
		assertThat(Journalisation.contient("Canal sftp:departement : relevé de nouveau.")).isTrue();
	}

	private Map<String, Object> pannes() {
		HealthComponent canaux = this.sante.healthForPath("canaux");
		return ((Health) canaux).getDetails();
	}

}
