package fr.passerelle.generateur;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * A school year in a territory.
 *
 * @param territoire where
 * @param valeur calendar year of the rentrée
 */
record Annee(Territoire territoire, int valeur) {

	LocalDate rentree() {
		return this.territoire.rentree(this.valeur);
	}

	LocalDate sortie() {
		return this.territoire.sortie(this.valeur);
	}

	/** The teachers come back the day before the élèves. */
	LocalDate rentreeProfesseurs() {
		return rentree().minusDays(1);
	}

	/** The teachers leave the day after the élèves. */
	LocalDate sortieProfesseurs() {
		return sortie().plusDays(1);
	}

	int millesimeSts() {
		return this.valeur;
	}

	int millesimeSiecle() {
		return this.territoire.millesimeSiecle(this.valeur);
	}

	/** A day of the year that all links may span, this many tenths after the rentrée. */
	LocalDate auxDixiemes(int dixiemes) {
		long jours = sortie().toEpochDay() - rentree().toEpochDay();
		return rentree().plusDays(jours * dixiemes / 10);
	}

	/** The Mondays of the school year. */
	List<LocalDate> semaines() {
		LocalDate premier = rentree().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return Stream.iterate(premier, (lundi) -> lundi.isBefore(sortie()), (lundi) -> lundi.plusWeeks(1)).toList();
	}

}
