package fr.passerelle.route;

import java.util.Optional;

import org.apache.camel.CamelContext;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.util.ObjectHelper;
import org.springframework.core.NestedExceptionUtils;

/** Tells in French which file Camel refuses, and in Camel's own words why. */
final class CamelRefusal {

	private static final int LONGUEUR_LISIBLE = 400;

	private CamelRefusal() {
	}

	static String phrase(Exception ex) {
		String raison = String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex).getMessage())
			.replaceAll("\\s+", " ");
		String lisible = (raison.length() > LONGUEUR_LISIBLE) ? raison.substring(0, LONGUEUR_LISIBLE) + "…" : raison;
		return "Camel refuse ce fichier : « %s ». Corrigez ce mot (voir routes/README.md).".formatted(lisible);
	}

	static String fichier(CamelContext camel, Exception ex) {
		return route(ex).map(camel.getCamelContextExtension().getContextPlugin(Model.class)::getRouteDefinition)
			.map(RouteDefinition::getResource)
			.map((ressource) -> ressource.getLocation().replaceFirst("^file:", ""))
			.orElse("routes");
	}

	private static Optional<String> route(Exception ex) {
		FailedToCreateRouteException creation = ObjectHelper.getException(FailedToCreateRouteException.class, ex);
		if (creation != null) {
			return Optional.ofNullable(creation.getRouteId());
		}
		return Optional.ofNullable(ObjectHelper.getException(FailedToStartRouteException.class, ex))
			.map(FailedToStartRouteException::getRouteId);
	}

}
