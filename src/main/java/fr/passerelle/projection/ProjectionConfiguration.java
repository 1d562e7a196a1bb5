package fr.passerelle.projection;

import java.nio.file.Path;
import java.time.Clock;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of the hub's home. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Delais.class)
class ProjectionConfiguration {

	@Bean
	Projections projections(@Value("${passerelle.mappings}") Path mappings, Clock clock,
			@Value("${passerelle.changements.seuil}") int seuil, Delais delais) {
		return new Projections(mappings.resolve("projections"), clock, seuil, delais);
	}

}
