package fr.passerelle.calendrier;

import java.time.LocalDate;

/** From the first to the last day a year is open in a system, both included. */
record Fenetre(LocalDate ouvre, LocalDate ferme) {

	boolean contient(LocalDate jour) {
		return !jour.isBefore(this.ouvre) && !jour.isAfter(this.ferme);
	}

}
