package fr.passerelle.route;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the routes.
 *
 * @param home home folder of the hub
 * @param routes folder of the routes, {@code routes/} of the home folder if not given
 * @param routesSurveillance time between two looks at the folder
 * @param routesAttente how long an edit waits for the routes it replaces to be idle; less
 * than the 30 s after which a caller of {@code direct:} gives up
 */
@ConfigurationProperties("passerelle")
record RouteSettings(@DefaultValue(".") String home, String routes, @DefaultValue("1s") Duration routesSurveillance,
		@DefaultValue("25s") Duration routesAttente) {

	Path dossier() {
		return (this.routes != null) ? Path.of(this.routes) : Path.of(this.home, "routes");
	}

}
