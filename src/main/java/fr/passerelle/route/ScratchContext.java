package fr.passerelle.route;

import java.util.Collection;
import java.util.List;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;

/**
 * Tries every route file in a context of its own, started without its routes, so that
 * what Camel would refuse is known before the running routes are touched.
 */
record ScratchContext(CamelContext vivant) {

	void essayer(Collection<RouteDocument> documents) {
		DefaultCamelContext essai = preparer();
		try {
			documents.forEach((document) -> charger(essai, document));
			demarrer(essai);
		}
		finally {
			essai.stop();
		}
	}

	private DefaultCamelContext preparer() {
		DefaultCamelContext essai = new DefaultCamelContext(false);
		essai.getCamelContextExtension().setRegistry(new DefaultRegistry(new BorrowedBeans(this.vivant.getRegistry())));
		essai.setAutoStartup(false);
		essai.build();
		essai.getPropertiesComponent().addPropertiesSource(new BorrowedProperties(this.vivant));
		return essai;
	}

	private void charger(DefaultCamelContext essai, RouteDocument document) {
		try {
			new LoadedRoutes(essai).ajouter(List.of(document));
		}
		catch (Exception ex) {
			throw new RefusedRoutesException(document.nom(), CamelRefusal.phrase(ex));
		}
	}

	private void demarrer(DefaultCamelContext essai) {
		try {
			essai.start();
		}
		catch (Exception ex) {
			throw new RefusedRoutesException(CamelRefusal.fichier(essai, ex), CamelRefusal.phrase(ex));
		}
	}

}
