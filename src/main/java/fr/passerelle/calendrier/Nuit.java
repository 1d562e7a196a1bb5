package fr.passerelle.calendrier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A nightly window in local time, which may pass midnight. An hour that does not exist on
 * the day clocks change begins when the clocks have changed.
 */
record Nuit(LocalTime debut, LocalTime fin, ZoneId fuseau) {

	/** The first moment not before this one that is inside the window. */
	Instant prochaine(Instant instant) {
		LocalDate jour = LocalDate.ofInstant(instant, this.fuseau).minusDays(1);
		while (!fin(jour).isAfter(instant) || !fin(jour).isAfter(debut(jour))) {
			jour = jour.plusDays(1);
		}
		Instant debut = debut(jour);
		return debut.isAfter(instant) ? debut : instant;
	}

	private Instant debut(LocalDate jour) {
		return moment(jour.atTime(this.debut));
	}

	private Instant fin(LocalDate jour) {
		LocalDate lendemain = this.fin.isAfter(this.debut) ? jour : jour.plusDays(1);
		return moment(lendemain.atTime(this.fin));
	}

	private Instant moment(LocalDateTime local) {
		ZoneOffsetTransition saut = this.fuseau.getRules().getTransition(local);
		return (saut != null && saut.isGap()) ? saut.getInstant() : local.atZone(this.fuseau).toInstant();
	}

}
