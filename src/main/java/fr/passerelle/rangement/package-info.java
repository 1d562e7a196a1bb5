/**
 * Staging: the rows of a document streamed by COPY into temporary tables of the
 * transaction. Its important type: {@link fr.passerelle.rangement.Rangement}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "mapping", "source" })
package fr.passerelle.rangement;
