package fr.passerelle.depot;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ DepotSettings.class, CanauxSettings.class })
class DepotConfiguration {

}
