package fr.passerelle.route;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

class ScratchContextTest {

	private static final String ROUTE = """
			# déposer : ce fichier est-il entier ?
			- route:
			    id: depot
			    from:
			      uri: file:%s
			      steps:
			        - to: jms:queue:passerelle.depots
			- route:
			    id: rangement
			    from:
			      uri: jms:queue:passerelle.depots
			      parameters:
			        transacted: true
			        lazyCreateTransactionManager: %s
			        cacheLevelName: CACHE_CONSUMER
			      steps:
			        - log: "${body}"
			""";

	private final ConnectionFactory messagerie = mock(ConnectionFactory.class);

	@TempDir
	Path dossier;

	@Test
	void aTrialTakesNoFileAndSpeaksToNoBroker() throws Exception {
		Path depose = Files.writeString(this.dossier.resolve("eleves.xml"), "<x/>");

		essayer(ROUTE.formatted(this.dossier, "false"));

		assertThat(depose).exists();
		verifyNoInteractions(this.messagerie);
	}

	@Test
	void aTrialNamesTheFileThatCamelRefuses() {
		assertThatThrownBy(() -> essayer(ROUTE.formatted(this.dossier, "peut-être")))
			.isInstanceOf(RefusedRoutesException.class)
			.hasMessageContaining("10-depot.camel.yaml : Camel refuse ce fichier");
	}

	private void essayer(String texte) throws Exception {
		try (var camel = new DefaultCamelContext()) {
			camel.getRegistry().bind("connectionFactory", this.messagerie);

			new ScratchContext(camel).essayer(List.of(RouteDocument.lire(new RouteFile("10-depot.camel.yaml", texte))));
		}
	}

}
