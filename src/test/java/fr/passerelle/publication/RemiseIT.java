package fr.passerelle.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.canal.CanalDEssai;
import fr.passerelle.canal.Envois;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.integration.ServeurSftp;
import fr.passerelle.journal.Noeud;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Packages put on real SSH servers, which are cut, slow, away, or not who they say. */
class RemiseIT {

	private static final Catalogue CATALOGUE = Catalogue.lire(new Mappings(Path.of("mappings")));

	private static final ObjectMapper JSON = JsonMapper.builder()
		.findAndAddModules()
		.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
		.build();

	private static final Instant DEBUT = Instant.parse("2025-11-17T08:00:00Z");

	private static final String ECOLE = "0009201B";

	private static final Consommateur NORD = consommateur("nord", "sftp:nord", false, "*");

	private static final Consommateur SUD = consommateur("sud", "sftp:sud", false, "*");

	private final Path ici = MaisonDeTest.maisonNeuve();

	private final Maison maison = new Maison(this.ici);

	private final Envoi envoi = new Envoi();

	private final AtomicReference<Instant> instant = new AtomicReference<>(DEBUT);

	private final List<Concentrateur> concentrateurs = new ArrayList<>();

	private ServeurSftp nord;

	private ServeurSftp sud;

	private JdbcClient jdbc;

	private DataSourceTransactionManager transactions;

	@BeforeEach
	void open() throws IOException {
		this.nord = new ServeurSftp(Files.createDirectories(this.ici.resolve("nord")));
		this.sud = new ServeurSftp(Files.createDirectories(this.ici.resolve("sud")));
		var base = MaisonDeTest.baseMigree();
		this.jdbc = JdbcClient.create(base);
		this.transactions = new DataSourceTransactionManager(base);
	}

	@AfterEach
	void close() throws IOException {
		this.nord.relacher();
		this.sud.relacher();
		this.concentrateurs.forEach(Concentrateur::close);
		this.nord.close();
		this.sud.close();
	}

	@Test
	void aPackageIsPutOnTheServerTheArchiveFirstAndBothSaySo() throws IOException {
		Files.createDirectories(this.nord.racine().resolve("entrant/ent"));
		Concentrateur hub = concentrateur(consommateur("nord", "sftp:nord/entrant/ent", false, "*"));

		Paquet publie = hub.publier("nord");
		assertThat(publie.remise()).isEqualTo(new Remise(Remise.Etat.ATTEND, null, 0, DEBUT, null));
		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.REMIS);

		assertThat(this.nord.arrivees()).containsExactly(archive(publie), empreinte(publie));
		assertThat(fichiers(this.nord)).containsExactly("entrant/ent/" + empreinte(publie),
				"entrant/ent/" + archive(publie));
		assertThat(this.nord.racine().resolve("entrant/ent").resolve(archive(publie)))
			.hasSameBinaryContentAs(dossier("nord").resolve(archive(publie)));
		Paquet remis = hub.relu(publie);
		assertThat(remis.remise()).isEqualTo(new Remise(Remise.Etat.REMIS, DEBUT, 1, null, null));
		assertThat(JSON.readTree(dossier("nord").resolve(publie.paquet() + ".json").toFile()))
			.isEqualTo(JSON.readTree(JSON.writeValueAsString(remis)));
	}

	@Test
	void cutBetweenTheArchiveAndItsDigestBothAreSentAgain() {
		Concentrateur hub = concentrateur(NORD);
		this.nord.couperSur(".md5");

		Paquet publie = hub.publier("nord");
		hub.remettre();
		attendre(() -> hub.relu(publie).remise().motif() != null);

		assertThat(this.nord.arrivees()).containsExactly(archive(publie));
		assertThat(hub.relu(publie).remise()).isEqualTo(new Remise(Remise.Etat.ATTEND, null, 1, DEBUT.plusSeconds(30),
				"La connexion a été coupée pendant la remise."));
		hub.remettre();
		assertThat(hub.relu(publie).remise().tentatives()).as("not before its time").isOne();

		avancer(Duration.ofSeconds(30));
		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.REMIS);

		assertThat(this.nord.arrivees()).containsExactly(archive(publie), archive(publie), empreinte(publie));
		assertThat(fichiers(this.nord)).containsExactly(empreinte(publie), archive(publie));
	}

	@Test
	void whatWasCutInTheMiddleOfItsBytesIsSentWhole() {
		Concentrateur hub = concentrateur(NORD);
		this.envoi.taille = 3_000_000;
		this.nord.retenir();

		Paquet publie = hub.publier("nord");
		hub.remettre();
		attendre(this.nord::retient);
		hub.close();
		this.nord.relacher();

		assertThat(this.nord.arrivees()).isEmpty();
		Concentrateur relance = concentrateur(NORD);
		relance.remettre();
		attendre(() -> relance.etat(publie) == Remise.Etat.REMIS);

		assertThat(fichiers(this.nord)).containsExactly(empreinte(publie), archive(publie));
		assertThat(this.nord.racine().resolve(archive(publie)))
			.hasSameBinaryContentAs(dossier("nord").resolve(archive(publie)));
		assertThat(relance.relu(publie).remise().tentatives()).isEqualTo(2);
	}

	@Test
	void diedBeforeItWasNotedTheSameBytesAreSentAgainWithoutHarm() {
		Concentrateur hub = concentrateur(NORD);
		Paquet publie = hub.publier("nord");
		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.REMIS);
		Set<String> avant = fichiers(this.nord);

		this.jdbc.sql("UPDATE echange.remise_paquet SET etat = 'attend', le = NULL").update();
		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.REMIS);

		assertThat(fichiers(this.nord)).isEqualTo(avant);
		assertThat(this.nord.racine().resolve(archive(publie)))
			.hasSameBinaryContentAs(dossier("nord").resolve(archive(publie)));
	}

	@Test
	void afterAServerWasAwayTheLastCompleteAloneGoesAndItIsSaid() throws IOException {
		Concentrateur hub = concentrateur(NORD);
		this.nord.arreter();
		Paquet premier = hub.publier("nord");
		hub.remettre();
		attendre(() -> hub.relu(premier).remise().motif() != null);

		assertThat(hub.sante()).isEqualTo(Health.status(RemisesHealthIndicator.DEGRADE)
			.withDetail("essai/nord/" + premier.paquet(), "Le serveur du consommateur ne répond pas.")
			.build());
		Paquet deuxieme = hub.publier("nord");
		Paquet dernier = hub.publier("nord");
		this.nord.demarrer();
		hub.remettre();
		attendre(() -> hub.etat(dernier) == Remise.Etat.REMIS);

		assertThat(this.nord.arrivees()).containsExactly(archive(dernier), empreinte(dernier));
		assertThat(List.of(hub.relu(premier).remise(), hub.relu(deuxieme).remise()))
			.containsExactly(remplace(1, dernier), remplace(0, dernier));
		assertThat(dossier("nord").resolve(premier.paquet() + ".json")).content()
			.contains("\"etat\" : \"remplace\"", dernier.paquet());
		assertThat(hub.sante()).isEqualTo(Health.up().build());
	}

	@Test
	void theParcelsOfAConsumerReplaceEachTheirOwn() throws IOException {
		Concentrateur hub = concentrateur(NORD);
		this.envoi.parcelles = List.of("2D", "1D");
		this.nord.arreter();
		hub.publier("nord");
		hub.publier("nord");
		this.nord.demarrer();

		hub.remettre();
		attendre(() -> hub.enAttente() == 0);

		List<String> derniers = this.jdbc
			.sql("SELECT paquet FROM echange.paquet ORDER BY split_part(paquet, '-', 3)::bigint DESC LIMIT 2")
			.query(String.class)
			.list();
		assertThat(this.nord.arrivees()).containsExactly(derniers.get(1) + ".tar.gz", derniers.get(1) + ".md5",
				derniers.get(0) + ".tar.gz", derniers.get(0) + ".md5");
	}

	@Test
	void whoWantsDeltasGetsEverythingInTheOrderItWasMade() throws IOException {
		Concentrateur hub = concentrateur(consommateur("nord", "sftp:nord", true, "*"));
		this.envoi.parcelles = List.of("2D", "2D-Delta");
		this.nord.arreter();
		hub.publier("nord");
		hub.publier("nord");
		hub.publier("nord");
		this.nord.demarrer();

		hub.remettre();
		attendre(() -> hub.enAttente() == 0);

		List<String> tous = this.jdbc
			.sql("SELECT paquet FROM echange.paquet ORDER BY split_part(paquet, '-', 3)::bigint")
			.query(String.class)
			.list();
		assertThat(tous).hasSize(6);
		assertThat(this.nord.arrivees()).containsExactlyElementsOf(
				tous.stream().flatMap((nom) -> Stream.of(nom + ".tar.gz", nom + ".md5")).toList());
	}

	@Test
	void aDeltaWaitsForTheOneBefore() {
		Concentrateur hub = concentrateur(consommateur("nord", "sftp:nord", true, "*"));
		this.envoi.parcelles = List.of("2D", "2D-Delta");
		Paquet complet = hub.publier("nord");
		this.nord.couperSur(archive(complet));

		hub.remettre();
		attendre(() -> hub.relu(complet).remise().motif() != null);
		hub.remettre();

		assertThat(this.nord.arrivees()).isEmpty();
		assertThat(hub.enAttente()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			imposteur       | Le serveur du consommateur montre une clé qui n'est pas celle qu'on lui connaît.
			compte-ferme    | Le serveur du consommateur refuse le compte de la passerelle.
			nord/nulle-part | Le serveur du consommateur ne prend pas les fichiers.
			""")
	void aServerThatCannotBeUsedIsSaidAndSentNothing(String canal, String motif) {
		Concentrateur hub = concentrateur(consommateur("nord", "sftp:" + canal, false, "*"));

		Paquet publie = hub.publier("nord");
		hub.remettre();
		attendre(() -> hub.relu(publie).remise().motif() != null);

		assertThat(hub.relu(publie).remise().motif()).isEqualTo(motif);
		assertThat(fichiers(this.nord)).isEmpty();
		if (canal.equals("imposteur")) {
			assertThat(this.nord.comptes()).as("no password for a server that is not the known one").isZero();
		}
	}

	@Test
	void eachFailureMakesTheNextTryLater() throws IOException {
		Concentrateur hub = concentrateur(NORD);
		this.nord.arreter();
		Paquet publie = hub.publier("nord");
		List<Long> attentes = new ArrayList<>();

		for (int tentative = 1; tentative <= 8; tentative++) {
			int combien = tentative;
			hub.remettre();
			attendre(() -> hub.relu(publie).remise().tentatives() == combien
					&& hub.relu(publie).remise().prochaine().isAfter(this.instant.get()));
			Duration attente = Duration.between(this.instant.get(), hub.relu(publie).remise().prochaine());
			attentes.add(attente.toSeconds());
			avancer(attente);
		}

		assertThat(attentes).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1800L, 1800L);
	}

	@Test
	void aServerThatTakesNothingKeepsNobodyElseWaiting() {
		Concentrateur hub = concentrateur(Duration.ofSeconds(2), NORD, SUD);
		this.nord.retenir();
		Paquet retenu = hub.publier("nord");
		hub.remettre();
		attendre(this.nord::retient);

		Paquet autre = hub.publier("sud");
		hub.remettre();
		attendre(() -> hub.etat(autre) == Remise.Etat.REMIS);

		assertThat(this.sud.arrivees()).containsExactly(archive(autre), empreinte(autre));
		assertThat(hub.etat(retenu)).isEqualTo(Remise.Etat.ATTEND);
		attendre(() -> hub.relu(retenu).remise().motif() != null);
		assertThat(hub.relu(retenu).remise().motif()).isEqualTo("La remise n'a pas fini dans le temps laissé.");

		this.nord.relacher();
		avancer(Duration.ofSeconds(30));
		hub.remettre();
		attendre(() -> hub.etat(retenu) == Remise.Etat.REMIS);
		assertThat(this.nord.racine().resolve(archive(retenu)))
			.hasSameBinaryContentAs(dossier("nord").resolve(archive(retenu)));
	}

	@Test
	void aSchoolThatIsNoMoreContractedNeverLeaves() throws IOException {
		this.envoi.uais = Set.of(ECOLE, "0009101T");
		Concentrateur avant = concentrateur(NORD);
		this.nord.arreter();
		Paquet publie = avant.publier("nord");
		avant.close();
		this.nord.demarrer();

		Concentrateur hub = concentrateur(consommateur("nord", "sftp:nord", false, ECOLE));
		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.ABANDONNE);

		assertThat(fichiers(this.nord)).isEmpty();
		assertThat(hub.relu(publie).remise()).isEqualTo(new Remise(Remise.Etat.ABANDONNE, DEBUT, 1, null,
				"Le paquet contient un établissement que le consommateur ne reçoit plus : il n'est pas envoyé."));
		assertThat(hub.sante().getStatus()).isEqualTo(RemisesHealthIndicator.DEGRADE);

		this.envoi.uais = Set.of(ECOLE);
		avancer(Duration.ofMinutes(1));
		Paquet suivant = hub.publier("nord");
		hub.remettre();
		attendre(() -> hub.etat(suivant) == Remise.Etat.REMIS);
		assertThat(hub.sante()).isEqualTo(Health.up().build());
	}

	@Test
	void whatIsPartialKeptOrWrongIsNotForTheServer() {
		Consommateur garde = new Consommateur("nord", "essai", "", List.of("*"), false, 2, List.of(), "sftp:nord",
				"0 0 8 * * *");
		Concentrateur hub = concentrateur(garde);

		Paquet partiel = hub.publications.publier(garde, Set.of(ECOLE), "chef", false);
		this.envoi.fautes = List.of("une faute");
		Paquet faux = hub.publier("nord");
		this.envoi.fautes = List.of();
		avancer(Duration.ofDays(1));
		hub.publications.planifiees("essai");
		hub.remettre();

		assertThat(this.jdbc.sql("SELECT count(*) FROM echange.remise_paquet").query(Long.class).single()).isZero();
		assertThat(partiel.remise()).isNull();
		assertThat(faux.remise()).isNull();

		avancer(Duration.ofDays(2));
		hub.publications.planifiees("essai");
		hub.remettre();
		attendre(() -> this.nord.arrivees().size() == 2);
	}

	@Test
	void anArchiveThatIsNotTheOneThatWasCheckedIsNotSent() throws IOException {
		Concentrateur hub = concentrateur(NORD);
		Paquet publie = hub.publier("nord");
		Files.writeString(dossier("nord").resolve(archive(publie)), "autre chose");

		hub.remettre();
		attendre(() -> hub.etat(publie) == Remise.Etat.ABANDONNE);

		assertThat(hub.relu(publie).remise().motif())
			.isEqualTo("L'archive du paquet est absente ou altérée : elle n'est pas envoyée.");
		assertThat(fichiers(this.nord)).isEmpty();
	}

	@Test
	void aFailureOfOurOwnIsSaidAndTriedAgainLater() {
		Concentrateur hub = concentrateur(NORD);
		Paquet publie = hub.publier("nord");
		try (CanalDEssai sansServeur = new CanalDEssai()) {
			RemiseStep enPanne = hub.remise(sansServeur.envois());
			enPanne.remettre();
			attendre(() -> hub.relu(publie).remise().motif() != null);
			enPanne.destroy();
		}

		assertThat(hub.relu(publie).remise()).isEqualTo(
				new Remise(Remise.Etat.ATTEND, null, 1, DEBUT.plusSeconds(30), "La remise a échoué de notre côté."));
	}

	@Test
	void whatWaitsForAConsumerWithoutServerIsGivenUp() throws IOException {
		Concentrateur avant = concentrateur(NORD);
		this.nord.arreter();
		Paquet publie = avant.publier("nord");

		Concentrateur hub = concentrateur(consommateur("nord", "dossier", false, "*"));
		hub.remettre();

		assertThat(hub.etat(publie)).isEqualTo(Remise.Etat.ABANDONNE);
		assertThat(hub.sante()).isEqualTo(Health.up().build());
	}

	@Test
	void ofTwoNodesOneDeliversAndTheOneThatWasTakenOverNotesNothing() {
		Concentrateur hub = concentrateur(NORD);
		Paquet publie = hub.publier("nord");
		Remises ici = new Remises(this.jdbc, horloge(), new Noeud("ici"));
		Remises ailleurs = new Remises(this.jdbc, horloge(), new Noeud("ailleurs"));

		Remises.Prise premiere = ici.prendre(NORD, Duration.ofMinutes(31)).orElseThrow();
		assertThat(ailleurs.prendre(NORD, Duration.ofMinutes(31))).isEmpty();
		avancer(Duration.ofMinutes(31));
		Remises.Prise seconde = ailleurs.prendre(NORD, Duration.ofMinutes(31)).orElseThrow();

		assertThat(ici.finir(premiere, Remise.Etat.REMIS, null)).isFalse();
		assertThat(ici.echouer(premiere, "REMISE_COUPURE", Duration.ZERO)).isFalse();
		assertThat(hub.etat(publie)).isEqualTo(Remise.Etat.ATTEND);
		assertThat(ailleurs.finir(seconde, Remise.Etat.REMIS, null)).isTrue();
		assertThat(hub.etat(publie)).isEqualTo(Remise.Etat.REMIS);
	}

	private static Remise remplace(int tentatives, Paquet par) {
		return new Remise(Remise.Etat.REMPLACE, DEBUT, tentatives, null,
				"Le paquet " + par.paquet() + ", plus récent et complet, est remis à la place de celui-ci.");
	}

	private static Consommateur consommateur(String nom, String canal, boolean delta, String... uai) {
		return new Consommateur(nom, "essai", "", List.of(uai), delta, 0, List.of(), canal, "");
	}

	private static String archive(Paquet paquet) {
		return paquet.paquet() + ".tar.gz";
	}

	private static String empreinte(Paquet paquet) {
		return paquet.paquet() + ".md5";
	}

	private Path dossier(String consommateur) {
		return this.maison.outbox().resolve("flux/essai").resolve(consommateur);
	}

	/** All there is on a server, hidden names included. */
	private static Set<String> fichiers(ServeurSftp serveur) {
		try (Stream<Path> chemins = Files.walk(serveur.racine())) {
			Set<String> noms = new TreeSet<>();
			chemins.filter(Files::isRegularFile)
				.forEach((fichier) -> noms.add(serveur.racine().relativize(fichier).toString()));
			return noms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void avancer(Duration duree) {
		this.instant.updateAndGet((avant) -> avant.plus(duree).truncatedTo(ChronoUnit.MILLIS));
	}

	private static void attendre(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	private Concentrateur concentrateur(Consommateur... consommateurs) {
		return concentrateur(Duration.ofMinutes(30), consommateurs);
	}

	/** One that may be closed in the middle of its work and started again. */
	private Concentrateur concentrateur(Duration duree, Consommateur... consommateurs) {
		Concentrateur hub = new Concentrateur(duree, List.of(consommateurs));
		this.concentrateurs.add(hub);
		return hub;
	}

	private Clock horloge() {
		return ((InstantSource) this.instant::get).withZone(ZoneOffset.UTC);
	}

	/** What publishes and delivers. */
	private final class Concentrateur implements AutoCloseable {

		private final CanalDEssai canal;

		private final Envois envois;

		private final Publications publications;

		private final Remises remises;

		private final PaquetFiles fichiers;

		private final Duration duree;

		private final RemiseStep remise;

		private final RemisesHealthIndicator sante;

		Concentrateur(Duration duree, List<Consommateur> consommateurs) {
			try {
				this.canal = new CanalDEssai()
					.avec("nord", RemiseIT.this.nord, ServeurSftp.MOT_DE_PASSE, RemiseIT.this.nord.hotesConnus())
					.avec("sud", RemiseIT.this.sud, ServeurSftp.MOT_DE_PASSE, RemiseIT.this.sud.hotesConnus())
					.avec("imposteur", RemiseIT.this.nord, ServeurSftp.MOT_DE_PASSE,
							RemiseIT.this.nord.autresHotesConnus())
					.avec("compte-ferme", RemiseIT.this.nord, "un autre", RemiseIT.this.nord.hotesConnus());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			Paquets paquets = new Paquets(RemiseIT.this.jdbc, JSON, CATALOGUE);
			PaquetFiles fichiers = new PaquetFiles(RemiseIT.this.maison, JSON);
			this.remises = new Remises(RemiseIT.this.jdbc, horloge(), new Noeud("essai"));
			this.fichiers = fichiers;
			this.duree = duree;
			this.envois = this.canal.envois();
			this.publications = new Publications(List.of(RemiseIT.this.envoi), new PublicationSettings(consommateurs),
					this.canal.serveurs(), paquets, fichiers, this.remises, RemiseIT.this.transactions, horloge());
			this.remise = remise(this.envois);
			this.sante = new RemisesHealthIndicator(this.remises, CATALOGUE);
		}

		RemiseStep remise(Envois envois) {
			return new RemiseStep(this.publications, this.remises, this.fichiers, envois,
					new RemiseSettings(this.duree, Duration.ofSeconds(30), Duration.ofMinutes(30)),
					RemiseIT.this.transactions);
		}

		Paquet publier(String consommateur) {
			return this.publications.publier(this.publications.consommateur("essai", consommateur).orElseThrow(), null,
					"chef", false);
		}

		void remettre() {
			this.remise.remettre();
		}

		Paquet relu(Paquet paquet) {
			return this.publications.trouver("essai", paquet.paquet()).orElseThrow();
		}

		Remise.Etat etat(Paquet paquet) {
			return relu(paquet).remise().etat();
		}

		long enAttente() {
			return RemiseIT.this.jdbc.sql("SELECT count(*) FROM echange.remise_paquet WHERE etat = 'attend'")
				.query(Long.class)
				.single();
		}

		Health sante() {
			return this.sante.health();
		}

		@Override
		public void close() {
			this.remise.destroy();
			this.envois.destroy();
			this.canal.close();
		}

	}

	/** A feed of one file, another each time, sent as an archive and its digest. */
	private static final class Envoi extends FeuilleDEssai {

		private int taille = 100;

		private int rang;

		Envoi() {
			super("essai");
			this.uais = Set.of(ECOLE);
			this.pendant = () -> this.texte = ("état " + this.rang++ + "\n").repeat(this.taille);
		}

		@Override
		public List<Path> emballer(Path dossier, Path vers) throws IOException {
			String nom = vers.getFileName().toString().replaceFirst("^\\.(.*)\\.envoi\\.part$", "$1");
			Path archive = Files.copy(dossier.resolve(NOM), vers.resolve(nom + ".tar.gz"));
			byte[] octets = Files.readAllBytes(archive);
			return List.of(archive, Files.write(vers.resolve(nom + ".md5"),
					DigestUtils.md5Hex(octets).getBytes(StandardCharsets.US_ASCII)));
		}

	}

}
