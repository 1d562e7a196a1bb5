/**
 * What several files say together: the lot of a school, complete or not, and handed over
 * once it is; the synchronisations, observed or declared. Its important type:
 * {@link fr.passerelle.coherence.DossierStep}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal", "plateforme" })
package fr.passerelle.coherence;
