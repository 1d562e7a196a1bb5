/**
 * The replica of the ministry's databases: compare, hold, merge, disappearances.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal" })
package fr.passerelle.referentiel;
