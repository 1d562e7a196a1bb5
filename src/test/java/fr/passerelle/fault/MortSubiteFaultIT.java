package fr.passerelle.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 inside a transition: nothing is lost, nothing is done twice or by half. */
class MortSubiteFaultIT {

	/** In this order: the links wait for the élèves. */
	private static final List<String> FLUX = List.of("STS_EMP", "SIECLE_COMMUNS", "SIECLE_STRUCTURES", "ELEGROUPE",
			"SIECLE_ELEVES");

	private static final int LIENS = 3;

	private static final int ELEVES = 4;

	@TempDir
	private static Path dossier;

	private static EtablissementAttendu college;

	/** All the files, those above and then the same bytes again and a file to refuse. */
	private static List<Path> fichiers;

	private static Bilan attendu;

	private HubTuable hub;

	private DataSource base;

	/** What there is to see of a hub once all is done. */
	private record Bilan(List<String> etats, List<String> contenu, List<String> inbox) {
	}

	/** What a hub that nobody kills makes of the same files. */
	@BeforeAll
	static void sansMort() throws IOException {
		Clock horloge = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);
		college = new Academie(Reglages.de(1, 60, 12, horloge).depuisRang(400).avecAnomalies()).ecrire(dossier)
			.etablissements()
			.get(0);
		Path encore = Files.copy(applique("SIECLE_ELEVES"), dossier.resolve("encore.zip"));
		fichiers = Stream.concat(FLUX.stream().map(MortSubiteFaultIT::applique), Stream.of(encore, refuse())).toList();
		MortSubiteFaultIT temoin = new MortSubiteFaultIT();
		temoin.ouvrir();
		try {
			temoin.traiter(0, fichiers.size());
			HubTuable.jusqua(() -> noms(temoin.inbox()).size() == 2);
			attendu = temoin.bilan();
		}
		finally {
			temoin.tuer();
		}
	}

	@AfterAll
	static void oublier() {
		attendu = null;
	}

	private static Path applique(String flux) {
		return fichier((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"));
	}

	private static Path refuse() {
		return fichier((fichier) -> fichier.etat().equals("refuse"));
	}

	private static Path fichier(java.util.function.Predicate<FichierAttendu> choix) {
		return college.fichiers()
			.stream()
			.filter(choix)
			.map((fichier) -> dossier.resolve(college.uai()).resolve(fichier.fichier()))
			.findFirst()
			.orElseThrow();
	}

	private void ouvrir() {
		Map<String, Object> reglages = MaisonDeTest.reglages();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL(reglages.get("spring.datasource.url").toString());
		source.setUser(reglages.get("spring.datasource.username").toString());
		source.setPassword(reglages.get("spring.datasource.password").toString());
		this.base = source;
		this.hub = new HubTuable(reglages).demarrer();
	}

	@AfterEach
	void tuer() {
		this.hub.tuer();
	}

	@Test
	void aHubKilledThreeTimesOnTheWayGoesOnWhereItWas() throws Exception {
		ouvrir();
		Piege.installer(this.base);
		traiter(0, 2);

		mourir("depose", 2);
		mourir("en_traitement", LIENS);
		mourir("traite", ELEVES);

		traiter(ELEVES + 1, fichiers.size());
		verifierTout();
	}

	@Tag("nocturne")
	@ParameterizedTest
	@CsvSource({ "recu,0", "registre,1", "depose,2", "envoi,2", "en_attente,3", "en_traitement,4", "traite,4",
			"apres traite,4", "projection,4", "rapport,4", "retrait,4", "traite_avec_anomalies,4", "doublon,5",
			"refuse,6" })
	void aHubKilledAtAnyMomentGoesOnWhereItWas(String moment, int rang) throws Exception {
		ouvrir();
		Piege.installer(this.base);
		traiter(0, rang);

		mourir(moment, rang);

		traiter(rang + 1, fichiers.size());
		verifierTout();
	}

	/** A file whose row was written and which is still in the folder. */
	@Test
	@Tag("nocturne")
	void aFileAlreadyInTheLedgerAndStillInTheFolderIsNotEnteredTwice() throws Exception {
		ouvrir();
		Piege.installer(this.base);
		traiter(0, ELEVES);
		Path copie = Files.copy(fichiers.get(ELEVES), this.hub.maison().resolve("copie.part"));
		Path jumeau = Files.createLink(this.hub.maison().resolve("jumeau"), copie);
		try (Piege piege = new Piege(this.base)) {
			piege.tendre("retrait");
			Path depose = inbox().resolve(fichiers.get(ELEVES).getFileName());
			Files.move(copie, depose);
			piege.attendre();
			this.hub.tuer();
			piege.lever();
			Files.move(jumeau, depose);
		}

		this.hub.demarrer();

		HubTuable.jusqua(() -> Files.notExists(inbox().resolve(fichiers.get(ELEVES).getFileName())));
		calme(ELEVES + 1);
		traiter(ELEVES + 1, fichiers.size());
		verifierTout();
	}

	private void mourir(String moment, int rang) throws SQLException {
		try (Piege piege = new Piege(this.base)) {
			piege.tendre(moment);
			this.hub.deposer(college.uai(), fichiers.get(rang));
			piege.attendre();
			this.hub.tuer();
			piege.lever();
		}
		this.hub.demarrer();
		calme(rang + 1);
	}

	/** Each file comes to rest, and so do the two stores, before the next. */
	private void traiter(int premier, int fin) {
		for (int rang = premier; rang < fin; rang++) {
			this.hub.deposer(college.uai(), fichiers.get(rang));
			calme(rang + 1);
		}
	}

	private void calme(int nombre) {
		Registre registre = registre();
		HubTuable.jusqua(() -> registre.depots() == nombre && registre.enChemin() == 0 && this.hub.messages() == 0
				&& registre.enChemin() == 0);
	}

	private void verifierTout() {
		HubTuable.jusqua(() -> noms(inbox()).equals(attendu.inbox()));
		Bilan obtenu = bilan();
		assertThat(obtenu.etats()).isEqualTo(attendu.etats());
		assertThat(registre().sansFin()).isEmpty();
		assertThat(registre().appliquesDeuxFois()).isEmpty();
		assertThat(obtenu.contenu()).isEqualTo(attendu.contenu());
		assertThat(rapports()).hasSize(fichiers.size());
	}

	private Bilan bilan() {
		return new Bilan(registre().etats(), registre().contenu(), noms(inbox()));
	}

	private List<String> rapports() {
		return noms(this.hub.maison().resolve("outbox/" + college.uai() + "/comptes-rendus")).stream()
			.filter((nom) -> nom.endsWith(".json"))
			.toList();
	}

	private static List<String> noms(Path racine) {
		try (Stream<Path> chemins = Files.walk(racine)) {
			return chemins.filter(Files::isRegularFile).map((un) -> racine.relativize(un).toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path inbox() {
		return this.hub.maison().resolve("inbox").resolve(college.uai());
	}

	private Registre registre() {
		return new Registre(JdbcClient.create(this.base));
	}

}
