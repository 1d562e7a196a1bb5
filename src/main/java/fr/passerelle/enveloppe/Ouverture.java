package fr.passerelle.enveloppe;

import fr.passerelle.journal.Depot;
import fr.passerelle.noyau.Constat;

/** A deposit and its document, or the reason why it could not be opened. */
public record Ouverture(Depot depot, Document document, Constat refus) {
}
