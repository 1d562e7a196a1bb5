package fr.passerelle.integration;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.generateur.Territoire;
import fr.passerelle.journal.OutboxRelay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deposits judged at once and applied in the night of their school, by the real routes;
 * only the clock is the test's.
 */
@TestPropertySource(properties = { "passerelle.traitement.mode=nuit", "passerelle.traitement.nuit.debut=21:00",
		"passerelle.traitement.nuit.fin=06:00" })
@Import(NuitIT.Temps.class)
class NuitIT extends BoutEnBout {

	/** After noon on a Monday, in metropolitan France. */
	private static final String APRES_MIDI = "2025-11-17T14:00:00Z";

	private static final String NUIT = "2025-11-17T20:00:00Z";

	@Autowired
	private HorlogeDeNuit horloge;

	@Autowired
	private OutboxRelay envoi;

	@Test
	void onlyTheLastFileOfASchoolAndAFlowIsAppliedAndTheOthersSayWhy() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 30, 810));
		String premier = attend(college, college.fichier("SIECLE_STRUCTURES"));
		String second = attend(college, autre(college, 1));
		String dernier = attend(college, autre(college, 2));
		String eleves = attend(college, college.fichier("SIECLE_ELEVES"));

		this.horloge.regler(NUIT);

		this.hub.repos(dernier);
		assertThat(etats(college)).containsExactly(premier + " perime", second + " perime", dernier + " traite",
				eleves + " traite");
		JsonNode rapport = this.hub.api().lire("/depots/" + premier + "/compte-rendu").json();
		assertThat(rapport.get("etat").asText()).isEqualTo("perime");
		assertThat(rapport.at("/refus/code").asText()).isEqualTo("REMPLACE");
		assertThat(rapport.at("/refus/titre").asText())
			.isEqualTo("Ce fichier a été remplacé par un plus récent (dépôt " + dernier + ").");
		assertThat(this.hub.comptesRendus(college.uai()).resolve(second + ".html")).content()
			.contains("seul le dernier est appliqué");
	}

	@Test
	void aReplacedFileIsAppliedWhenItIsForced() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 30, 811));
		String premier = attend(college, college.fichier("SIECLE_STRUCTURES"));
		String dernier = attend(college, autre(college, 1));
		this.horloge.regler(NUIT);
		this.hub.repos(dernier);
		this.horloge.regler("2025-11-18T09:00:00Z");

		assertThat(this.hub.api().decider(premier, "forcer", "Le second était un essai").statut()).isEqualTo(202);

		this.hub.attendreEtat(premier, "traite");
	}

	@Test
	void theReplacementThatIsCancelledBeforeTheNightLeavesItsPlace() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 30, 812));
		String premier = attend(college, college.fichier("SIECLE_STRUCTURES"));
		String second = attend(college, autre(college, 1));

		this.hub.api().decider(second, "annuler", "Export d'une autre année");
		this.horloge.regler(NUIT);

		this.hub.repos(premier);
		assertThat(etats(college)).containsExactly(premier + " traite", second + " annule");
	}

	@Test
	void theSchoolIsToldWhenItsNightBegins() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 30, 813));

		String numero = attend(college, college.fichier("SIECLE_STRUCTURES"));

		assertThat(this.hub.lire("SELECT motif FROM echange.transition WHERE numero = ? AND etat = 'depose'",
				Long.valueOf(numero)))
			.containsExactly("Fichier déposé. Il sera appliqué dans la nuit, à partir du 17/11/2025 21:00:00.");
		this.horloge.regler(NUIT);
		this.hub.repos(numero);
	}

	@Test
	void aLinkFileDroppedBeforeWhatItNeedsGoesOnByItselfInTheSameNight() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 30, 814));
		String liens = attend(college, college.fichier("ELEGROUPE"));
		String eleves = attend(college, college.fichier("SIECLE_ELEVES"));
		String structures = attend(college, college.fichier("SIECLE_STRUCTURES"));

		this.horloge.regler(NUIT);

		this.hub.attendreEtat(liens, "traite");
		assertThat(etats(college)).containsExactly(liens + " traite", eleves + " traite", structures + " traite");
		assertThat(liensElegroupe(college)).isEqualTo(college.attendu().compte().liens());
	}

	/**
	 * The structure without the group replaced the one that has it; somebody forces the
	 * latter the next day.
	 */
	@Test
	void aLinkFileThatIsWokenByDayStaysUntilTheNight() {
		this.horloge.regler(APRES_MIDI);
		College college = college(reglages(1, 60, 815).avecAnomalies());
		for (String flux : List.of("STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE")) {
			attend(college, college.fichier(flux));
		}
		String complete = attend(college,
				Retouche.archive(college.fichier("SIECLE_STRUCTURES"), GroupeEnPlus::dansStructures));
		String sansGroupe = attend(college, college.fichier("SIECLE_STRUCTURES"));
		attend(college, college.fichier("SIECLE_ELEVES"));
		String liens = attend(college, college.fichier("ELEGROUPE"));
		this.horloge.regler(NUIT);
		this.hub.attendreEtat(sansGroupe, "traite");
		this.hub.repos(liens);
		long avant = liensElegroupe(college, GroupeEnPlus.CODE);
		this.horloge.regler("2025-11-18T09:00:00Z");

		this.hub.api().decider(complete, "forcer", "Le groupe manquait dans le second export");

		Hub.jusqua(() -> this.hub.etat(complete).equals("traite"));
		assertThat(disponible(liens)).isEqualTo("2025-11-18T20:00:00Z");
		this.envoi.publier();
		assertThat(this.hub.etat(liens)).isEqualTo("depose");
		assertThat(liensElegroupe(college, GroupeEnPlus.CODE)).isEqualTo(avant).isZero();
		this.horloge.regler("2025-11-18T20:00:00Z");
		Hub.jusqua(() -> liensElegroupe(college, GroupeEnPlus.CODE) > 0);
		this.hub.repos(liens);
		assertThat(this.hub.etat(liens)).isEqualTo("traite_avec_anomalies");
	}

	/**
	 * Nights of 10 hours and of 8: the two changes of clocks of metropolitan France, and
	 * Nouméa, which has none.
	 */
	@ParameterizedTest
	@CsvSource({
			"820, METROPOLE, 2025-10-25T16:00:00Z, 2025-10-25T19:00:00Z, 2025-10-26T04:30:00Z, 2025-10-26T05:00:00Z, 2025-10-26T20:00:00Z",
			"821, METROPOLE, 2026-03-28T16:00:00Z, 2026-03-28T20:00:00Z, 2026-03-29T03:30:00Z, 2026-03-29T04:00:00Z, 2026-03-29T19:00:00Z",
			"822, NOUVELLE_CALEDONIE, 2025-10-25T02:00:00Z, 2025-10-25T10:00:00Z, 2025-10-25T18:30:00Z, 2025-10-25T19:00:00Z, 2025-10-26T10:00:00Z" })
	void theNightIsThatOfTheSchoolWhateverTheClocksDo(int rang, Territoire territoire, String jour, String nuit,
			String finDeNuit, String matin, String nuitSuivante) {
		College college = college(reglages(1, 30, rang).en(territoire).pourAnnee(ANNEE));
		this.horloge.regler(jour);
		String duJour = attend(college, college.fichier("SIECLE_STRUCTURES"));
		assertThat(disponible(duJour)).isEqualTo(nuit);

		this.horloge.regler(nuit);
		this.hub.attendreEtat(duJour, "traite");

		this.horloge.regler(finDeNuit);
		assertThat(this.hub.etat(this.hub.traiter(college.uai(), college.fichier("SIECLE_COMMUNS"))))
			.isEqualTo("traite");

		this.horloge.regler(matin);
		String duMatin = attend(college, college.fichier("SIECLE_ELEVES"));
		assertThat(disponible(duMatin)).isEqualTo(nuitSuivante);

		this.horloge.regler(nuitSuivante);
		this.hub.attendreEtat(duMatin, "traite");
	}

	/** Drops a file that is accepted and stays, the routes having looked at it. */
	private String attend(College college, Path fichier) {
		long avant = dernier(college);
		this.hub.deposer(college.uai(), fichier);
		Hub.jusqua(() -> dernier(college) > avant && this.hub.etat(Long.toString(dernier(college))).equals("depose"));
		this.envoi.publier();
		String numero = Long.toString(dernier(college));
		assertThat(this.hub.etat(numero)).isEqualTo("depose");
		assertThat(this.hub.compter("SELECT count(*) FROM echange.outbox WHERE numero = ? AND publie_le IS NOT NULL",
				Long.valueOf(numero)))
			.isZero();
		return numero;
	}

	private long dernier(College college) {
		return this.hub.compter(
				"SELECT coalesce(max(numero), 0) FROM echange.depot WHERE dossier = ? AND etat <> 'refuse'",
				college.uai());
	}

	/** The same content in other bytes: not a repetition. */
	private static Path autre(College college, int rang) {
		return Retouche.archive(college.fichier("SIECLE_STRUCTURES"), (xml) -> xml + "\n".repeat(rang));
	}

	private List<String> etats(College college) {
		return this.hub.lire("SELECT numero || ' ' || etat FROM echange.depot WHERE uai = ? ORDER BY numero",
				college.uai());
	}

	private String disponible(String numero) {
		return this.hub
			.lire("""
					SELECT to_char(disponible_le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM echange.outbox WHERE numero = ? ORDER BY id DESC""",
					Long.valueOf(numero))
			.get(0);
	}

	/** The one clock of the hub. */
	@TestConfiguration
	static class Temps {

		@Bean
		@Primary
		HorlogeDeNuit horlogeDeNuit() {
			return new HorlogeDeNuit("2025-09-22T08:00:00Z");
		}

	}

}
