/**
 * What a school reads about its deposit: {@link fr.passerelle.rapport.Rapports} renders a
 * report as JSON, HTML or CSV, {@code RapportStep} writes it to outbox/.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "noyau", "journal", "calendrier", "plateforme" })
package fr.passerelle.rapport;
