package fr.passerelle.route;

import java.util.stream.Stream;

/** One convention of {@code routes/}: what Camel accepts in silence, it refuses aloud. */
interface RouteRule {

	Stream<RouteFault> fautes(RouteSet routes);

}
