package fr.passerelle.controle;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.journal.FluxAppliques;
import fr.passerelle.mapping.Mappings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EtablissementsReglages.class)
class ControleConfiguration {

	@Bean
	Controle controle(Mappings mappings, Calendriers calendriers) {
		return new Controle(mappings, calendriers);
	}

	@Bean
	Inspections inspections(ObjectProvider<Inspection> toutes) {
		return new Inspections(toutes.orderedStream().toList());
	}

	@Bean
	ContexteReader contexteReader(JdbcClient jdbc, FluxAppliques appliques, EtablissementsReglages reglages) {
		return new ContexteReader(jdbc, appliques, reglages);
	}

}
