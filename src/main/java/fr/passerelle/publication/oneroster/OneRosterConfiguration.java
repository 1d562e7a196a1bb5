package fr.passerelle.publication.oneroster;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OneRosterSettings.class)
class OneRosterConfiguration {

}
