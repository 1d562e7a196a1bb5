package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Files handed in by HTTP: the answer is the verdict, within the school's own walls. */
class DepotHttpIT extends BoutEnBout {

	@Test
	void theAnswerToADepositIsItsVerdict(@TempDir Path ici) throws IOException {
		College college = college(reglages(1, 30, 350));
		Path etranger = Files.writeString(ici.resolve("notes.txt"), "rien de connu");

		Api.Reponse accepte = this.hub.api().deposer(college.fichier("SIECLE_STRUCTURES"));
		Api.Reponse doublon = this.hub.api().deposer(college.fichier("SIECLE_STRUCTURES"));
		Api.Reponse refuse = this.hub.api().deposer(etranger);

		assertThat(accepte.statut()).isEqualTo(202);
		assertThat(accepte.json().at("/depots/0/etat").asText()).isIn("depose", "en_traitement", "traite");
		assertThat(doublon.statut()).isEqualTo(409);
		assertThat(doublon.json().at("/depots/0/doublonDe").asText())
			.isEqualTo(accepte.json().at("/depots/0/numero").asText());
		assertThat(refuse.statut()).isEqualTo(422);
		assertThat(refuse.json().get("title").asText()).isNotBlank();
		this.hub.calme();
	}

	/** Of the channels, none is given here: what is off must not make the hub ill. */
	@Test
	void aHubThatReadsItsFoldersIsHealthy() {
		await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			Api.Reponse sante = this.hub.api().sante();

			assertThat(sante.json().get("status").asText()).as(sante.json().toPrettyString()).isEqualTo("UP");
		});
	}

	@Test
	void theFileOfAccessesSaysWhereTheHubReallyListens(@Value("${local.server.port}") int port) {
		assertThat(this.hub.acces().getProperty("console.url")).isEqualTo("http://localhost:" + port);
	}

	@Test
	void headersThatCommandCamelChangeNothing() {
		College college = college(reglages(1, 30, 353));
		HttpHeaders entetes = new HttpHeaders();
		entetes.add("CamelBeanMethodName", "rendre");
		entetes.add("CamelFileName", "/tmp/x");

		Api.Reponse reponse = this.hub.api().deposer(college.fichier("SIECLE_STRUCTURES"), entetes);

		assertThat(reponse.statut()).isEqualTo(202);
		this.hub.calme();
		assertThat(this.hub.etat(reponse.json().at("/depots/0/numero").asText())).isEqualTo("traite");
	}

	@Test
	void aFileAboveTheLimitIsRefusedAndNothingOfItIsKept(@TempDir Path ici) throws IOException {
		long avant = this.hub.compter("SELECT count(*) FROM echange.depot");

		Api.Reponse reponse = this.hub.api().deposer(Files.write(ici.resolve("enorme.zip"), new byte[4_000_000]));

		assertThat(reponse.statut()).isEqualTo(413);
		assertThat(this.hub.compter("SELECT count(*) FROM echange.depot")).isEqualTo(avant);
	}

	@Test
	void aSchoolAccountHandsInItsOwnFilesAndSeesNothingElse() {
		College sien = college(reglages(1, 30, 351));
		College voisin = college(reglages(1, 30, 352));
		String cache = this.hub.traiter(voisin.uai(), voisin.fichier("SIECLE_STRUCTURES"));
		Api compte = compteDe(sien.uai());

		Api.Reponse accepte = compte.deposer(sien.fichier("SIECLE_STRUCTURES"));
		Api.Reponse refuse = compte.deposer(voisin.fichier("SIECLE_COMMUNS"));

		assertThat(accepte.statut()).isEqualTo(202);
		assertThat(refuse.statut()).isEqualTo(422);
		JsonNode depot = refuse.json().at("/depots/0");
		assertThat(depot.get("etat").asText()).isEqualTo("refuse");
		assertThat(new String(refuse.corps(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(voisin.uai());
		assertThat(compte.lire("/depots/" + cache).statut()).isEqualTo(404);
		assertThat(compte.lire("/depots?uai=" + voisin.uai()).statut()).isEqualTo(404);
		this.hub.calme();
	}

	private Api compteDe(String uai) {
		JsonNode compte = this.hub.api()
			.poster("/comptes",
					"{\"utilisateur\": \"chef-%1$s\", \"role\": \"chef-etablissement\", \"uai\": [\"%1$s\"]}"
						.formatted(uai))
			.json();
		return this.hub.api().comme(compte.get("utilisateur").asText(), compte.get("motdepasse").asText());
	}

}
