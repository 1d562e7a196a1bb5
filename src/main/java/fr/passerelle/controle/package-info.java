/**
 * Whether a document can be trusted: what it is, whose, of which year. Its door is
 * {@link fr.passerelle.controle.Controle}, which decides from facts alone and gives every
 * failure at once in a {@link fr.passerelle.controle.Verdict}.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "noyau", "mapping", "journal", "catalogue", "enveloppe", "calendrier" })
package fr.passerelle.controle;
