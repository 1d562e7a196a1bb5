package fr.passerelle.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import fr.passerelle.journal.Releves.Etiquettes;
import fr.passerelle.journal.Releves.Tour;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Turns to fetch an address: one at a time, and what is known of it outlives the hub. */
class RelevesIT {

	private static final Duration BAIL = Duration.ofMinutes(6);

	private static final Duration HEURE = Duration.ofHours(1);

	private static final Etiquettes V1 = new Etiquettes("\"v1\"", "Mon, 01 Sep 2025 08:00:00 GMT");

	private final JournalDEssai journal = new JournalDEssai();

	private final Releves releves = releves();

	@Test
	void ofSeveralNodesOneHasTheTurnAndTheNextComesAfterTheInterval() {
		Tour tour = commencer().orElseThrow();

		assertThat(tour).isEqualTo(new Tour("url:onde", 1, new Etiquettes(null, null), null, 0));
		assertThat(releves().commencer("url:onde", "https://a", BAIL)).isEmpty();
		this.releves.inchange(tour, V1, HEURE);
		avancer(HEURE.minusSeconds(1));
		assertThat(commencer()).isEmpty();
		avancer(Duration.ofSeconds(1));
		assertThat(commencer()).contains(new Tour("url:onde", 2, V1, null, 0));
	}

	@Test
	void whatWasFetchedIsInTheLedgerWithItsLabel() {
		String numero = recevoir(commencer().orElseThrow()).toString();

		avancer(HEURE);
		assertThat(commencer()).contains(new Tour("url:onde", 2, V1, "aa01", 0));
		assertThat(etat()).containsExactly("déposé " + numero);
	}

	@Test
	void theLabelOfAnotherAddressIsNotShown() {
		this.releves.inchange(commencer().orElseThrow(), V1, HEURE);
		avancer(HEURE);

		assertThat(this.releves.commencer("url:onde", "https://b", BAIL)).map(Tour::etiquettes)
			.contains(new Etiquettes(null, null));
	}

	@Test
	void afterAFailureTheNextTryComesSoonThenLaterAndLaterAndWhatWasKnownIsKept() {
		this.releves.inchange(commencer().orElseThrow(), V1, Duration.ZERO);

		for (long secondes : List.of(30, 60, 120)) {
			Tour tour = commencer().orElseThrow();
			assertThat(tour.etiquettes()).isEqualTo(V1);
			this.releves.echouer(tour, "HTTP 503", HEURE);
			avancer(Duration.ofSeconds(secondes - 1));
			assertThat(commencer()).isEmpty();
			avancer(Duration.ofSeconds(1));
		}
		assertThat(etat()).containsExactly("HTTP 503");
	}

	@Test
	void aNodeThatDiesIsReplacedAndOneThatWasOnlySlowWritesNothing() {
		Tour lent = commencer().orElseThrow();
		avancer(BAIL);
		Tour suivant = commencer().orElseThrow();

		assertThatThrownBy(() -> this.journal.transaction.executeWithoutResult((etat) -> recevoir(lent)))
			.isInstanceOf(IllegalStateException.class);
		recevoir(suivant);

		assertThat(this.journal.jdbc.sql("SELECT count(*) FROM echange.depot").query(Long.class).single()).isOne();
	}

	private Optional<Tour> commencer() {
		return this.releves.commencer("url:onde", "https://a", BAIL);
	}

	private Object recevoir(Tour tour) {
		this.journal.reception("aa01", null);
		Reception reception = new Reception("onde.csv", 12, "aa01", "url:onde", "adresse onde", null, null, null,
				false);
		return this.journal.transaction.execute((etat) -> this.releves.recevoir(tour, reception, V1, HEURE));
	}

	private void avancer(Duration duree) {
		this.journal.horloge.avancer(duree);
	}

	private Releves releves() {
		return new Releves(this.journal.jdbc, this.journal.receptions, this.journal.horloge);
	}

	private List<String> etat() {
		return this.journal.jdbc.sql("SELECT concat_ws(' ', resultat, numero) FROM echange.v_releve")
			.query(String.class)
			.list();
	}

}
