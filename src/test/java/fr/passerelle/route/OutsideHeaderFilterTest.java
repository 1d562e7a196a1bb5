package fr.passerelle.route;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import jakarta.jms.Message;
import org.apache.camel.component.jms.JmsBinding;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class OutsideHeaderFilterTest {

	@Test
	void whatWouldSteerCamelIsStrippedAndTheRestStays() throws Exception {
		List<String> dehors = List.of("CamelFileName", "cAmElHttpUri", "camelExecCommandArgs", "org.apache.camel.x",
				"org_DOT_apache_DOT_camel_DOT_x", "ORG_dot_Apache_dot_CAMEL_dot_y", "uai", "depot");
		Message message = mock(Message.class);
		given(message.getPropertyNames()).willReturn(Collections.enumeration(dehors));
		given(message.getObjectProperty(anyString())).willReturn("valeur");

		Map<String, Object> dedans = lire(message);

		assertThat(dedans).containsEntry("uai", "valeur").containsEntry("depot", "valeur");
		assertThat(dedans.keySet())
			.allMatch((nom) -> nom.startsWith("JMS") || nom.equals("uai") || nom.equals("depot"));
	}

	private static Map<String, Object> lire(Message message) throws Exception {
		try (DefaultCamelContext camel = new DefaultCamelContext()) {
			JmsComponent jms = new JmsComponent();
			ComponentCustomizer filtre = new RouteConfiguration().enTetesDuDehors();
			filtre.configure("jms", jms);
			camel.addComponent("jms", jms);
			JmsEndpoint endpoint = (JmsEndpoint) camel.getEndpoint("jms:queue:passerelle.depots");
			return new JmsBinding(endpoint).extractHeadersFromJms(message, new DefaultExchange(camel));
		}
	}

}
