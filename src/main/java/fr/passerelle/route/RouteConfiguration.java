package fr.passerelle.route;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the guard of the routes into the hub. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

	@Bean
	RouteStatus routeStatus() {
		return new RouteStatus();
	}

	@Bean
	RouteLoader routeLoader(@Value("${passerelle.routes:${passerelle.home:.}/routes}") String dossier,
			@Value("${passerelle.routes-attente:25s}") Duration attente, RouteStatus etat) {
		return new RouteLoader(new RouteFolder(Path.of(dossier)), attente, etat);
	}

	@Bean
	RouteWatch routeWatch(RouteLoader chargeur, @Value("${passerelle.routes-surveillance:1s}") Duration intervalle) {
		return new RouteWatch(chargeur, intervalle);
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
