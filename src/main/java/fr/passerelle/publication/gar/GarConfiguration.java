package fr.passerelle.publication.gar;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GarSettings.class)
class GarConfiguration {

	@Bean
	GarSchemas garSchemas(GarSettings reglages, @Value("${passerelle.schemas:}") String dossier) {
		return new GarSchemas(reglages, dossier.isBlank() ? null : Path.of(dossier));
	}

}
