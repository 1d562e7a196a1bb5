package fr.passerelle.controle;

import java.time.Instant;
import java.time.LocalTime;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When an accepted deposit is applied: at once, or in the school's own night (R076). */
@Component
class TreatmentMode {

	/** The two ways of contract §2. */
	enum Mode {

		IMMEDIAT, NUIT

	}

	private final Calendriers calendriers;

	private final Mode mode;

	private final LocalTime debut;

	private final LocalTime fin;

	TreatmentMode(Calendriers calendriers, @Value("${passerelle.traitement.mode:immediat}") Mode mode,
			@Value("${passerelle.traitement.nuit.debut:21:00}") LocalTime debut,
			@Value("${passerelle.traitement.nuit.fin:06:00}") LocalTime fin) {
		this.calendriers = calendriers;
		this.mode = mode;
		this.debut = debut;
		this.fin = fin;
	}

	/** The moment before which the deposit must not be applied, null for none. */
	Instant pasAvant(Uai uai, Instant instant) {
		return (this.mode == Mode.NUIT) ? this.calendriers.prochaineNuit(uai, instant, this.debut, this.fin) : null;
	}

}
