package fr.passerelle.route;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * The routes of the repository. When this test fails, its message says which file, which
 * line and what to write instead; the words a route may use are in routes/README.md.
 */
class RepositoryRoutesTest {

	private final DeclaredBeans hub = new DeclaredBeans();

	private final List<RouteFile> fichiers = new RouteFolder(Path.of("routes")).lire();

	@Test
	void theRoutesOfTheRepositoryRespectTheConventions() {
		List<RouteDocument> documents = new RouteConventions(this.hub::type, this.hub::reglage).verifier(this.fichiers);

		assertThat(documents).extracting(RouteDocument::nom).contains("00-incidents.camel.yaml");
	}

	@Test
	void camelAcceptsTheRoutesOfTheRepository() throws Exception {
		List<RouteDocument> documents = this.fichiers.stream().map(RouteDocument::lire).toList();

		try (var camel = new DefaultCamelContext()) {
			camel.getRegistry().bind("connectionFactory", mock(ConnectionFactory.class));
			camel.getPropertiesComponent().addPropertiesSource(new Reglages(this.hub));
			RouteBody.de(documents, this.hub::reglage)
				.flatMap(BeanCall::de)
				.forEach((appel) -> lier(camel, appel.bean()));
			beansDesAdresses().forEach((nom) -> lier(camel, nom));

			new ScratchContext(camel).essayer(documents);
		}
	}

	/** Beans that an address names by {@code "#nom"}, or an onException by its word. */
	private Stream<String> beansDesAdresses() {
		return this.fichiers.stream()
			.flatMap((fichier) -> Pattern.compile("(?:\"#|onRedeliveryRef: )(\\w+)").matcher(fichier.texte()).results())
			.map((trouve) -> trouve.group(1));
	}

	private void lier(DefaultCamelContext camel, String nom) {
		Class<?> type = this.hub.type(nom);
		if (type != null) {
			camel.getRegistry().bind(nom, mock(type));
		}
	}

	record Reglages(DeclaredBeans hub) implements PropertiesSource {

		@Override
		public String getName() {
			return "application";
		}

		@Override
		public String getProperty(String nom) {
			return this.hub.reglage(nom);
		}

	}

}
