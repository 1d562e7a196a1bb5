package fr.passerelle.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.canal.CanalDEssai;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.journal.Noeud;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** A feed with a delay of two days: what is shown is what was true two days before. */
class PaquetGardeIT {

	private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

	/** A consumer of every night at two, of the machine's own zone. */
	private static final Consommateur CHAQUE_NUIT = new Consommateur("nuit", "essai", "", List.of("*"), false, 2,
			List.of(), "dossier", "0 0 2 * * *");

	private static final Consommateur GAR = new Consommateur("nuit", "gar", "P1", List.of("*"), false, 2, List.of(),
			"dossier", "0 0 2 * * *");

	private static final Consommateur A_LA_MAIN = Consommateur.sansReglage("main", "essai");

	private static final ZoneId ICI = ZoneId.systemDefault();

	private final Maison maison = new Maison(MaisonDeTest.maisonNeuve());

	private final FeuilleDEssai feuille = new FeuilleDEssai("essai");

	private final FeuilleDEssai gar = new FeuilleDEssai("gar");

	private Instant instant = a("2025-10-31", 12);

	private final Clock horloge = ((InstantSource) () -> this.instant).withZone(ZoneOffset.UTC);

	private final DataSource base = MaisonDeTest.baseMigree();

	private Publications publications;

	private Fraicheur fraicheur;

	private PublicationsHealthIndicator sante;

	private Paquets paquets;

	private Remises remises;

	@BeforeEach
	void open() {
		JdbcClient jdbc = JdbcClient.create(this.base);
		this.paquets = new Paquets(jdbc, JSON, Catalogue.lire(new Mappings(Path.of("mappings"))));
		this.remises = new Remises(jdbc, Clock.systemUTC(), new Noeud("essai"));
		this.publications = ouvrir(new DataSourceTransactionManager(this.base));
		this.fraicheur = new Fraicheur(JdbcClient.create(this.base), this.publications, this.horloge);
		this.sante = new PublicationsHealthIndicator(this.publications, this.fraicheur,
				Catalogue.lire(new Mappings(Path.of("mappings"))));
	}

	private Publications ouvrir(DataSourceTransactionManager transactions) {
		return new Publications(List.of(this.feuille, this.gar),
				new PublicationSettings(List.of(CHAQUE_NUIT, GAR, A_LA_MAIN)), CanalDEssai.aucun(), this.paquets,
				new PaquetFiles(this.maison, JSON), this.remises, transactions, this.horloge);
	}

	@Test
	void whatIsShownOnADayIsWhatWasTrueTwoDaysBefore() {
		List<String> vus = new ArrayList<>();
		// A Saturday that is a holiday, a Sunday, then a week-end again: every day
		// counts.
		for (String jour : List.of("2025-11-01", "2025-11-02", "2025-11-03", "2025-11-04", "2025-11-05")) {
			this.feuille.texte = "vrai le " + jour;
			passer(jour, 2);
			this.feuille.texte = "changé depuis";
			passer(jour, 3);
			vus.add(jour + " : " + dernierMontre());
		}

		assertThat(vus).containsExactly("2025-11-01 : rien", "2025-11-02 : rien", "2025-11-03 : vrai le 2025-11-01",
				"2025-11-04 : vrai le 2025-11-02", "2025-11-05 : vrai le 2025-11-03");
	}

	@Test
	void aPackageKeptIsSeenNowhereThenWholeAtItsHour() {
		passer("2025-11-01", 2);
		Paquet garde = this.publications.chercher(RecherchePaquets.de("essai"), 0, 500).get(0);

		assertThat(garde.montreLe()).isNull();
		assertThat(garde.visibleLe()).isEqualTo(a("2025-11-03", 2));
		assertThat(noms()).isEmpty();

		passer("2025-11-03", 2);

		assertThat(noms()).contains(garde.paquet(), garde.paquet() + ".zip", garde.paquet() + ".json");
		assertThat(this.publications.trouver("essai", garde.paquet()).orElseThrow().montreLe())
			.isEqualTo(a("2025-11-03", 2));
	}

	@Test
	void whatWasInterruptedWhileItWasShownIsShownWhole() throws IOException {
		passer("2025-11-01", 2);
		Paquet garde = this.publications.chercher(RecherchePaquets.de("essai"), 0, 500).get(0);
		Files.move(dossier().resolve("." + garde.paquet() + ".part"), dossier().resolve(garde.paquet()));

		passer("2025-11-03", 2);

		assertThat(noms()).contains(garde.paquet(), garde.paquet() + ".zip", garde.paquet() + ".json");
	}

	@Test
	void aHandGoesBeforeAndWhatWaitedNeverGoesBack() {
		this.feuille.texte = "vrai le 1er";
		passer("2025-11-01", 2);
		this.instant = a("2025-11-02", 10);
		this.feuille.texte = "à la main";
		this.publications.publier(CHAQUE_NUIT, null, "chef", false);

		assertThat(dernierMontre()).isEqualTo("à la main");

		passer("2025-11-03", 2);

		assertThat(dernierMontre()).isEqualTo("à la main");
		assertThat(this.publications.chercher(RecherchePaquets.de("essai"), 0, 500))
			.filteredOn((paquet) -> paquet.date().equals(a("2025-11-01", 2)))
			.singleElement()
			.satisfies((paquet) -> assertThat(paquet.visibleLe()).isNull());
	}

	@Test
	void aPartByHandKeepsNothingBack() {
		this.feuille.texte = "vrai le 1er";
		passer("2025-11-01", 2);
		this.instant = a("2025-11-02", 10);
		this.publications.publier(CHAQUE_NUIT, Set.of("0009201B"), "chef", false);

		passer("2025-11-03", 2);

		assertThat(dernierMontre()).isEqualTo("vrai le 1er");
	}

	@Test
	void whatChangesNowIsSeenTwoDaysAfterTheNextNight() {
		this.instant = a("2025-11-07", 10);

		assertThat(this.publications.effet(CHAQUE_NUIT)).contains(a("2025-11-10", 2));
		assertThat(this.publications.effet(Consommateur.parDefaut("essai"))).isEmpty();
	}

	@Test
	void whoPublishesForOneConsumerWaitsForNoOther() {
		passer("2025-11-01", 2);
		this.instant = a("2025-11-05", 12);

		Paquet paquet = new TransactionTemplate(new DataSourceTransactionManager(this.base)).execute((occupe) -> {
			this.paquets.unALaFois("essai", "nuit");
			return CompletableFuture.supplyAsync(() -> this.publications.publier(A_LA_MAIN, null, "chef", false))
				.orTimeout(30, TimeUnit.SECONDS)
				.join();
		});

		assertThat(paquet.montreLe()).isEqualTo(this.instant);
	}

	@Test
	void aPackageThatIsNotValidIsAnAlarmUntilTheNextGoodOne() {
		this.feuille.fautes = List.of("une faute");
		passer("2025-11-01", 2);
		String mauvais = this.publications.chercher(RecherchePaquets.de("essai"), 0, 500).get(0).paquet();

		assertThat(this.sante.health()).isEqualTo(Health.status(PublicationsHealthIndicator.DEGRADE)
			.withDetail("essai/nuit/" + mauvais, "une faute")
			.build());

		this.feuille.fautes = List.of();
		passer("2025-11-02", 2);

		assertThat(this.sante.health()).isEqualTo(Health.up().build());
	}

	@Test
	void aStateOlderThanPromisedIsToldUntilALaterOneIsShown() {
		Map<String, Map<String, Constat>> retards = new TreeMap<>();
		for (String jour : List.of("2025-11-01", "2025-11-02", "2025-11-03", "2025-11-04", "2025-11-05")) {
			this.gar.fautes = jour.equals("2025-11-02") ? List.of("une faute") : List.of();
			this.instant = a(jour, 2);
			this.publications.planifiees("gar");
			this.instant = a(jour, 4);
			retards.put(jour, this.fraicheur.retards("gar", null, ICI));
			if (jour.equals("2025-11-04")) {
				assertThat(this.sante.health()).isEqualTo(Health.status(PublicationsHealthIndicator.DEGRADE)
					.withDetail("gar/nuit",
							"Les ressources GAR voient l'annuaire du 01/11/2025. Un nouvel envoi est prévu le 05/11/2025.")
					.build());
			}
		}

		assertThat(retards).isEqualTo(Map.of("2025-11-01", Map.of(), "2025-11-02", Map.of(), "2025-11-03", Map.of(),
				"2025-11-04", Map.of("nuit", Constat.de("C136", "etat", "01/11/2025", "prochain", "05/11/2025")),
				"2025-11-05", Map.of()));
		assertThat(this.sante.health()).isEqualTo(Health.up().build());
	}

	/** The route looks on this day, at this hour of the machine. */
	private void passer(String jour, int heure) {
		this.instant = a(jour, heure);
		this.publications.planifiees("essai");
	}

	private static Instant a(String jour, int heure) {
		return java.time.LocalDate.parse(jour).atTime(heure, 0).atZone(ICI).toInstant();
	}

	/** What the last package that can be seen says. */
	private String dernierMontre() {
		return this.publications.chercher(RecherchePaquets.de("essai"), 0, 500)
			.stream()
			.filter((paquet) -> paquet.montreLe() != null && paquet.entier())
			.findFirst()
			.map((paquet) -> lire(dossier().resolve(paquet.paquet()).resolve("feuille.txt")))
			.orElse("rien");
	}

	private Path dossier() {
		return this.maison.outbox().resolve("flux/essai/nuit");
	}

	private List<String> noms() {
		try (Stream<Path> fichiers = Files.list(dossier())) {
			return fichiers.map((fichier) -> fichier.getFileName().toString())
				.filter((nom) -> !nom.startsWith("."))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String lire(Path fichier) {
		try {
			return Files.readString(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
