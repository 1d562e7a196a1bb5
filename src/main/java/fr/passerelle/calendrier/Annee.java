package fr.passerelle.calendrier;

import java.util.Map;

/** A school year and when it is open in each system. */
record Annee(AnneeScolaire scolaire, Map<String, Fenetre> fenetres) {
}
