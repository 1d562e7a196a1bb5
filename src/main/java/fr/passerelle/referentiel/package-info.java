/**
 * The replica of STS, SIECLE and ONDE: a deposit staged, judged by the rules, merged, in
 * one transaction or not at all. Its important type:
 * {@link fr.passerelle.referentiel.FusionStep}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal", "mapping", "source",
		"rangement", "catalogue", "enveloppe", "calendrier" })
package fr.passerelle.referentiel;
