package fr.passerelle.route;

import org.apache.camel.component.jms.JmsHeaderFilterStrategy;

/**
 * Strips the headers by which a message from outside would steer Camel, in any case of
 * letters and also as JMS spells their dots.
 */
class OutsideHeaderFilter extends JmsHeaderFilterStrategy {

	OutsideHeaderFilter() {
		setLowerCase(true);
		setInFilterStartsWith("camel", "org.apache.camel", "org_dot_apache_dot_camel");
	}

}
