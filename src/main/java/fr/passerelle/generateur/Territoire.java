package fr.passerelle.generateur;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** A territory: the shape of its school year and what each system calls that year. */
public enum Territoire {

	/** September to July, the same millésime everywhere. */
	METROPOLE {
		@Override
		LocalDate rentree(int annee) {
			LocalDate premier = LocalDate.of(annee, Month.SEPTEMBER, 1);
			return (premier.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
					? premier.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : premier;
		}

		@Override
		LocalDate sortie(int annee) {
			return LocalDate.of(annee + 1, Month.JULY, 3).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
		}

		@Override
		int millesimeSiecle(int annee) {
			return annee;
		}
	},

	/** February to December; SIECLE and the link files write the year before. */
	NOUVELLE_CALEDONIE {
		@Override
		LocalDate rentree(int annee) {
			return LocalDate.of(annee, Month.FEBRUARY, 15).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
		}

		@Override
		LocalDate sortie(int annee) {
			return LocalDate.of(annee, Month.DECEMBER, 12).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
		}

		@Override
		int millesimeSiecle(int annee) {
			return annee - 1;
		}
	};

	/** First day of the élèves. */
	abstract LocalDate rentree(int annee);

	/** Last day of the élèves. */
	abstract LocalDate sortie(int annee);

	/** What SIECLE and the link files call the school year that starts in this year. */
	abstract int millesimeSiecle(int annee);

	/** Its name, as options and {@code attendu.json} write it. */
	String texte() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The school year whose rentrée is the last one past on this day. */
	int derniereRentree(LocalDate jour) {
		return (rentree(jour.getYear()).isAfter(jour)) ? jour.getYear() - 1 : jour.getYear();
	}

}
