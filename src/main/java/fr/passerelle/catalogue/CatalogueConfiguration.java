package fr.passerelle.catalogue;

import fr.passerelle.mapping.Mappings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	@Bean
	Catalogue catalogue(Mappings mappings) {
		return Catalogue.lire(mappings);
	}

}
