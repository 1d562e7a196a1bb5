package fr.passerelle.lsu;

import java.util.EnumMap;
import java.util.Map;

import fr.passerelle.mapping.Mappings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LsuSettings.class)
class LsuConfiguration {

	@Bean
	Plans plans(Mappings mappings) {
		Map<Degre, Plan> plans = new EnumMap<>(Degre.class);
		for (Degre degre : Degre.values()) {
			plans.put(degre, Plan.lire(mappings, degre));
		}
		return new Plans(plans);
	}

	/** The plans of the two degrees, read and checked at start. */
	record Plans(Map<Degre, Plan> parDegre) {

		Plan de(Degre degre) {
			return this.parDegre.get(degre);
		}

	}

}
