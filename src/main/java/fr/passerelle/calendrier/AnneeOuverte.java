package fr.passerelle.calendrier;

import java.time.LocalDate;

/**
 * A school year that a system works on at some moment.
 *
 * @param annee the year
 * @param millesime how that system writes it
 * @param ouvre first day it is open there
 * @param ferme last day it is open there
 */
public record AnneeOuverte(AnneeScolaire annee, String millesime, LocalDate ouvre, LocalDate ferme) {
}
