/**
 * The REST interface of contract §3, {@code /api/v1}. Another school's anything is 404,
 * every error is a problem with code, title, detail and action.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal", "depot", "referentiel",
		"securite", "rapport", "catalogue", "plateforme", "coherence", "lsu", "publication", "publication :: gar",
		"publication :: ldap", "publication :: oneroster" })
package fr.passerelle.api;
