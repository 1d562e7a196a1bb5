package fr.passerelle.route;

import java.util.Collection;

import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/** Puts the declarations of a route file in a Camel context, and takes them out. */
record LoadedRoutes(CamelContext camel) {

	void ajouter(Collection<RouteDocument> documents) throws Exception {
		for (RouteDocument document : documents) {
			PluginHelper.getRoutesLoader(this.camel).loadRoutes(document.fichier().ressource());
		}
	}

	void retirer(Collection<RouteDocument> documents) throws Exception {
		for (RouteDocument document : documents) {
			for (String route : document.routes()) {
				retirerRoute(route);
			}
		}
		for (RouteDocument document : documents) {
			retirerPartages(document);
		}
	}

	/** Takes out before it puts in, for both may hold routes of the same names. */
	void remplacer(RouteChange change) throws Exception {
		retirer(change.sortants());
		ajouter(change.entrants());
	}

	private void retirerRoute(String route) throws Exception {
		if (this.camel.getRoute(route) != null) {
			this.camel.getRouteController().stopRoute(route);
			this.camel.removeRoute(route);
		}
		RouteDefinition definition = modele().getRouteDefinition(route);
		if (definition != null) {
			modele().removeRouteDefinition(definition);
		}
	}

	private void retirerPartages(RouteDocument document) throws Exception {
		for (YamlNode modele : document.declarations("routeTemplate").toList()) {
			this.camel.removeRouteTemplates(modele.texte("id").orElseThrow());
		}
		for (YamlNode configuration : document.declarations("routeConfiguration").toList()) {
			RouteConfigurationDefinition definition = modele()
				.getRouteConfigurationDefinition(configuration.texte("id").orElseThrow());
			if (definition != null) {
				modele().removeRouteConfiguration(definition);
			}
		}
	}

	private Model modele() {
		return this.camel.getCamelContextExtension().getContextPlugin(Model.class);
	}

}
