/**
 * Guards {@code routes/}: loads the routes, refuses aloud what Camel accepts in silence,
 * replaces an edited file while the hub runs and keeps the last good one when the edit is
 * wrong. Its important type is {@link fr.passerelle.route.RouteLoader}; the other modules
 * only meet {@link fr.passerelle.route.TransientFailures}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau" })
package fr.passerelle.route;
