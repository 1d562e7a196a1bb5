package fr.passerelle.route;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static fr.passerelle.route.RouteWorkshop.appel;
import static fr.passerelle.route.RouteWorkshop.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RouteStartTest {

	@TempDir
	Path dossier;

	private ApplicationContextRunner hub;

	@BeforeEach
	void preparer() {
		this.hub = new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class))
			.withUserConfiguration(RouteConfiguration.class)
			.withBean("crieur", RouteWorkshop.Crieur.class)
			.withPropertyValues("passerelle.home=" + this.dossier, "passerelle.routes-surveillance=10ms",
					"camel.main.routes-include-pattern=false");
	}

	@Test
	void theHubStartsWithItsRoutesAndFollowsTheirEdits() throws Exception {
		ecrire("a.camel.yaml", appel("bean: { ref: crieur, method: crier }"));

		this.hub.run((contexte) -> {
			assertThat(demander(contexte.getBean(ProducerTemplate.class))).isEqualTo("?!");
			ecrire("a.camel.yaml", appel("bean: { ref: crieur, method: chuchoter }"));
			await().atMost(Duration.ofSeconds(10))
				.until(() -> demander(contexte.getBean(ProducerTemplate.class)).equals("?…"));
		});

		assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("surveillance-routes");
	}

	@Test
	void theHubRefusesToStartOnAWrongRoute() throws Exception {
		ecrire("a.camel.yaml", appel("bean: { ref: crieur, method: cirer }"));

		this.hub.run((contexte) -> assertThat(contexte.getStartupFailure()).rootCause()
			.isInstanceOf(RefusedRoutesException.class)
			.hasMessage("""
					Les routes sont refusées :
					  - a.camel.yaml, ligne 7 : le bean « crieur » n'a pas de méthode « cirer ». \
					Méthodes : [chuchoter, crier]."""));
	}

	@Test
	void theHubRefusesToStartWithoutTheFolder() {
		this.hub.run((contexte) -> assertThat(contexte.getStartupFailure()).rootCause()
			.hasMessageContaining("le dossier des routes est absent ou illisible"));
	}

	@Test
	void everyRouteRunsOnceTheHubIsUp() throws Exception {
		ecrire("a.camel.yaml", route("a", "un"));

		this.hub.run((contexte) -> {
			assertThat(contexte.getBean(CamelContext.class).getRoutes()).extracting("routeId").containsExactly("a");
			assertThat(contexte.getBean(RouteStatus.class).arretees()).isEmpty();
		});
	}

	private static String demander(ProducerTemplate appel) {
		return appel.requestBody("direct:a", "?", String.class);
	}

	private void ecrire(String nom, String texte) throws Exception {
		Path routes = Files.createDirectories(this.dossier.resolve("routes"));
		Files.writeString(routes.resolve(nom), texte);
	}

}
