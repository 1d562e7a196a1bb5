package fr.passerelle.publication;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ PublicationSettings.class, ConservationSettings.class, RemiseSettings.class })
class PublicationConfiguration {

}
