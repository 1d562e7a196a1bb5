package fr.passerelle.rapport;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The day as the school's clock on the wall tells it (R131). */
public final class Fuseau {

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

	private Fuseau() {
	}

	public static String jour(Instant moment, String uai) {
		return JOUR.format(moment.atZone(ZoneId.of(zone(uai))));
	}

	/** Day and time, for lists. */
	public static String moment(Instant moment, String uai) {
		return MOMENT.format(moment.atZone(ZoneId.of(zone(uai))));
	}

	private static String zone(String uai) {
		return switch ((uai != null && uai.length() > 3) ? uai.substring(0, 3) : "") {
			case "971", "977", "978" -> "America/Guadeloupe";
			case "972" -> "America/Martinique";
			case "973" -> "America/Cayenne";
			case "974" -> "Indian/Reunion";
			case "975" -> "America/Miquelon";
			case "976" -> "Indian/Mayotte";
			case "983", "988" -> "Pacific/Noumea";
			case "984", "987" -> "Pacific/Tahiti";
			case "986" -> "Pacific/Wallis";
			default -> "Europe/Paris";
		};
	}

}
