/**
 * The counter where files are taken: {@link fr.passerelle.depot.Guichet} gives the first
 * verdict while the depositor waits.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal" })
package fr.passerelle.depot;
