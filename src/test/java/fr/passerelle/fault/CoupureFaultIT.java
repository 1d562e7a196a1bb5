package fr.passerelle.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.plateforme.CourtierDeTest;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The database or the broker away, or a second hub beside: no file lost, none twice. */
class CoupureFaultIT {

	private static final List<String> FLUX = List.of("SIECLE_COMMUNS", "SIECLE_STRUCTURES", "SIECLE_ELEVES");

	@TempDir
	private Path dossier;

	private final Map<String, Object> reglages = MaisonDeTest.reglages();

	private final List<HubTuable> hubs = new ArrayList<>();

	@AfterEach
	void tuer() {
		this.hubs.forEach(HubTuable::tuer);
	}

	/** F34. */
	@Test
	void filesThatComeWhileTheDatabaseIsAwayAreAllAppliedAfterwards() throws Exception {
		String url = this.reglages.get("spring.datasource.url").toString();
		URI adresse = URI.create(url.substring("jdbc:".length()));
		try (Coupure fil = new Coupure(adresse.getPort())) {
			Map<String, Object> parLeFil = new HashMap<>(this.reglages);
			parLeFil.put("spring.datasource.url", url.replace(":" + adresse.getPort(), ":" + fil.port()));
			parLeFil.put("passerelle.reprise.delai-max", 1000);
			parLeFil.put("passerelle.veille.sans-verdict", "5s");
			HubTuable hub = demarrer(parLeFil);
			deposer(hub, 500, 1);
			fil.couper();

			deposer(hub, 501, 1);
			HubTuable.jusqua(() -> fil.essais() > 8);
			fil.reparer();

			registre().attendre(2 * FLUX.size());
			assertThat(registre().etats()).hasSize(2 * FLUX.size()).allMatch((etat) -> etat.endsWith(" traite"));
			assertThat(registre().appliquesDeuxFois()).isEmpty();
			assertThat(registre().sansFin()).isEmpty();
		}
	}

	/** F36. */
	@Test
	@Tag("nocturne")
	void messagesWaitForABrokerThatIsAway() throws Exception {
		try (CourtierDeTest courtier = new CourtierDeTest(this.dossier.resolve("courtier"));
				Coupure fil = new Coupure(courtier.port())) {
			this.reglages.put("spring.artemis.broker-url", "tcp://127.0.0.1:" + fil.port());
			this.reglages.put("spring.artemis.user", courtier.utilisateur());
			this.reglages.put("spring.artemis.password", courtier.motDePasse());
			HubTuable hub = demarrer(this.reglages);
			fil.couper();

			deposer(hub, 510, 2);
			HubTuable.jusqua(() -> registre().aPublier() == 2 * FLUX.size() && fil.essais() > 3);
			List<String> pendant = registre().etats();
			fil.reparer();

			assertThat(pendant).hasSize(2 * FLUX.size()).allMatch((etat) -> etat.endsWith(" depose"));
			registre().attendre(2 * FLUX.size());
			assertThat(registre().etats()).hasSize(2 * FLUX.size()).allMatch((etat) -> etat.endsWith(" traite"));
			assertThat(registre().appliquesDeuxFois()).isEmpty();
			assertThat(registre().sansFin()).isEmpty();
		}
	}

	/** F07. */
	@Test
	@Tag("nocturne")
	void twoHubsOnOneFolderTakeEachFileOnce() throws Exception {
		HubTuable premier = demarrer(this.reglages);
		Properties acces = premier.acces();
		Map<String, Object> second = new HashMap<>(this.reglages);
		second.put("passerelle.home", MaisonDeTest.maisonNeuve());
		for (String partage : List.of("depot.inbox:inbox", "contenus:data/contenus", "outbox:outbox")) {
			second.put("passerelle." + partage.split(":")[0], premier.maison().resolve(partage.split(":")[1]));
		}
		second.put("spring.artemis.broker-url", acces.getProperty("artemis.url"));
		second.put("spring.artemis.user", acces.getProperty("artemis.utilisateur"));
		second.put("spring.artemis.password", acces.getProperty("artemis.motdepasse"));
		demarrer(second);

		deposer(premier, 520, 12);

		registre().attendre(12 * FLUX.size());
		assertThat(registre().etats()).hasSize(12 * FLUX.size()).allMatch((etat) -> etat.endsWith(" traite"));
		assertThat(registre().appliquesDeuxFois()).isEmpty();
		assertThat(registre().sansFin()).isEmpty();
	}

	/** F02. */
	@Test
	@Tag("nocturne")
	void anUploadThatDiesHalfwayIsAnsweredAfterItsDelayAndNeverRead() throws Exception {
		Duration delai = Duration.ofSeconds(3);
		this.reglages.put("passerelle.depot.incomplet", delai.toMillis() + "ms");
		HubTuable hub = demarrer(this.reglages);
		EtablissementAttendu college = academie(530, 1, this.dossier).get(0);
		Path entier = fichiers(college, this.dossier).get(0);
		byte[] octets = Files.readAllBytes(entier);
		byte[] moitie = Arrays.copyOf(octets, octets.length / 2);
		Path inbox = Files.createDirectories(hub.maison().resolve("inbox").resolve(college.uai()));
		Path coupe = inbox.resolve(entier.getFileName());

		Files.write(coupe, moitie);
		long debut = System.nanoTime();
		HubTuable.jusqua(() -> Files.notExists(coupe));
		Duration attente = Duration.ofNanos(System.nanoTime() - debut);
		registre().attendre(1);

		assertThat(attente).isGreaterThanOrEqualTo(delai);
		assertThat(registre().etats()).containsExactly(entier.getFileName() + " refuse");
		assertThat(registre().contenu()).isEmpty();
		HubTuable.jusqua(() -> Files.exists(inbox.resolve("refuses").resolve(entier.getFileName())));
		assertThat(inbox.resolve("refuses").resolve(entier.getFileName())).hasBinaryContent(moitie);
		assertThat(inbox.resolve("refuses").resolve(entier.getFileName() + ".motif.txt")).content()
			.contains("Que faire : ");
		hub.deposer(college.uai(), entier);
		registre().attendre(2);
		assertThat(registre().etats()).containsExactly(entier.getFileName() + " refuse",
				entier.getFileName() + " traite");
	}

	private HubTuable demarrer(Map<String, Object> choisis) {
		HubTuable hub = new HubTuable(choisis);
		this.hubs.add(hub);
		return hub.demarrer();
	}

	private void deposer(HubTuable hub, int rang, int etablissements) throws IOException {
		Path ici = Files.createTempDirectory(this.dossier, "academie");
		academie(rang, etablissements, ici)
			.forEach((college) -> fichiers(college, ici).forEach((fichier) -> hub.deposer(college.uai(), fichier)));
	}

	private static List<EtablissementAttendu> academie(int rang, int etablissements, Path ici) {
		Clock horloge = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);
		return new Academie(Reglages.de(etablissements, 20, 3, horloge).depuisRang(rang).avecPremierDegre(0))
			.ecrire(ici)
			.etablissements();
	}

	private static List<Path> fichiers(EtablissementAttendu college, Path academie) {
		return college.fichiers()
			.stream()
			.filter((fichier) -> FLUX.contains(fichier.flux()))
			.map((fichier) -> academie.resolve(college.uai()).resolve(fichier.fichier()))
			.toList();
	}

	private Registre registre() {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL(this.reglages.get("spring.datasource.url").toString());
		source.setUser(this.reglages.get("spring.datasource.username").toString());
		source.setPassword(this.reglages.get("spring.datasource.password").toString());
		return new Registre(JdbcClient.create(source));
	}

}
