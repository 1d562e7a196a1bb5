package fr.passerelle.route;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.camel.SuspendableService;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static fr.passerelle.route.RouteWorkshop.appel;
import static fr.passerelle.route.RouteWorkshop.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RouteReloadTest {

	private static final String MODELE = """
			# modèle répondre : que dit la route qu'on en tire ?
			- routeTemplate:
			    id: repondre
			    parameters:
			      - name: entree
			      - name: reponse
			        defaultValue: rien
			    from:
			      uri: "direct:{{entree}}"
			      steps:
			        - setBody:
			            constant: "%s {{reponse}}"
			""";

	private static final String TIREE = """
			# répondre : que dit la route tirée du modèle ?
			- templatedRoute:
			    routeId: t
			    routeTemplateRef: repondre
			    parameters:
			      - name: entree
			        value: t
			      - name: reponse
			        value: "%s"
			""";

	private static final String LENTE = """
			# attendre : que répond la vieille route ?
			- route:
			    id: lente
			    from:
			      uri: direct:lente
			      steps:
			        - bean:
			            ref: verrou
			            method: passer
			        - setBody:
			            constant: "%s"
			""";

	@TempDir
	Path dossier;

	@Test
	void aGoodEditIsApplied() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			atelier.avec("a.camel.yaml", route("a", "deux")).relire();

			assertThat(atelier.demander("a")).isEqualTo("deux");
			assertThat(atelier.etat.refusees()).isEmpty();
		}
	}

	@Test
	void aFileIsNotTakenBeforeItIsTheSameTwice() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			atelier.avec("a.camel.yaml", route("a", "deux"));
			atelier.chargeur.relire();

			assertThat(atelier.demander("a")).isEqualTo("un");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					- to: "nimporte:quoi"                                        | le composant « nimporte » n'est pas admis
					- to: "log:x?nimporte=quoi"                                  | nimporte
					- bean: { ref: inconnu, method: crier }                      | le bean « inconnu » n'existe pas
					- bean: { ref: crieur, method: cirer }                       | le bean « crieur » n'a pas de méthode « cirer »
					- bean: { ref: crieur }                                      | dites laquelle par « method: »
					- nimporte: quoi                                             | nimporte
					- to: [                                                      | n'est pas du YAML lisible
					""")
	void aBrokenEditIsRefusedAndTheLastGoodOneAnswers(String etape, String raison) {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			atelier.avec("a.camel.yaml", appel(etape.substring(2))).relire();

			assertThat(atelier.demander("a")).isEqualTo("un");
			assertThat(atelier.etat.refusees()).singleElement().asString().startsWith("a.camel.yaml").contains(raison);
		}
	}

	@Test
	void anEditThatFailsOnlyWhenItStartsIsRolledBack() throws Exception {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un"))
			.avec("b.camel.yaml", route("b", "un"))
			.demarrer()) {
			RouteBuilder.addRoutes(atelier.camel, (java) -> java.from("direct:prise").log("prise"));
			atelier.avec("a.camel.yaml", route("a", "deux"))
				.avec("b.camel.yaml", route("b", "deux").replace("direct:b", "direct:prise"))
				.relire();

			assertThat(atelier.etat.refusees()).singleElement().asString().startsWith("b.camel.yaml : Camel refuse");
			assertThat(atelier.demander("a")).isEqualTo("un");
			assertThat(atelier.demander("b")).isEqualTo("un");
			assertThat(atelier.etat.arretees()).isEmpty();
		}
	}

	@Test
	void aCallerAndItsCalleeAreReplacedTogether() throws Exception {
		CountDownLatch dedans = new CountDownLatch(1);
		CountDownLatch sortir = new CountDownLatch(1);
		String appelante = LENTE.replace("id: lente", "id: z")
			.replace("direct:lente", "direct:z")
			.replace("- setBody:\n            constant: \"%s\"", "- to: direct:a");
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "vieille"))
			.avec("z.camel.yaml", appelante)) {
			lier(atelier, dedans, sortir);
			atelier.demarrer();
			var premier = aPart(() -> atelier.demander("z"));
			assertThat(dedans.await(5, TimeUnit.SECONDS)).isTrue();
			atelier.avec("a.camel.yaml", route("a", "neuve")).avec("z.camel.yaml", appelante + "\n");
			var relecture = aPart(atelier::relire);
			await().until(() -> ((SuspendableService) atelier.camel.getRoute("z").getConsumer()).isSuspended());
			sortir.countDown();

			assertThat(premier).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("vieille");
			assertThat(relecture).succeedsWithin(Duration.ofSeconds(10));
			assertThat(atelier.demander("z")).isEqualTo("neuve");
		}
	}

	@Test
	void whatIsRepairedIsTakenAgain() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un")).demarrer()) {
			atelier.avec("a.camel.yaml", appel("nimporte: quoi")).relire();
			atelier.avec("a.camel.yaml", appel("bean: { ref: crieur, method: crier }")).relire();

			assertThat(atelier.demander("a")).isEqualTo("?!");
			assertThat(atelier.etat.refusees()).isEmpty();
		}
	}

	@Test
	void theRoutesOfADeletedOrRenamedFileAreGone() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("a.camel.yaml", route("a", "un"))
			.avec("b.camel.yaml", route("b", "un"))
			.demarrer()) {
			atelier.sans("a.camel.yaml").sans("b.camel.yaml").avec("c.camel.yaml", route("c", "trois")).relire();

			assertThat(atelier.camel.getRoutes()).extracting("routeId").containsExactly("c");
			assertThat(atelier.camel.getRouteDefinitions()).extracting("routeId").containsExactly("c");
		}
	}

	@Test
	void editingOneFileKeepsTheRoutesMadeFromTemplatesInOthers() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("templates/m.camel.yaml", MODELE.formatted("v1"))
			.avec("t.camel.yaml", TIREE.formatted("bonjour"))
			.avec("a.camel.yaml", route("a", "un"))
			.demarrer()) {
			var tiree = atelier.camel.getRoute("t");
			atelier.avec("a.camel.yaml", route("a", "deux")).relire();

			assertThat(atelier.demander("a")).isEqualTo("deux");
			assertThat(atelier.camel.getRoute("t")).isSameAs(tiree);
			assertThat(atelier.demander("t")).isEqualTo("v1 bonjour");
		}
	}

	@Test
	void editingATemplateRemakesItsRoutes() {
		try (var atelier = new RouteWorkshop(this.dossier).avec("templates/m.camel.yaml", MODELE.formatted("v1"))
			.avec("t.camel.yaml", TIREE.formatted("bonjour"))
			.demarrer()) {
			atelier.avec("templates/m.camel.yaml", MODELE.formatted("v2")).relire();
			assertThat(atelier.demander("t")).isEqualTo("v2 bonjour");

			atelier.avec("t.camel.yaml", TIREE.formatted("bonsoir")).relire();
			assertThat(atelier.demander("t")).isEqualTo("v2 bonsoir");
		}
	}

	@Test
	void anExchangeInFlightFinishesOnTheOldVersion() throws Exception {
		CountDownLatch dedans = new CountDownLatch(1);
		CountDownLatch sortir = new CountDownLatch(1);
		try (var atelier = new RouteWorkshop(this.dossier).avec("l.camel.yaml", LENTE.formatted("vieille"))) {
			lier(atelier, dedans, sortir);
			atelier.demarrer();
			var premier = aPart(() -> atelier.demander("lente"));
			assertThat(dedans.await(5, TimeUnit.SECONDS)).isTrue();
			atelier.avec("l.camel.yaml", LENTE.formatted("neuve"));
			var relecture = aPart(atelier::relire);
			await().until(() -> ((SuspendableService) atelier.camel.getRoute("lente").getConsumer()).isSuspended());
			var second = aPart(() -> atelier.demander("lente"));
			sortir.countDown();

			assertThat(premier).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("vieille");
			assertThat(relecture).succeedsWithin(Duration.ofSeconds(10));
			assertThat(second).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("neuve");
		}
	}

	@Test
	void aRouteTooLongAtWorkKeepsItsVersionUntilItIsFree() throws Exception {
		CountDownLatch dedans = new CountDownLatch(1);
		CountDownLatch sortir = new CountDownLatch(1);
		try (var atelier = new RouteWorkshop(this.dossier, Duration.ofMillis(50)).avec("l.camel.yaml",
				LENTE.formatted("vieille"))) {
			lier(atelier, dedans, sortir);
			atelier.demarrer();
			var premier = aPart(() -> atelier.demander("lente"));
			assertThat(dedans.await(5, TimeUnit.SECONDS)).isTrue();
			atelier.avec("l.camel.yaml", LENTE.formatted("neuve")).relire();
			assertThat(atelier.etat.refusees()).singleElement().asString().contains("traitent encore un dépôt");
			sortir.countDown();
			assertThat(premier).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("vieille");

			assertThat(atelier.demander("lente")).isEqualTo("vieille");
			atelier.relire();
			assertThat(atelier.demander("lente")).isEqualTo("neuve");
		}
	}

	/** On a thread of its own: the common pool may have one only, held by the first. */
	private static <T> CompletableFuture<T> aPart(Supplier<T> travail) {
		return CompletableFuture.supplyAsync(travail, (tache) -> new Thread(tache).start());
	}

	private static void lier(RouteWorkshop atelier, CountDownLatch dedans, CountDownLatch sortir) {
		atelier.camel.getRegistry().bind("verrou", new Verrou(dedans, sortir));
	}

	/** A step one can hold. */
	record Verrou(CountDownLatch dedans, CountDownLatch sortir) {

		public void passer() throws InterruptedException {
			this.dedans.countDown();
			this.sortir.await(10, TimeUnit.SECONDS);
		}

	}

}
