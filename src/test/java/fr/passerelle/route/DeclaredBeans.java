package fr.passerelle.route;

import java.util.Properties;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The beans and the settings the hub declares, known without starting anything. */
class DeclaredBeans {

	private final GenericApplicationContext contexte = new GenericApplicationContext();

	DeclaredBeans() {
		this.contexte.getEnvironment()
			.getPropertySources()
			.addLast(new PropertiesPropertySource("reglages", reglages()));
		var lecteur = new ClassPathBeanDefinitionScanner(this.contexte);
		lecteur.addExcludeFilter(new AnnotationTypeFilter(SpringBootApplication.class));
		lecteur.scan("fr.passerelle");
		var configurations = new ConfigurationClassPostProcessor();
		configurations.setEnvironment(this.contexte.getEnvironment());
		configurations.postProcessBeanDefinitionRegistry(this.contexte);
	}

	Class<?> type(String nom) {
		return this.contexte.containsBeanDefinition(nom) ? this.contexte.getBeanFactory().getType(nom, false) : null;
	}

	String reglage(String nom) {
		return this.contexte.getEnvironment().getProperty(nom);
	}

	private static Properties reglages() {
		var fichier = new YamlPropertiesFactoryBean();
		ClassPathResource application = new ClassPathResource("application.yaml");
		if (application.exists()) {
			fichier.setResources(application);
		}
		return fichier.getObject();
	}

}
