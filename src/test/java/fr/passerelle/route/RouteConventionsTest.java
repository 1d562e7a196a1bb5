package fr.passerelle.route;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RouteConventionsTest {

	private static final Map<String, Class<?>> BEANS = Map.of("crieur", RouteWorkshop.Crieur.class, "seul", Seul.class);

	private static final RouteFile MODELE = new RouteFile("templates/m.camel.yaml", """
			# modèle crier : que crie la route qu'on en tire ?
			- routeTemplate:
			    id: crier
			    parameters:
			      - name: entree
			      - name: methode
			        defaultValue: crier
			      - name: suite
			        required: false
			    from:
			      uri: "direct:{{entree}}"
			      steps:
			        - bean:
			            ref: crieur
			            method: "{{methode}}"
			""");

	private static final String TIREE = """
			# crier : que crie cette route ?
			- templatedRoute:
			    routeId: t
			    routeTemplateRef: %s
			    parameters:
			      - name: %s
			        value: %s
			""";

	private final RouteConventions conventions = new RouteConventions(BEANS::get, (nom) -> null);

	@Test
	void goodFilesAreUnderstood() {
		List<RouteDocument> documents = this.conventions
			.verifier(List.of(MODELE, tiree("crier", "entree", "t"), new RouteFile("10-a.camel.yaml", """
					# 10 appeler : qui crie ?
					- route:
					    id: a
					    from:
					      uri: jms:queue:passerelle.depots?transacted=true
					      steps:
					        - bean:
					            ref: seul
					        - toD: jms:queue:passerelle.erreurs.${header.famille}
					        - to: direct:t
					""")));

		assertThat(documents).extracting(RouteDocument::routes).containsExactly(List.of(), List.of("t"), List.of("a"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					to: "http:exemple.fr"                                  | le composant « http » n'est pas admis
					to: "https:exemple.fr"                                 | le composant « https » n'est pas admis
					to: "ftp:exemple.fr"                                   | le composant « ftp » n'est pas admis
					to: "ftps:exemple.fr"                                  | le composant « ftps » n'est pas admis
					to: "exec:ls"                                          | le composant « exec » n'est pas admis
					to: "sftp:academie"                                    | une adresse sftp est l'entrée d'une route
					to: "jms:queue:passerelle.depots.entrees"              | n'est pas de celles du hub
					to: "jms:queue:passerelle.depot"                       | l'adresse « passerelle.depot » n'est pas de celles du hub
					to: { uri: "jms:topic:ailleurs" }                      | l'adresse « ailleurs » n'est pas de celles du hub
					to: "file:x?password=abc"                              | une adresse ne porte pas de mot de passe
					to: { uri: "file:x", parameters: { secretKey: abc } }  | une adresse ne porte pas de mot de passe
					to: "file:moi:abc@serveur/x"                           | une adresse ne porte pas de mot de passe
					to: "direct:personne"                                  | aucune route ne commence par « direct:personne »
					to: "bean:inconnu?method=crier"                        | le bean « inconnu » n'existe pas
					bean: { ref: crieur, method: "cirer(${body})" }        | n'a pas de méthode « cirer »
					bean: { ref: crieur, method: "hashCode" }              | n'a pas de méthode « hashCode »
					bean: { ref: seul, method: "cache" }                   | n'a pas de méthode « cache »
					bean: { method: crier }                                | cette étape ne nomme pas de bean
					bean: { beanType: java.lang.Runtime }                  | « beanType » cache du code
					setBody: { simple: "${bean:crieur.cirer}" }            | un bean caché dans une expression
					filter: { method: { ref: seul, method: oui } }         | n'a pas de méthode « oui »
					process: { ref: crieur }                               | « process » cache du code
					recipientList: { simple: "${header.ou}" }              | « recipientList » va à une adresse calculée
					setHeader: { name: camelFileName, simple: "${header.nom}" } | l'en-tête « camelFileName » commande Camel
					to: "jms:queue:passerelle.depots?headerFilterStrategy=#autre" | headerFilterStrategy est posé par le hub
					""")
	void whatCamelAcceptsInSilenceIsRefusedAtItsLine(String etape, String raison) {
		RouteFile fichier = new RouteFile("a.camel.yaml", RouteWorkshop.appel(etape));

		assertThat(fautes(fichier)).anySatisfy((faute) -> {
			assertThat(faute.toString()).startsWith("a.camel.yaml, ligne 7 : ");
			assertThat(faute.texte()).contains(raison);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sftp:academie?strictHostKeyChecking=no | n'a que le nom d'un canal
			sftp:moi@exemple.fr                    | n'a que le nom d'un canal
			sftp:exemple.fr:22/dossier             | n'a que le nom d'un canal
			sftp:academie                          | ce qui vient du dehors garde ses en-têtes
			jms:queue:passerelle.depots.entree     | ce qui vient du dehors garde ses en-têtes
			jms:passerelle.depots.entree.gestion   | ce qui vient du dehors garde ses en-têtes
			""")
	void anEntranceThatLetsTheOutsideInIsRefused(String adresse, String raison) {
		RouteFile fichier = new RouteFile("a.camel.yaml",
				RouteWorkshop.route("a", "un").replace("direct:a", "\"" + adresse + "\""));

		assertThat(fautes(fichier)).extracting(RouteFault::texte)
			.anySatisfy((texte) -> assertThat(texte).contains(raison));
	}

	@Test
	void anEntranceThatDropsEveryHeaderIsAdmitted() {
		RouteFile fichier = new RouteFile("a.camel.yaml",
				RouteWorkshop.appel("removeHeaders: { pattern: \"*\" }").replace("direct:a", "sftp:academie"));

		assertThat(this.conventions.verifier(List.of(fichier))).hasSize(1);
	}

	@Test
	void aConstantHeaderIsAdmitted() {
		RouteFile fichier = new RouteFile("a.camel.yaml",
				RouteWorkshop.appel("setHeader: { name: CamelFileName, constant: motif.txt }"));

		assertThat(this.conventions.verifier(List.of(fichier))).hasSize(1);
	}

	@Test
	void aFileSaysItsNumberItsVerbAndItsQuestion() {
		String sansQuestion = RouteWorkshop.route("a", "un").replace("?", ".");

		assertThat(fautes(new RouteFile("a.camel.yaml", sansQuestion))).singleElement()
			.asString()
			.startsWith("a.camel.yaml, ligne 1 : la première ligne doit dire le numéro, le verbe et la question");
		assertThat(fautes(new RouteFile("40-a.camel.yaml", RouteWorkshop.route("a", "un")))).singleElement()
			.asString()
			.contains("« # 40 déposer : ce fichier est-il entier ? »");
	}

	@Test
	void aRouteHasANameOfItsOwn() {
		RouteFile a = new RouteFile("a.camel.yaml", RouteWorkshop.route("a", "un"));
		RouteFile b = new RouteFile("b.camel.yaml", RouteWorkshop.route("a", "deux").replace("direct:a", "direct:b"));
		RouteFile sansNom = new RouteFile("c.camel.yaml", RouteWorkshop.route("c", "un").replace("id: c", "id: ''"));

		assertThat(fautes(a, b)).containsExactly(new RouteFault("b.camel.yaml", 2,
				"le nom « a » est déjà pris dans a.camel.yaml, ligne 2. Choisissez-en un autre."));
		assertThat(fautes(sansNom)).containsExactly(
				new RouteFault("c.camel.yaml", 2, "ce « route » n'a pas de nom. Donnez-lui « id: » et un nom à lui."));
	}

	@Test
	void twoRoutesDoNotShareAnEntrance() {
		RouteFile a = new RouteFile("a.camel.yaml", RouteWorkshop.route("a", "un"));
		RouteFile b = new RouteFile("b.camel.yaml", RouteWorkshop.route("b", "deux").replace("direct:b", "direct://a"));

		assertThat(fautes(a, b)).extracting(RouteFault::texte)
			.containsOnly("« direct:a » est l'entrée de plusieurs routes : [a, b]. Une seule peut la garder.");
	}

	@Test
	void aMisspeltRouteConfigurationIsNamed() {
		RouteFile fichier = new RouteFile("a.camel.yaml",
				RouteWorkshop.route("a", "un").replace("id: a\n", "id: a\n    routeConfigurationId: incident\n"));

		assertThat(fautes(fichier)).singleElement()
			.asString()
			.startsWith("a.camel.yaml, ligne 4 : la routeConfiguration « incident » n'existe pas");
	}

	@Test
	void theBlanksOfATemplateAreFilledAndNoOthers() {
		assertThat(fautes(MODELE, tiree("crier", "entrée", "t"))).extracting(RouteFault::toString)
			.containsExactly(
					"t.camel.yaml, ligne 6 : le modèle « crier » n'a pas de paramètre « entrée ». Paramètres connus : [entree, methode, suite].",
					"t.camel.yaml, ligne 2 : il manque le paramètre « entree » du modèle « crier ». Ajoutez « - name: entree » et sa valeur.");
		assertThat(fautes(MODELE, tiree("cirer", "entree", "t"))).extracting(RouteFault::toString)
			.containsExactly("t.camel.yaml, ligne 2 : le modèle « cirer » n'existe pas. Modèles connus : [crier].");
	}

	@Test
	void aBeanNamedThroughATemplateIsCheckedWithItsValue() {
		RouteFile tiree = new RouteFile("t.camel.yaml", tiree("crier", "entree", "t").texte() + """
				      - name: methode
				        value: cirer
				""");

		assertThat(fautes(MODELE, tiree)).singleElement()
			.asString()
			.startsWith("templates/m.camel.yaml, ligne 13 : le bean « crieur » n'a pas de méthode « cirer »");
	}

	@Test
	void onlyTheFourKindsStandAtTheTop() {
		RouteFile fichier = new RouteFile("a.camel.yaml", """
				# bricoler : que se passe-t-il ?
				- beans:
				    - name: x
				      type: java.lang.String
				""");

		assertThat(fautes(fichier)).singleElement().asString().contains("« beans » n'est pas admis à ce niveau");
	}

	@Test
	void anAliasIsRefused() {
		RouteFile fichier = new RouteFile("a.camel.yaml", "# boucler : où ?\n- &a\n  route: *a\n");

		assertThat(fautes(fichier)).singleElement().asString().contains("les alias (&, *) ne sont pas admis");
	}

	private List<RouteFault> fautes(RouteFile... fichiers) {
		return catchThrowableOfType(RefusedRoutesException.class,
				() -> this.conventions.verifier(Stream.of(fichiers).toList()))
			.fautes();
	}

	private static RouteFile tiree(String modele, String nom, String valeur) {
		return new RouteFile("t.camel.yaml", TIREE.formatted(modele, nom, valeur));
	}

	/** A bean of one public method. */
	static class Seul {

		public String dire(String texte) {
			return texte + cache();
		}

		String cache() {
			return "";
		}

	}

}
