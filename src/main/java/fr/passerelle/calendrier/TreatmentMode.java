package fr.passerelle.calendrier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

import fr.passerelle.noyau.Uai;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When an accepted deposit is applied: at once, or in the school's own night (contract
 * §2, R076), where of each kind of file only the last one is.
 */
@Component
public class TreatmentMode {

	/** The two ways of contract §2. */
	enum Mode {

		IMMEDIAT, NUIT

	}

	private final Calendriers calendriers;

	private final Clock horloge;

	private final Mode mode;

	private final LocalTime debut;

	private final LocalTime fin;

	TreatmentMode(Calendriers calendriers, Clock horloge, @Value("${passerelle.traitement.mode:immediat}") Mode mode,
			@Value("${passerelle.traitement.nuit.debut:21:00}") LocalTime debut,
			@Value("${passerelle.traitement.nuit.fin:06:00}") LocalTime fin) {
		this.calendriers = calendriers;
		this.horloge = horloge;
		this.mode = mode;
		this.debut = debut;
		this.fin = fin;
	}

	/** Whether deposits wait for the night, and the last of each kind replaces others. */
	public boolean nuit() {
		return this.mode == Mode.NUIT;
	}

	/**
	 * The moment before which a deposit of this school that is accepted now must not be
	 * applied; nothing when it may be at once.
	 */
	public Optional<Instant> pasAvant(Uai uai) {
		Instant maintenant = this.horloge.instant();
		return Optional.of(uai)
			.filter((ecole) -> nuit())
			.map((ecole) -> this.calendriers.prochaineNuit(ecole, maintenant, this.debut, this.fin))
			.filter((debut) -> debut.isAfter(maintenant));
	}

}
