package fr.passerelle.rapport;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import fr.passerelle.calendrier.Calendriers;
import org.springframework.stereotype.Component;

/** The day as the school's clock on the wall tells it (R131). */
@Component
public class Fuseau {

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

	private final Calendriers calendriers;

	Fuseau(Calendriers calendriers) {
		this.calendriers = calendriers;
	}

	String jour(Instant moment, String uai) {
		return JOUR.format(chezElle(moment, uai));
	}

	/** Day and time, for lists. */
	public String moment(Instant moment, String uai) {
		return MOMENT.format(chezElle(moment, uai));
	}

	private ZonedDateTime chezElle(Instant moment, String uai) {
		return moment.atZone(this.calendriers.fuseau(uai));
	}

}
