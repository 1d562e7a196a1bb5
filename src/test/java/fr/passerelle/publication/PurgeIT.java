package fr.passerelle.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.canal.CanalDEssai;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.journal.Noeud;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.plateforme.MaisonDeTest;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Old packages go, and nothing that is still of use. */
class PurgeIT {

	private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

	private static final Consommateur LECTEUR = consommateur("lecteur", 0, "");

	private static final Consommateur TARDIF = consommateur("tardif", 20, "0 0 8 * * *");

	private static final Duration DIX_JOURS = Duration.ofDays(10);

	private final Maison maison = new Maison(MaisonDeTest.maisonNeuve());

	private final FeuilleDEssai feuille = new FeuilleDEssai("essai");

	private Instant instant = Instant.parse("2025-11-01T12:00:00Z");

	private JdbcClient jdbc;

	private Remises remises;

	private Publications publications;

	private PurgeStep purge;

	@BeforeEach
	void open() {
		var base = MaisonDeTest.baseMigree();
		this.jdbc = JdbcClient.create(base);
		this.remises = new Remises(this.jdbc, horloge(), new Noeud("essai"));
		PaquetFiles fichiers = new PaquetFiles(this.maison, JSON);
		Paquets paquets = new Paquets(this.jdbc, JSON, Catalogue.lire(new Mappings(Path.of("mappings"))));
		this.publications = new Publications(List.of(this.feuille), new PublicationSettings(List.of(LECTEUR, TARDIF)),
				CanalDEssai.aucun(), paquets, fichiers, this.remises, new DataSourceTransactionManager(base),
				horloge());
		this.purge = purge(DIX_JOURS);
	}

	@Test
	void oldPackagesAreNoMoreGivenThenTheirFilesGoAndTheirRowsStay() {
		Paquet ancien = publier();
		passer(1);
		Paquet dernier = publier();
		passer(9);

		this.purge.purger();
		assertThat(List.of(relu(ancien).purgeLe() != null, relu(dernier).purgeLe() != null)).containsExactly(true,
				false);
		assertThat(noms()).containsAll(noms(ancien));

		this.instant = this.instant.plus(Duration.ofMinutes(5));
		this.purge.purger();
		assertThat(noms()).containsExactlyElementsOf(noms(dernier));
		assertThat(relu(ancien).empreinte()).isEqualTo(ancien.empreinte());
	}

	@Test
	void theLastValidOneOfEachParcelStaysHoweverOldItIs() {
		this.feuille.parcelles = List.of("1D", "2D");
		publier();
		this.feuille.parcelles = List.of("2D");
		publier();
		this.feuille.fautes = List.of("une faute");
		passer(1);
		publier();
		passer(400);

		purgerTout();

		assertThat(restes()).containsExactly("1-1D", "3-2D");
	}

	@Test
	void whatWaitsForItsHourAndTheLastOneShownStay() {
		publier(TARDIF);
		passer(1);
		this.publications.planifiees("essai");
		passer(15);
		purgerTout();
		assertThat(restes()).containsExactly("1", "2");

		passer(6);
		this.publications.planifiees("essai");
		passer(12);
		purgerTout();
		assertThat(restes()).containsExactly("2", "3");
	}

	@Test
	void whatWaitsForTheServerOfItsConsumerStaysUntilItIsThere() {
		Paquet attendu = publier();
		this.remises.ajouter(attendu.paquet(), this.instant);
		publier();
		passer(30);

		purgerTout();
		assertThat(restes()).containsExactly("1", "2");

		Remises.Prise prise = this.remises.prendre(LECTEUR, Duration.ofMinutes(1)).orElseThrow();
		this.remises.finir(prise, Remise.Etat.REMIS, null);
		purgerTout();
		assertThat(restes()).containsExactly("2");
	}

	@Test
	void whatIsOfAPartOfTheSchoolsOrWrongGoesEvenIfItIsTheLast() {
		this.publications.publier(LECTEUR, Set.of("0009201B"), "chef", false);
		this.feuille.fautes = List.of("une faute");
		Paquet faux = publier();
		assertThat(noms()).contains(faux.paquet() + ".json");
		passer(11);

		purgerTout();

		assertThat(noms()).isEmpty();
	}

	@Test
	void whoBeganToReadAnArchiveReadsItToItsEnd() throws IOException {
		this.feuille.texte = "ligne\n".repeat(100_000);
		Paquet ancien = publier();
		passer(1);
		publier();
		passer(10);

		try (InputStream archive = Files.newInputStream(this.publications.archive(ancien, ancien.archive()))) {
			byte[] debut = archive.readNBytes(10);
			purgerTout();
			assertThat(this.publications.archive(ancien, ancien.archive())).doesNotExist();
			byte[] suite = archive.readAllBytes();

			assertThat(DigestUtils.sha256Hex(org.apache.commons.lang3.ArrayUtils.addAll(debut, suite)))
				.isEqualTo(ancien.empreinte());
		}
	}

	@Test
	void aPurgeInTheMiddleOfAPublicationLeavesWhatItIsComparedWith() {
		Paquet precedent = publier();
		passer(30);
		List<Boolean> present = new ArrayList<>();
		this.feuille.pendant = () -> {
			purgerTout();
			present.add(Files.isDirectory(dossier().resolve(precedent.paquet())));
		};

		Paquet suivant = publier();

		assertThat(present).containsExactly(true);
		assertThat(suivant.valide()).isTrue();
		assertThat(noms()).containsAll(noms(suivant));
	}

	@Test
	void whatWasInterruptedGoesOn() throws IOException {
		Paquet ancien = publier();
		passer(1);
		Paquet dernier = publier();
		passer(10);
		this.purge.purger();
		Files.delete(dossier().resolve(ancien.paquet() + ".json"));
		Files.delete(dossier().resolve(ancien.paquet()).resolve("feuille.txt"));

		this.instant = this.instant.plus(Duration.ofMinutes(5));
		purge(DIX_JOURS).purger();

		assertThat(noms()).containsExactlyElementsOf(noms(dernier));
	}

	@Test
	void anArchiveOfTheSameNameBelongsToTheLaterPackage() {
		this.feuille.archive = "envoi.tar.gz";
		publier();
		Paquet dernier = publier();
		passer(11);

		purgerTout();

		assertThat(noms()).containsExactly(dernier.paquet(), dernier.paquet() + ".json", "envoi.tar.gz");
	}

	@Test
	void withoutADurationNothingGoes() {
		Paquet ancien = publier();
		Paquet dernier = publier();
		passer(4000);

		this.purge = purge(null);
		purgerTout();

		assertThat(noms()).containsAll(noms(ancien)).containsAll(noms(dernier));
	}

	private PurgeStep purge(Duration conservation) {
		return new PurgeStep(new Purges(this.jdbc), new PaquetFiles(this.maison, JSON),
				new ConservationSettings(conservation), horloge());
	}

	/** The route looked twice, as far apart as needed. */
	private void purgerTout() {
		this.purge.purger();
		this.instant = this.instant.plus(Duration.ofMinutes(5));
		this.purge.purger();
	}

	private static Consommateur consommateur(String nom, int delai, String planification) {
		return new Consommateur(nom, "essai", "", List.of("*"), false, delai, List.of(), "dossier", planification);
	}

	private Paquet publier() {
		return publier(LECTEUR);
	}

	private Paquet publier(Consommateur consommateur) {
		return this.publications.publier(consommateur, null, "chef", false);
	}

	private void passer(int jours) {
		this.instant = this.instant.plus(Duration.ofDays(jours));
	}

	private Paquet relu(Paquet paquet) {
		return this.publications.trouver("essai", paquet.paquet()).orElseThrow();
	}

	/** What still has its files on the disk, by number and parcel. */
	private List<String> restes() {
		return this.jdbc.sql("""
				SELECT substring(paquet FROM 17) FROM echange.paquet WHERE efface_le IS NULL
				ORDER BY split_part(paquet, '-', 3)::bigint""").query(String.class).list();
	}

	private static List<String> noms(Paquet paquet) {
		return List.of(paquet.paquet(), paquet.paquet() + ".json", paquet.archive());
	}

	private Set<String> noms() {
		try (Stream<Path> fichiers = Files.list(dossier())) {
			Set<String> noms = new TreeSet<>();
			fichiers.forEach((fichier) -> noms.add(fichier.getFileName().toString()));
			return noms;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path dossier() {
		return this.maison.outbox().resolve("flux/essai/lecteur");
	}

	private Clock horloge() {
		return ((InstantSource) () -> this.instant).withZone(ZoneOffset.UTC);
	}

}
