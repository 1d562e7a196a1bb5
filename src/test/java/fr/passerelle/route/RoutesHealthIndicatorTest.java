package fr.passerelle.route;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

import static fr.passerelle.route.RouteWorkshop.route;
import static org.assertj.core.api.Assertions.assertThat;

class RoutesHealthIndicatorTest {

	@TempDir
	Path dossier;

	@Test
	void isUpWhenWhatIsInTheFolderRuns() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			assertThat(new RoutesHealthIndicator(atelier.etat).health()).isEqualTo(Health.up().build());
		}
	}

	@Test
	void aRefusedEditIsShownAndTheRoutesStayInService() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			atelier.avec("a.camel.yaml", "# casser : quoi ?\n- route: [").relire();
			Health sante = new RoutesHealthIndicator(atelier.etat).health();

			assertThat(sante.getStatus()).isEqualTo(new Status("DEGRADE"));
			assertThat(sante.getDetails()).containsOnlyKeys("refusees");
			assertThat(sante.getDetails().get("refusees")).asString()
				.startsWith("[a.camel.yaml, ligne 2 : le fichier n'est pas du YAML lisible");
		}
	}

	@Test
	void isDownWhenARouteDoesNotRun() throws Exception {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un"))
			.avec("b.camel.yaml", route("b", "un"))
			.demarrer()) {
			atelier.camel.getRouteController().stopRoute("b");

			assertThat(new RoutesHealthIndicator(atelier.etat).health())
				.isEqualTo(Health.down().withDetail("arretees", List.of("b")).build());
		}
	}

}
