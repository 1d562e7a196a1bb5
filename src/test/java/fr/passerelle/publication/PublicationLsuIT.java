package fr.passerelle.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import fr.passerelle.bilan.Canonique;
import fr.passerelle.bilan.Exemples;
import fr.passerelle.bilan.LivretsDEssai;
import fr.passerelle.canal.ServeursSftp;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.plateforme.Maison;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** The report books out of the store, as a consumer receives them. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationLsuIT {

	private static final String COLLEGE = LivretsDEssai.COLLEGE;

	private static final String ECOLE = LivretsDEssai.ECOLE;

	private LivretsDEssai livrets;

	@BeforeAll
	void open() {
		this.livrets = new LivretsDEssai(Publication.class);
	}

	@AfterAll
	void close() {
		this.livrets.close();
	}

	@BeforeEach
	void theSchoolsOfTheScenarios() {
		this.livrets.recommencer();
	}

	@Test
	void whatWentInComesOutOfACollege() throws Exception {
		String document = LivretsDEssai.fichier("bilans/college.xml");
		this.livrets.deposer(COLLEGE, document);

		Paquet paquet = publier(COLLEGE);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(Canonique.de(sorti(paquet))).isEqualTo(Canonique.de(document));
		assertThat(paquet.comptes()).containsEntry("bilan-periodique", 1L).containsEntry("eleve", 1L);
	}

	@Test
	void whatWentInComesOutOfAnEcole() throws Exception {
		String document = LivretsDEssai.fichier("bilans/ecole.xml");
		this.livrets.executer("UPDATE lsu.classe SET mode_source = 'IMPORT' WHERE uai = :uai", ECOLE)
			.deposer(ECOLE, document);

		Paquet paquet = publier(ECOLE);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(Canonique.de(sorti(paquet))).isEqualTo(Canonique.de(document));
	}

	@Test
	void theWholeSampleComesOutWithoutLossAndGoesInAgain() throws Exception {
		String document = Files.readString(Exemples.bilans2d())
			.replace("0382032C", COLLEGE)
			.replace("millesime=\"2015\"", "millesime=\"2025\"");
		this.livrets.executer(LivretsDEssai.DIVISIONS_DE_L_EXEMPLE, COLLEGE).deposer(COLLEGE, document);

		Paquet paquet = publier(COLLEGE);
		String sorti = sorti(paquet);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(Canonique.de(sorti)).isEqualTo(Canonique.de(document));

		this.livrets.deposer(COLLEGE, sorti);
		assertThat(Canonique.de(sorti(publier(COLLEGE)))).isEqualTo(Canonique.de(document));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void anyBilansGoInAndOutAndInAndOutTheSame(long graine) throws Exception {
		String document = new BilansAuHasard(graine).document(COLLEGE);

		CompteRendu rapport = this.livrets.deposer(COLLEGE, document);
		String sorti = sorti(publier(COLLEGE));
		this.livrets.deposer(COLLEGE, sorti);

		assertThat(rapport.rejets()).isEmpty();
		assertThat(bilans(sorti)).isEqualTo(bilans(document));
		assertThat(Canonique.de(sorti(publier(COLLEGE)))).isEqualTo(Canonique.de(sorti));
	}

	/** With all they cite; what nothing cites is not kept. */
	private static List<String> bilans(String document) throws Exception {
		return Canonique.de(document).stream().filter((ligne) -> ligne.startsWith("bilan-")).toList();
	}

	@Test
	void aPackageIsAFolderAnArchiveAndItsDescription() throws IOException {
		this.livrets.deposer(COLLEGE, LivretsDEssai.fichier("bilans/college.xml"));

		Paquet paquet = publier(COLLEGE);

		assertThat(noms(dossier())).contains(paquet.paquet(), paquet.paquet() + ".zip", paquet.paquet() + ".json")
			.noneMatch((nom) -> nom.startsWith("."));
		assertThat(noms(dossier().resolve(paquet.paquet()))).containsExactly("0009201B_2025_20260202T080000.xml");
		assertThat(Files.readString(dossier().resolve(paquet.paquet() + ".json"))).contains(paquet.empreinte());
		assertThat(this.livrets.bean(Publications.class).trouver("lsu", paquet.paquet())).contains(paquet);
	}

	@Test
	void aPackageThatIsNotValidIsNotPublishedAndTheLastGoodOneStays() throws IOException {
		this.livrets.deposer(COLLEGE, LivretsDEssai.fichier("bilans/college.xml"));
		Paquet bon = publier(COLLEGE);
		this.livrets.executer("UPDATE lsu.enseignant SET id_sts = 'inconnu' WHERE id_sts = '51001' AND uai = :uai",
				COLLEGE);

		Paquet mauvais = publier(COLLEGE);

		assertThat(mauvais.valide()).isFalse();
		assertThat(mauvais.fautes()).singleElement()
			.asString()
			.startsWith("0009201B : E-XSD, ligne 1, élément « enseignant »");
		assertThat(mauvais.archive()).isNull();
		assertThat(noms(dossier())).contains(bon.paquet(), bon.paquet() + ".zip", mauvais.paquet() + ".json")
			.doesNotContain(mauvais.paquet(), mauvais.paquet() + ".zip");
	}

	@Test
	void whatIsNotLockedIsLeftOutAndSaidSo() {
		this.livrets.deposer(COLLEGE, LivretsDEssai.fichier("bilans/college.xml"));
		this.livrets.executer(
				"""
						INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, uai, annee_scolaire)
						SELECT e.id, e.classe_id, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', e.uai, 2025
						FROM lsu.eleve e JOIN lsu.periode p ON p.uai = e.uai AND p.indice = 2 WHERE e.id_be = '700102' AND e.uai = :uai""",
				COLLEGE);

		assertThat(publier(COLLEGE).ecartes())
			.containsExactly(new Redaction.Ecarte(COLLEGE, "700102", "bilan de la période 2/3", "non verrouillé"));
	}

	@Test
	void aDisciplineTiedToALanguageAsksForTheVersionThatKnowsIt() throws Exception {
		String document = LivretsDEssai.fichier("bilans/college.xml")
			.replace("schemaVersion=\"3.0\"", "schemaVersion=\"7.0\"")
			.replace("</disciplines>",
					"<discipline id=\"DI_DNL\" code=\"043700\" modalite-election=\"D\" libelle=\"DNL\" "
							+ "id-lv=\"DI_020700S\"/></disciplines>")
			.replace("</liste-acquis>", "<acquis discipline-ref=\"DI_DNL\" enseignant-refs=\"ENS_epp_51001\" "
					+ "positionnement=\"3\"/></liste-acquis>");
		this.livrets.deposer(COLLEGE, document);

		Paquet paquet = publier(COLLEGE);

		assertThat(sorti(paquet)).contains("schemaVersion=\"7.0\"");
		assertThat(Canonique.de(sorti(paquet))).isEqualTo(Canonique.de(document));
	}

	@Test
	void aScheduledPackageIsMadeOnceAtItsHourAndCaughtUpAfterwards() {
		AtomicReference<Instant> instant = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
		Consommateur nocturne = new Consommateur("nocturne", "lsu", "", List.of("*"), false, 0, List.of(), "dossier",
				"0 0 3 * * *");
		Publications publications = new Publications(this.livrets.beans(Redaction.class),
				new PublicationSettings(List.of(nocturne)), this.livrets.bean(ServeursSftp.class),
				this.livrets.bean(Paquets.class), this.livrets.bean(PaquetFiles.class),
				this.livrets.bean(Remises.class), this.livrets.bean(PlatformTransactionManager.class),
				horloge(instant));

		assertThat(apres(publications, instant, "2026-03-02T12:00:30Z")).isZero();
		assertThat(apres(publications, instant, "2026-03-03T12:00:00Z")).isEqualTo(1);
		assertThat(apres(publications, instant, "2026-03-03T12:00:30Z")).isEqualTo(1);
		assertThat(apres(publications, instant, "2026-03-09T12:00:00Z")).isEqualTo(2);
	}

	private static Clock horloge(AtomicReference<Instant> instant) {
		return ((InstantSource) instant::get).withZone(ZoneOffset.UTC);
	}

	private static long apres(Publications publications, AtomicReference<Instant> instant, String moment) {
		instant.set(Instant.parse(moment));
		publications.planifiees("lsu");
		return publications.chercher(RecherchePaquets.de("lsu"), 0, 500)
			.stream()
			.filter((paquet) -> paquet.consommateur().equals("nocturne"))
			.count();
	}

	private Paquet publier(String uai) {
		Publications publications = this.livrets.bean(Publications.class);
		return publications.publier(publications.consommateur("lsu", null).orElseThrow(), Set.of(uai), "essai", false);
	}

	private String sorti(Paquet paquet) throws IOException {
		try (Stream<Path> fichiers = Files.list(dossier().resolve(paquet.paquet()))) {
			return Files.readString(fichiers.findFirst().orElseThrow());
		}
	}

	private Path dossier() {
		return this.livrets.bean(Maison.class).outbox().resolve("flux/lsu/defaut");
	}

	private static List<String> noms(Path dossier) throws IOException {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			return fichiers.map((fichier) -> fichier.getFileName().toString()).sorted().toList();
		}
	}

	/** What publishes, besides what deposits; no other test must find it. */
	@ComponentScan({ "fr.passerelle.canal", "fr.passerelle.publication" })
	static class Publication {

		@Bean
		CamelContext camel() {
			return new DefaultCamelContext();
		}

		@Bean
		Maison maison(@Value("${passerelle.home}") Path dossier) {
			return new Maison(dossier);
		}

	}

}
