package fr.passerelle.referentiel;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldSettings.class)
class ReferentielConfiguration {

}
