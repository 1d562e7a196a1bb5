package fr.passerelle.api;

import fr.passerelle.securite.Problemes;
import org.springframework.http.HttpStatus;

/** The body of every decision. */
record Motif(String motif) {

	/** Enough for a sentence; what is kept for ever is kept short. */
	private static final int MAXIMUM = 1_000;

	static String exiger(Motif donne) {
		return exiger((donne != null) ? donne.motif() : null);
	}

	static String exiger(String motif) {
		if (motif == null || motif.isBlank()) {
			throw new DemandeRefusee(Problemes.probleme(HttpStatus.BAD_REQUEST, "MOTIF_ABSENT", "Le motif manque.",
					"Chaque décision est conservée avec la raison qui l'a fait prendre.",
					"Ajoutez « motif » au corps de la demande."));
		}
		if (motif.length() > MAXIMUM || motif.indexOf('\0') >= 0) {
			throw DemandeRefusee.invalide("Le motif est trop long ou contient un caractère interdit.");
		}
		return motif.strip();
	}

}
