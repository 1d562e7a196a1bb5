package fr.passerelle.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.integration.Api;
import fr.passerelle.integration.Retouche;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F08: kill -9 in the middle of a publication, with its delta. Nobody takes what was not
 * finished for a package, and the next publication says all that changed.
 */
@Tag("nocturne")
class PublicationTueeFaultIT {

	private static final int PARTIS = 2;

	@TempDir
	private Path exports;

	private HubTuable hub;

	@AfterEach
	void tuer() {
		this.hub.tuer();
	}

	/** Before anything is shown; once the complete is shown, the delta is not. */
	@ParameterizedTest
	@ValueSource(strings = { "paquet 2D", "paquet 2D-Delta" })
	void aPublicationCutInTheMiddleIsMadeAgainWholeAndItsDeltaTellsAll(String moment) throws Exception {
		EtablissementAttendu college = new Academie(
				Reglages.de(1, 40, 21, Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC))
					.depuisRang(600))
			.ecrire(this.exports)
			.etablissements()
			.get(0);
		demarrer();
		deposer(college.uai(),
				college.fichiers()
					.stream()
					.filter((fichier) -> fichier.etat().startsWith("traite"))
					.map((fichier) -> chemin(college, fichier))
					.toList());
		JsonNode premier = publier();
		deposer(college.uai(), List.of(sansPremiers(college)));

		mourirEnPubliant(moment);
		List<String> apresLaMort = registre();
		JsonNode second = publier();

		assertThat(apresLaMort).containsExactly(premier.get("paquet").asText());
		assertThat(second.get("valide").asBoolean()).isTrue();
		JsonNode delta = delta(second);
		assertThat(delta.get("valide").asBoolean()).isTrue();
		assertThat(delta.at("/comptes/Eleve").asLong()).isEqualTo(PARTIS);
		assertThat(dossier()).allMatch((nom) -> Stream.of(premier, second, delta)
			.anyMatch((paquet) -> nom.startsWith(paquet.get("paquet").asText())));
	}

	private void mourirEnPubliant(String moment) throws SQLException {
		Piege.installer(this.hub.base());
		try (Piege piege = new Piege(this.hub.base())) {
			piege.tendre(moment);
			Api api = this.hub.academie();
			CompletableFuture.runAsync(() -> api.poster("/flux/aaf/publications", "{}"));
			piege.attendre();
			this.hub.tuer();
			piege.lever();
		}
		this.hub.demarrer();
	}

	private void demarrer() {
		Map<String, Object> reglages = new HashMap<>(MaisonDeTest.reglages());
		reglages.put("passerelle.consommateurs[0].nom", "ent");
		reglages.put("passerelle.consommateurs[0].flux", "aaf");
		reglages.put("passerelle.consommateurs[0].delta", true);
		reglages.put("passerelle.aaf.disparition.nombre", 30);
		this.hub = new HubTuable(reglages).demarrer();
	}

	private void deposer(String uai, List<Path> fichiers) {
		long avant = new Registre(jdbc()).depots();
		fichiers.forEach((fichier) -> this.hub.deposer(uai, fichier));
		Registre registre = new Registre(jdbc());
		HubTuable.jusqua(() -> registre.depots() == avant + fichiers.size() && registre.enChemin() == 0
				&& this.hub.messages() == 0 && registre.enChemin() == 0);
	}

	private JsonNode publier() {
		return this.hub.academie().poster("/flux/aaf/publications", "{}").json();
	}

	private JsonNode delta(JsonNode complet) {
		String debut = complet.get("paquet").asText().substring(0, "20251117-080000".length());
		for (JsonNode paquet : this.hub.academie().lire("/flux/aaf").json().get("elements")) {
			String nom = paquet.get("paquet").asText();
			if (nom.startsWith(debut) && nom.endsWith("-2D-Delta")) {
				return paquet;
			}
		}
		throw new AssertionError("no delta beside " + complet.get("paquet"));
	}

	private List<String> registre() {
		return jdbc().sql("SELECT paquet FROM echange.paquet ORDER BY 1").query(String.class).list();
	}

	private List<String> dossier() {
		try (Stream<Path> fichiers = Files.list(this.hub.maison().resolve("outbox/flux/aaf/ent"))) {
			return fichiers.map((fichier) -> fichier.getFileName().toString()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path sansPremiers(EtablissementAttendu college) throws IOException {
		Path eleves = college.fichiers()
			.stream()
			.filter((fichier) -> "SIECLE_ELEVES".equals(fichier.flux()) && fichier.etat().startsWith("traite"))
			.map((fichier) -> chemin(college, fichier))
			.findFirst()
			.orElseThrow();
		return Files.move(Retouche.archive(eleves, Retouche.sansPremiersEleves(PARTIS)),
				this.exports.resolve("partis.zip"));
	}

	private Path chemin(EtablissementAttendu college, FichierAttendu fichier) {
		return this.exports.resolve(college.uai()).resolve(fichier.fichier());
	}

	private JdbcClient jdbc() {
		return JdbcClient.create(this.hub.base());
	}

}
