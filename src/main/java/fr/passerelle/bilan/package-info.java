/**
 * Report books by file (flow {@code LSU_BILANS}): the documents of LSU, of both degrees,
 * checked against the hub's own schemas and read object by object. What is true of a
 * bilan, and how it enters the store, is said in {@code mappings/}. Its important type:
 * {@link fr.passerelle.bilan.document.BilanPeriodique}.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "noyau", "mapping", "source", "enveloppe", "controle", "referentiel" })
package fr.passerelle.bilan;
