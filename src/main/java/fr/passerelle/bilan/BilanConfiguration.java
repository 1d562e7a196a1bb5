package fr.passerelle.bilan;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SchemasSettings.class)
class BilanConfiguration {

	@Bean
	Schemas schemas(SchemasSettings reglages, @Value("${passerelle.schemas:}") String dossier) {
		return new Schemas(reglages.versions().isEmpty() ? Version.CONNUES : reglages.versions(),
				dossier.isBlank() ? null : Path.of(dossier));
	}

}
