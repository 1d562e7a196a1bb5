package fr.passerelle.enveloppe;

import fr.passerelle.mapping.Mappings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnveloppeConfiguration.Reglages.class)
class EnveloppeConfiguration {

	/** Limits of contract §7, see {@link Limites}. */
	@ConfigurationProperties("passerelle.limites")
	record Reglages(@DefaultValue("2GB") DataSize tailleTotale, @DefaultValue("16") int entrees,
			@DefaultValue("200") int ratio, @DefaultValue("64") int profondeurXml,
			@DefaultValue("1MB") DataSize texteXml) {
	}

	@Bean
	Enveloppe enveloppe(Reglages reglages, Mappings mappings) {
		return new Enveloppe(new Limites(reglages.tailleTotale().toBytes(), reglages.entrees(), reglages.ratio(),
				reglages.profondeurXml(), reglages.texteXml().toBytes()), mappings);
	}

}
