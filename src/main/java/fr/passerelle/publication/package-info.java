/**
 * What the hub gives to consumers, feed by feed: who receives it and when, the package
 * and its ledger, the gate that no invalid package passes. A feed brings one folder here,
 * with its {@link fr.passerelle.publication.Redaction}, its records in
 * {@code mappings/flux/<flux>/} and its schedule in
 * {@code routes/flux/<flux>.camel.yaml}; all the rest is common. The door is
 * {@link fr.passerelle.publication.Publications}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "canal", "journal", "mapping",
		"catalogue", "calendrier", "plateforme", "bilan", "bilan :: document" })
package fr.passerelle.publication;
