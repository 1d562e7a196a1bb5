package fr.passerelle.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.integration.Courtier;
import fr.passerelle.integration.ServeurSftp;
import fr.passerelle.integration.SiteWeb;
import fr.passerelle.plateforme.MaisonDeTest;
import jakarta.jms.BytesMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jms.core.JmsTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * kill -9 while a file comes in by a channel: it is lost nowhere, entered once and
 * applied once.
 */
@Tag("nocturne")
class CanauxFaultIT {

	private static final String ENTREE = "passerelle.depots.entree";

	private static final String PAGE = "/structures.zip";

	@TempDir
	private Path dossier;

	private ServeurSftp serveur;

	private SiteWeb site;

	private Path fichier;

	private String uai;

	private HubTuable hub;

	@BeforeEach
	void ouvrir() throws Exception {
		EtablissementAttendu college = new Academie(
				Reglages.de(1, 30, 12, Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC))
					.depuisRang(410))
			.ecrire(this.dossier)
			.etablissements()
			.get(0);
		this.uai = college.uai();
		this.fichier = college.fichiers()
			.stream()
			.filter((un) -> "SIECLE_STRUCTURES".equals(un.flux()))
			.map((un) -> this.dossier.resolve(this.uai).resolve(un.fichier()))
			.findFirst()
			.orElseThrow();
		this.serveur = new ServeurSftp(this.dossier);
		this.site = new SiteWeb();
		this.hub = new HubTuable(reglages()).demarrer();
		Piege.installer(this.hub.base());
	}

	private Map<String, Object> reglages() throws IOException {
		Map<String, Object> reglages = MaisonDeTest.reglages();
		reglages.put("passerelle.canaux.regard", 100);
		reglages.put("passerelle.canaux.jms.actif", true);
		reglages.put("passerelle.canaux.sftp[0].nom", "academie");
		reglages.put("passerelle.canaux.sftp[0].hote", "127.0.0.1");
		reglages.put("passerelle.canaux.sftp[0].port", this.serveur.port());
		reglages.put("passerelle.canaux.sftp[0].utilisateur", ServeurSftp.UTILISATEUR);
		reglages.put("passerelle.canaux.sftp[0].motdepasse", ServeurSftp.MOT_DE_PASSE);
		reglages.put("passerelle.canaux.sftp[0].hotes-connus", this.serveur.hotesConnus());
		reglages.put("passerelle.canaux.sftp[0].intervalle", "200ms");
		reglages.put("passerelle.canaux.url[0].nom", "academie");
		reglages.put("passerelle.canaux.url[0].adresse", this.site.adresse(PAGE));
		reglages.put("passerelle.canaux.url[0].intervalle", "200ms");
		// A turn that a death left open runs out a minute after this.
		reglages.put("passerelle.canaux.url[0].delai", "1s");
		return reglages;
	}

	@AfterEach
	void fermer() throws IOException {
		this.hub.tuer();
		this.site.close();
		this.serveur.close();
	}

	/**
	 * Before its bytes are fetched, before its row, between the row and its departure,
	 * after its departure.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "prise", "registre", "apres recu", "retrait" })
	void aFileOfAServerIsEnteredOnceAndLeaves(String moment) throws Exception {
		mourir(moment, () -> this.serveur.poser(this.uai + "/structures.zip", this.fichier));

		HubTuable.jusqua(() -> places().stream().allMatch((place) -> place.startsWith("traites/")));
		registre().attendre(1);
		assertThat(places()).singleElement().asString().endsWith("-structures.zip");
		assertThat(depots()).containsExactly("sftp:academie structures.zip traite");
	}

	/** Before its row, after it, after the verdict; never acknowledged. */
	@ParameterizedTest
	@ValueSource(strings = { "registre", "apres recu", "depose" })
	void aMessageIsEnteredOnceAndLeavesTheQueue(String moment) throws Exception {
		mourir(moment, this::envoyer);

		HubTuable.jusqua(() -> enFile() == 0);
		registre().attendre(1);
		assertThat(depots()).containsExactly("jms structures.zip traite");
	}

	/** Before the row and the label are written, both or neither, and after. */
	@ParameterizedTest
	@ValueSource(strings = { "releve", "apres recu" })
	void whatAnAddressGivesIsEnteredOnceWithItsLabel(String moment) throws Exception {
		mourir(moment, () -> this.site.publier(PAGE, octets(), "\"v1\"", null));

		HubTuable.jusqua(() -> this.site.inchanges(PAGE) > 0);
		registre().attendre(1);
		assertThat(depots()).containsExactly("url:academie structures.zip traite");
	}

	@Test
	void aMessageWaitsForTheDatabaseAndIsNotDead() throws Exception {
		JdbcClient jdbc = JdbcClient.create(this.hub.base());
		jdbc.sql("ALTER TABLE echange.prise RENAME TO prise_absente").update();
		envoyer();
		HubTuable.jusqua(() -> this.hub.dit("depot-jms"));
		assertThat(enFile()).isOne();

		jdbc.sql("ALTER TABLE echange.prise_absente RENAME TO prise").update();

		registre().attendre(1);
		HubTuable.jusqua(() -> enFile() == 0);
		assertThat(depots()).containsExactly("jms structures.zip traite");
	}

	/** Something comes in, the hub is killed at this moment and started again. */
	private void mourir(String moment, Runnable arrivee) throws Exception {
		try (Piege piege = new Piege(this.hub.base())) {
			piege.tendre(moment);
			arrivee.run();
			piege.attendre();
			this.hub.tuer();
			piege.lever();
		}
		this.hub.demarrer();
	}

	private void envoyer() {
		new JmsTemplate(this.hub.connexions()).send(ENTREE, (session) -> {
			BytesMessage message = session.createBytesMessage();
			message.writeBytes(octets());
			message.setStringProperty("fichier", "structures.zip");
			return message;
		});
	}

	private long enFile() {
		return new Courtier(this.hub.connexions()).nombre(ENTREE);
	}

	private byte[] octets() {
		try {
			return Files.readAllBytes(this.fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Registre registre() {
		return new Registre(JdbcClient.create(this.hub.base()));
	}

	/** Where the files of the server are. */
	private List<String> places() throws IOException {
		try (Stream<Path> chemins = Files.walk(this.serveur.racine())) {
			return chemins.filter(Files::isRegularFile)
				.map((un) -> this.serveur.racine().relativize(un).toString())
				.toList();
		}
	}

	private List<String> depots() {
		return JdbcClient.create(this.hub.base())
			.sql("SELECT concat_ws(' ', canal, fichier, etat) FROM echange.depot ORDER BY numero")
			.query(String.class)
			.list();
	}

}
