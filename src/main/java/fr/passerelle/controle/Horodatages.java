package fr.passerelle.controle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads the moments written in files; 30 February is none. */
final class Horodatages {

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

	private Horodatages() {
	}

	/**
	 * The moment this text writes in this format, a date alone being its midnight.
	 */
	static Optional<LocalDateTime> lire(String texte, String format) {
		if (texte == null || format == null) {
			return Optional.empty();
		}
		try {
			TemporalAccessor lu = DateTimeFormatter.ofPattern(format.replace('y', 'u'))
				.withResolverStyle(ResolverStyle.STRICT)
				.parseBest(texte, LocalDateTime::from, LocalDate::from);
			return Optional.of((lu instanceof LocalDate jour) ? jour.atStartOfDay() : (LocalDateTime) lu);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	static String jour(LocalDate date) {
		return JOUR.format(date);
	}

	static String moment(LocalDateTime moment) {
		return MOMENT.format(moment);
	}

}
