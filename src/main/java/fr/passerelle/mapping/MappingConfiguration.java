package fr.passerelle.mapping;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

	@Bean
	Mappings mappings(@Value("${passerelle.mappings}") Path dossier) {
		return new Mappings(dossier);
	}

}
