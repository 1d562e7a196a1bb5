/**
 * The page people see: health, deposits and their reports, a form to hand in a file.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal", "calendrier", "depot",
		"referentiel", "securite", "rapport", "catalogue", "plateforme" })
package fr.passerelle.console;
