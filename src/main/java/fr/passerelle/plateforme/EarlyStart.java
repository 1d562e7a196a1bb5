package fr.passerelle.plateforme;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Sets the embedded services going before any other bean is made, so that they start
 * while the rest of the hub is built.
 */
class EarlyStart implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		beans.getBeanProvider(PostgresqlServer.class).getIfAvailable();
		beans.getBeanProvider(ArtemisServer.class).getIfAvailable();
	}

}
