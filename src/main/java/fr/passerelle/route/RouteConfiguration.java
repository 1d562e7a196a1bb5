package fr.passerelle.route;

import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the guard of the routes into the hub. */
@EnableConfigurationProperties(RouteSettings.class)
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	RouteStatus routeStatus() {
		return new RouteStatus();
	}

	@Bean
	RouteLoader routeLoader(RouteSettings reglages, RouteStatus etat) {
		return new RouteLoader(new RouteFolder(reglages.dossier()), reglages.routesAttente(), etat);
	}

	@Bean
	RouteWatch routeWatch(RouteLoader chargeur, RouteSettings reglages) {
		return new RouteWatch(chargeur, reglages.routesSurveillance());
	}

	@Bean
	RoutesHealthIndicator routesHealthIndicator(RouteStatus etat) {
		return new RoutesHealthIndicator(etat);
	}

	@Bean
	ComponentCustomizer enTetesDuDehors() {
		return ComponentCustomizer.forType(JmsComponent.class,
				(jms) -> jms.setHeaderFilterStrategy(new OutsideHeaderFilter()));
	}

}
