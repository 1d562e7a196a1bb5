package fr.passerelle.route;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesSource;

/** The settings of the running hub, lent to the context where routes are tried. */
record BorrowedProperties(CamelContext vivant) implements PropertiesSource {

	@Override
	public String getName() {
		return "vivant";
	}

	@Override
	public String getProperty(String nom) {
		return this.vivant.getPropertiesComponent().resolveProperty(nom).orElse(null);
	}

}
