package fr.passerelle.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of the deposits that wait for the night is the last of its kind. */
class RemplacementsIT {

	private static final LocalDateTime MIDI = LocalDateTime.parse("2025-09-30T12:00:00");

	private final JournalDEssai journal = new JournalDEssai();

	@Test
	void theLastDepositReplacesAllThoseBeforeIt() {
		NumeroDepot premier = depose("STS_EMP", null);
		NumeroDepot second = depose("STS_EMP", null);
		NumeroDepot dernier = depose("STS_EMP", null);

		assertThat(remplacant(premier)).isEqualTo(dernier);
		assertThat(remplacant(second)).isEqualTo(dernier);
		assertThat(remplacant(dernier)).isNull();
	}

	@Test
	void theMomentOfTheExportGoesBeforeTheOrderOfTheDeposits() {
		NumeroDepot recent = depose("ELEGROUPE", MIDI.plusHours(1));
		NumeroDepot ancien = depose("ELEGROUPE", MIDI);

		assertThat(remplacant(ancien)).isEqualTo(recent);
		assertThat(remplacant(recent)).isNull();
	}

	@Test
	void anotherSchoolAnotherYearAndAnotherFlowReplaceNothing() {
		NumeroDepot depot = depose("ELEGROUPE", MIDI);
		depose("SIECLE_ELEVES", MIDI.plusHours(1));
		this.journal.depose(JournalDEssai.UAI, "ELEGROUPE", 2026, MIDI.plusHours(1), null);
		this.journal.depose(JournalDEssai.AUTRE, "ELEGROUPE", 2025, MIDI.plusHours(1), null);

		assertThat(remplacant(depot)).isNull();
	}

	@Test
	void aDepositThatWaitsForTheNextNightReplacesNothingTonight() {
		Instant demain = this.journal.horloge.instant().plus(Duration.ofHours(13));
		NumeroDepot deCetteNuit = depose("STS_EMP", null);
		NumeroDepot deDemain = this.journal.depose(JournalDEssai.UAI, "STS_EMP", 2025, null, demain);
		assertThat(remplacant(deCetteNuit)).isNull();

		this.journal.horloge.avancer(Duration.ofHours(13));

		assertThat(remplacant(deCetteNuit)).isEqualTo(deDemain);
	}

	@Test
	void aDepositThatWasCancelledReplacesNothing() {
		NumeroDepot premier = depose("STS_EMP", null);
		NumeroDepot second = depose("STS_EMP", null);

		this.journal.decisions.annuler(second, "essai", "Export partiel");

		assertThat(remplacant(premier)).isNull();
	}

	private NumeroDepot depose(String flux, LocalDateTime horodatage) {
		return this.journal.depose(JournalDEssai.UAI, flux, 2025, horodatage, null);
	}

	private NumeroDepot remplacant(NumeroDepot numero) {
		return this.journal.remplacements.remplacant(this.journal.depots.depot(numero)).orElse(null);
	}

}
