package fr.passerelle.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import fr.passerelle.journal.Etat;

/** The filters of the list of deposits, checked before the database sees them. */
final class Filtres {

	/** A day without a time begins when it begins in Paris, for every school alike. */
	/** Where days are told to whoever calls for several schools. */
	static final ZoneId JOURS = ZoneId.of("Europe/Paris");

	private Filtres() {
	}

	static Map<String, String> lire(String uai, String flux, String etat, String depuis, String q) {
		Map<String, String> filtres = new HashMap<>();
		ajouter(filtres, "uai", uai);
		ajouter(filtres, "flux", flux);
		ajouter(filtres, "etat", (etat != null && !etat.isBlank()) ? etat(etat) : null);
		ajouter(filtres, "depuis", Objects.toString(instant(depuis), null));
		ajouter(filtres, "q", q);
		return filtres;
	}

	private static void ajouter(Map<String, String> filtres, String nom, String valeur) {
		if (valeur != null && valeur.indexOf('\0') >= 0) {
			throw DemandeRefusee.invalide("Le filtre « " + nom + " » contient un caractère interdit.");
		}
		if (valeur != null && !valeur.isBlank()) {
			filtres.put(nom, valeur.trim());
		}
	}

	private static String etat(String code) {
		try {
			return Etat.deCode(code.trim()).code();
		}
		catch (IllegalArgumentException ex) {
			throw DemandeRefusee.invalide("L'état demandé n'existe pas.");
		}
	}

	/** The moment that {@code depuis} says, null when it says none. */
	static Instant instant(String texte) {
		if (texte == null || texte.isBlank()) {
			return null;
		}
		try {
			return texte.contains("T") ? OffsetDateTime.parse(texte).toInstant()
					: LocalDate.parse(texte).atStartOfDay(JOURS).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw DemandeRefusee.invalide("« depuis » est une date (2026-09-01) ou un instant (2026-09-01T08:00:00Z).");
		}
	}

}
