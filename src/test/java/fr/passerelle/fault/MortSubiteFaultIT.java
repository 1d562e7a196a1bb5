package fr.passerelle.fault;

import java.io.IOException;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** kill -9 inside a transition: nothing is lost, nothing is done twice or by half. */
class MortSubiteFaultIT {

	private static final List<String> FLUX = List.of("STS_EMP", "SIECLE_COMMUNS", "SIECLE_STRUCTURES", "SIECLE_ELEVES",
			"ELEGROUPE");

	@TempDir
	private static Path dossier;

	private static EtablissementAttendu college;

	private static List<String> referentiel;

	private static List<String> annuaire;

	private HubTuable hub;

	private DataSource base;

	/** What a hub that nobody kills makes of the same files. */
	@BeforeAll
	static void sansMort() {
		Clock horloge = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);
		college = new Academie(Reglages.de(1, 45, 12, horloge).depuisRang(400).avecAnomalies()).ecrire(dossier)
			.etablissements()
			.get(0);
		MortSubiteFaultIT temoin = new MortSubiteFaultIT();
		temoin.ouvrir();
		try {
			FLUX.forEach((flux) -> temoin.traiter(fichier(flux)));
			HubTuable.jusqua(() -> !temoin.registre().annuaire().isEmpty());
			referentiel = temoin.registre().referentiel();
			annuaire = temoin.registre().annuaire();
		}
		finally {
			temoin.fermer();
		}
	}

	@AfterAll
	static void oublier() {
		referentiel = null;
		annuaire = null;
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
	void fermer() {
		this.hub.tuer();
	}

	@Test
	@Tag("nocturne")
	void aHubKilledThreeTimesOnTheWayGoesOnWhereItWas() throws Exception {
		ouvrir();
		Piege.installer(this.base);
		FLUX.stream().limit(2).forEach((flux) -> traiter(fichier(flux)));

		mourir("registre", fichier("SIECLE_STRUCTURES"));
		renaitre(3);
		mourir("traite", fichier("SIECLE_ELEVES"));
		renaitre(4);
		mourir("envoi", fichier("ELEGROUPE"));
		renaitre(5);

		verifierTout();
	}

	@Tag("nocturne")
	@ParameterizedTest
	@ValueSource(strings = { "registre", "traite", "envoi", "recu", "depose", "en_traitement", "retrait", "projection",
			"rapport" })
	void aHubKilledAtAnyMomentGoesOnWhereItWas(String moment) throws Exception {
		tuerA(moment);
	}

	private void tuerA(String moment) throws Exception {
		ouvrir();
		Piege.installer(this.base);
		FLUX.stream().limit(3).forEach((flux) -> traiter(fichier(flux)));
		mourir(moment, fichier("SIECLE_ELEVES"));
		renaitre(4);

		traiter(fichier("ELEGROUPE"));

		verifierTout();
	}

	/** Also a file whose row was written and which is still in the folder. */
	@Test
	@Tag("nocturne")
	void aFileAlreadyInTheLedgerAndStillInTheFolderIsNotEnteredTwice() throws Exception {
		ouvrir();
		Piege.installer(this.base);
		FLUX.stream().limit(3).forEach((flux) -> traiter(fichier(flux)));
		Path jumeau = this.hub.maison().resolve("jumeau");
		Path copie = Files.copy(fichier("SIECLE_ELEVES"), this.hub.maison().resolve("SIECLE.part"));
		Files.createLink(jumeau, copie);
		try (Piege piege = new Piege(this.base)) {
			piege.tendre("retrait");
			Path depose = inbox().resolve(fichier("SIECLE_ELEVES").getFileName());
			Files.move(copie, depose);
			piege.attendre();
			this.hub.tuer();
			piege.lever();
			Files.move(jumeau, depose);
		}
		renaitre(4);

		traiter(fichier("ELEGROUPE"));

		verifierTout();
	}

	private void renaitre(int fichiers) {
		this.hub.demarrer();
		registre().attendre(fichiers);
	}

	private void mourir(String moment, Path fichier) throws SQLException {
		try (Piege piege = new Piege(this.base)) {
			piege.tendre(moment);
			this.hub.deposer(college.uai(), fichier);
			piege.attendre();
			this.hub.tuer();
			piege.lever();
		}
	}

	private void verifierTout() throws IOException {
		HubTuable.jusqua(() -> registre().annuaire().equals(annuaire));
		assertThat(registre().referentiel()).isEqualTo(referentiel);
		assertThat(registre().sansFin()).isEmpty();
		assertThat(registre().appliquesDeuxFois()).isEmpty();
		assertThat(registre().depots()).isEqualTo(FLUX.size());
		try (Stream<Path> restes = Files.list(inbox())) {
			assertThat(restes).isEmpty();
		}
		try (Stream<Path> rapports = Files
			.list(this.hub.maison().resolve("outbox/" + college.uai() + "/comptes-rendus"))) {
			assertThat(rapports.filter((rapport) -> rapport.toString().endsWith(".json"))).hasSize(FLUX.size());
		}
	}

	private Path inbox() {
		return this.hub.maison().resolve("inbox").resolve(college.uai());
	}

	private void traiter(Path fichier) {
		int avant = Math.toIntExact(registre().depots());
		this.hub.deposer(college.uai(), fichier);
		registre().attendre(avant + 1);
	}

	private static Path fichier(String flux) {
		return college.fichiers()
			.stream()
			.filter((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"))
			.map(FichierAttendu::fichier)
			.map((nom) -> dossier.resolve(college.uai()).resolve(nom))
			.findFirst()
			.orElseThrow();
	}

	private Registre registre() {
		return new Registre(JdbcClient.create(this.base));
	}

}
