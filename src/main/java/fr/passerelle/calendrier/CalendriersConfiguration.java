package fr.passerelle.calendrier;

import fr.passerelle.mapping.Mappings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendriersConfiguration {

	@Bean
	Calendriers calendriers(Mappings mappings) {
		return Calendriers.lire(mappings);
	}

}
