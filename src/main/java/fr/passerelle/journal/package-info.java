/**
 * The ledger: the life of a {@link fr.passerelle.journal.Depot}, its states, leases, the
 * one exit for final states, the outbox and its relay. State lives here and nowhere else.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau" })
package fr.passerelle.journal;
