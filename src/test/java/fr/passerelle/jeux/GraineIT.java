package fr.passerelle.jeux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.generateur.Territoire;
import fr.passerelle.integration.Invariants;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Depot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Schools drawn at random get the answers that {@code attendu.json} foretells, and no
 * other. The build draws the same ones each time, so that it fails for what was changed;
 * the night draws others. A failure says its seed: {@code -Dpasserelle.graine=…} draws
 * the same schools again.
 */
@TestInstance(Lifecycle.PER_CLASS)
class GraineIT {

	private static final int DE_NUIT = 200;

	private static final Random CONNUES = new Random(Long.getLong("passerelle.graine", 20251117L));

	private final Random nouvelles = new Random(Long.getLong("passerelle.graine", System.nanoTime()));

	@TempDir
	private static Path dossier;

	private int rang;

	private Banc banc;

	@BeforeAll
	void ouvrir() {
		this.banc = new Banc();
	}

	@AfterAll
	void fermer() {
		this.banc.close();
	}

	Stream<Ecole> unePourChaqueSorte() {
		return Stream.of(Ecole.Sorte.values())
			.flatMap((sorte) -> Stream.of(false, true)
				.map((anomalies) -> Ecole.tirer(CONNUES, sorte, anomalies, this.rang++)));
	}

	@ParameterizedTest
	@MethodSource("unePourChaqueSorte")
	void aSchoolOfEachKindGetsTheAnswersForetold(Ecole ecole) {
		verifier(ecole);
	}

	Stream<Ecole> beaucoup() {
		Ecole.Sorte[] sortes = Ecole.Sorte.values();
		return IntStream.range(0, DE_NUIT)
			.mapToObj((i) -> Ecole.tirer(this.nouvelles, sortes[i % sortes.length], this.nouvelles.nextBoolean(),
					this.rang++));
	}

	@Tag("nocturne")
	@ParameterizedTest
	@MethodSource("beaucoup")
	void anySchoolGetsTheAnswersForetold(Ecole ecole) {
		verifier(ecole);
	}

	private void verifier(Ecole ecole) {
		Set<String> dejaPris = new HashSet<>();
		comparer(ecole + ", first drop", ecole.reglages(), dejaPris);
		comparer(ecole + ", a month later", ecole.reglages().avecEvolution(5), dejaPris);

		assertThat(this.banc.jdbc().sql(Invariants.SANS_FIN).query(String.class).list()).as(ecole.toString()).isEmpty();
	}

	/**
	 * Drops every file of the school in order; the same bytes were taken once already.
	 */
	private void comparer(String quoi, Reglages reglages, Set<String> dejaPris) {
		Path ici = dossier.resolve(quoi.replaceAll("\\W+", "-"));
		EtablissementAttendu attendu = new Academie(reglages).ecrire(ici).etablissements().get(0);
		List<ReponseBreve> attendues = new ArrayList<>();
		List<ReponseBreve> obtenues = new ArrayList<>();
		for (FichierAttendu fichier : attendu.fichiers()) {
			Depot depot = this.banc.deposer(attendu.uai(), ici.resolve(attendu.uai()).resolve(fichier.fichier()));
			obtenues.add(obtenue(fichier, depot));
			boolean repete = fichier.etat().startsWith("traite") && !dejaPris.add(depot.empreinte());
			attendues.add(repete ? ReponseBreve.doublon(fichier) : ReponseBreve.attendue(fichier));
		}

		assertThat(obtenues).as(quoi).containsExactlyElementsOf(attendues);
		assertThat(ReponseBreve.compte(this.banc.jdbc(), attendu)).as(quoi).isEqualTo(attendu.compte());
	}

	private ReponseBreve obtenue(FichierAttendu fichier, Depot depot) {
		Optional<CompteRendu> rapport = this.banc.rapport(depot);
		boolean liens = "ELEGROUPE".equals(fichier.flux());
		List<String> constats = new ArrayList<>(anomalies(this.banc.jdbc(), depot));
		rapport.map(CompteRendu::rejets)
			.ifPresent((rejets) -> rejets
				.forEach((rejet) -> constats.add(rejet.code() + " " + rejet.eleve().identifiant())));
		return new ReponseBreve(fichier.fichier(), depot.etat().code(),
				rapport.map(CompteRendu::refus).map(CompteRendu.Refus::code).orElse(null),
				liens ? compte(rapport.map((lu) -> lu.synthese().elevesLus())) : null,
				liens ? compte(rapport.map((lu) -> lu.synthese().elevesAbsents())) : null,
				constats.stream().sorted().toList());
	}

	private static String compte(Optional<Long> nombre) {
		return nombre.map(String::valueOf).orElse(null);
	}

	private static List<String> anomalies(JdbcClient jdbc, Depot depot) {
		return jdbc.sql("""
				SELECT concat_ws(' ', code, identifiant, valeurs ->> 'groupe') FROM echange.v_anomalie
				WHERE numero = ? AND nature = 'anomalie'""").param(depot.numero().valeur()).query(String.class).list();
	}

	/** A school to invent: all that its files depend on. */
	record Ecole(Sorte sorte, boolean anomalies, int eleves, int rang, long graine) {

		/** What kinds of schools there are. */
		enum Sorte {

			COLLEGE, COLLEGE_CALEDONIEN, ECOLE, ECOLE_CALEDONIENNE

		}

		static Ecole tirer(Random hasard, Sorte sorte, boolean anomalies, int rang) {
			return new Ecole(sorte, anomalies, 40 + hasard.nextInt(160), rang, hasard.nextInt(1_000_000));
		}

		Reglages reglages() {
			boolean ecole = this.sorte == Sorte.ECOLE || this.sorte == Sorte.ECOLE_CALEDONIENNE;
			boolean caledonie = this.sorte == Sorte.COLLEGE_CALEDONIEN || this.sorte == Sorte.ECOLE_CALEDONIENNE;
			Reglages reglages = Reglages.de(1, this.eleves, this.graine, Banc.HORLOGE)
				.depuisRang(this.rang)
				.avecPremierDegre(ecole ? 100 : 0)
				.en(caledonie ? Territoire.NOUVELLE_CALEDONIE : Territoire.METROPOLE);
			return this.anomalies ? reglages.avecAnomalies() : reglages;
		}

	}

}
