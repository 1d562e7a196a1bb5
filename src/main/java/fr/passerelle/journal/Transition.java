package fr.passerelle.journal;

import java.time.Instant;

/** One step in the life of a deposit: its state, when, who wanted it and why. */
public record Transition(Etat etat, Instant le, String acteur, String motif) {
}
