/**
 * The words of the command line that need neither database nor broker: {@code verifier}
 * and {@code generer}. Its door is {@link fr.passerelle.commande.Commandes}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "mapping", "catalogue", "calendrier",
		"enveloppe", "controle", "source", "bilan", "generateur" })
package fr.passerelle.commande;
