package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Three schools as consumers of the OneRoster interface read them. */
class OneRosterIT extends BoutEnBout {

	private static final List<String> LISTES = List.of("academicSessions", "terms", "gradingPeriods", "orgs", "schools",
			"courses", "classes", "users", "students", "teachers", "enrollments");

	private static final String ACTIF = "status='active'";

	@Autowired
	private DataSource base;

	private College college;

	private Roster mediatheque;

	private Roster orientation;

	/** The first school lacks its first élève until a test brings it. */
	@BeforeAll
	void deposer() {
		this.college = college(reglages(1, 60, 950));
		this.hub.traiter(this.college, "STS_EMP", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES");
		this.hub.traiter(this.college.uai(),
				Retouche.archive(this.college.fichier("SIECLE_ELEVES"), Retouche.sansPremiersEleves(1)));
		this.hub.traiter(this.college, "SIECLE_RESPONSABLES", "ELEGROUPE");
		for (int rang = 951; rang < 953; rang++) {
			this.hub.traiter(college(reglages(1, 60, rang)), "STS_EMP", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES",
					"SIECLE_ELEVES", "SIECLE_RESPONSABLES", "ELEGROUPE");
		}
		this.mediatheque = Roster.de(this.hub.adresse(), "mediatheque");
		this.orientation = Roster.de(this.hub.adresse(), "orientation");
		LISTES.forEach((liste) -> this.mediatheque.lire("/" + liste));
		this.orientation.lire("/orgs");
	}

	@Test
	void whatTheInterfaceDoesNotDoIsRefusedInItsOwnForm() {
		assertThat(this.mediatheque.appeler("DELETE", "/users", "application/json").refus())
			.isEqualTo("405 failure invaliddata");
		assertThat(this.mediatheque.appeler("GET", "/users", "application/xml").refus())
			.isEqualTo("406 failure invaliddata");
		assertThat(this.mediatheque.appeler("GET", "/schools/a/b/c/d/e", "application/json").refus())
			.isEqualTo("404 failure unknownobject");
	}

	@Test
	void aWalkFromPageToPageGivesTheRowsOfThePackageOnceEach() {
		for (Roster lecteur : List.of(this.mediatheque, this.orientation)) {
			String nom = (lecteur == this.mediatheque) ? "mediatheque" : "orientation";
			Path paquet = publier(nom);
			for (String type : List.of("academicSessions", "orgs", "courses", "classes", "users", "enrollments")) {
				List<JsonNode> objets = parcourir(lecteur, type);

				assertThat(objets.stream().map(OneRosterIT::ligne)).as(nom + " " + type)
					.containsExactlyInAnyOrderElementsOf(lignes(paquet, type));
			}
			assertThat(parcourir(lecteur, "users").stream().flatMap(OneRosterIT::roles)).as(nom + " roles")
				.containsExactlyInAnyOrderElementsOf(
						lignes(paquet, "roles").stream().map(OneRosterIT::sansIdentifiant).toList());
		}
		assertThat(parcourir(this.orientation, "demographics").stream().map(OneRosterIT::ligne))
			.containsExactlyInAnyOrderElementsOf(lignes(publier("orientation"), "demographics"))
			.hasSameSizeAs(this.orientation.ids("/students", "filter", ACTIF));
	}

	/** By the addresses of the header Link, in pages that do not divide the whole. */
	private List<JsonNode> parcourir(Roster lecteur, String type) {
		List<JsonNode> objets = new ArrayList<>();
		Roster.Reponse page = lecteur.lire("/" + type, "limit", "37", "filter", ACTIF);
		while (true) {
			objets.addAll(page.objets());
			assertThat(page.total()).isEqualTo(lecteur.tout("/" + type, "filter", ACTIF).size());
			if (!page.liens().containsKey("next")) {
				assertThat(objets).hasSize((int) page.total());
				return objets;
			}
			page = lecteur.suivre(page.liens().get("next"));
		}
	}

	/** An object as the row of its file. */
	private static Map<String, String> ligne(JsonNode objet) {
		Map<String, String> ligne = new TreeMap<>();
		objet.properties()
			.stream()
			.filter((un) -> !Set.of("status", "dateLastModified", "roles").contains(un.getKey()))
			.forEach((un) -> {
				String nom = un.getKey();
				JsonNode valeur = un.getValue();
				if (nom.equals("userIds")) {
					ligne.put(nom,
							elements(valeur)
								.map((id) -> "{" + id.get("type").asText() + ":" + id.get("identifier").asText() + "}")
								.collect(Collectors.joining(",")));
				}
				else if (valeur.isArray() && valeur.get(0).isObject()) {
					ligne.put(nom.substring(0, nom.length() - 1) + "SourcedIds",
							elements(valeur).map((ref) -> ref.get("sourcedId").asText())
								.collect(Collectors.joining(",")));
				}
				else if (valeur.isArray()) {
					ligne.put(nom, elements(valeur).map(JsonNode::asText).collect(Collectors.joining(",")));
				}
				else if (valeur.isObject()) {
					ligne.put(nom + "SourcedId", valeur.get("sourcedId").asText());
				}
				else {
					ligne.put(nom, valeur.asText());
				}
			});
		return ligne;
	}

	private static Stream<Map<String, String>> roles(JsonNode personne) {
		return elements(personne.get("roles")).map((role) -> {
			Map<String, String> ligne = ligne(role);
			ligne.put("userSourcedId", personne.get("sourcedId").asText());
			return ligne;
		});
	}

	private static Map<String, String> sansIdentifiant(Map<String, String> ligne) {
		ligne.remove("sourcedId");
		return ligne;
	}

	private static Stream<JsonNode> elements(JsonNode liste) {
		return StreamSupport.stream(liste.spliterator(), false);
	}

	private Path publier(String consommateur) {
		JsonNode paquet = this.hub.api()
			.poster("/flux/oneroster/publications", "{\"consommateur\": \"" + consommateur + "\"}")
			.json();
		assertThat(paquet.get("valide").asBoolean()).isTrue();
		return this.hub.maison()
			.resolve(Path.of("outbox", "flux", "oneroster", consommateur, paquet.get("paquet").asText()));
	}

	/** The rows of a file, without what is empty. */
	private static List<Map<String, String>> lignes(Path paquet, String fichier) {
		try (CsvReader<NamedCsvRecord> lignes = CsvReader.builder()
			.ofNamedCsvRecord(paquet.resolve(fichier + ".csv"))) {
			return lignes.stream().map(OneRosterIT::remplis).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, String> remplis(NamedCsvRecord ligne) {
		Map<String, String> remplis = new TreeMap<>(ligne.getFieldsAsMap());
		remplis.values().removeIf(String::isEmpty);
		return remplis;
	}

	@Test
	void everyObjectHasTheShapeOfTheProtocolAndIsReadByItselfAsInItsList() {
		for (String liste : LISTES) {
			for (JsonNode objet : this.mediatheque.tout("/" + liste, "limit", "40")) {
				assertThat(RosterFormes.fautes(liste, objet)).as(objet.toString()).isEmpty();
			}
			this.mediatheque.tout("/" + liste).stream().limit(3).forEach((objet) -> {
				JsonNode seul = this.mediatheque.lire("/" + liste + "/" + chemin(objet)).json();
				assertThat(seul.properties()).singleElement().satisfies((un) -> {
					assertThat(un.getKey()).isEqualTo(RosterFormes.singulier(liste));
					assertThat(un.getValue()).isEqualTo(objet);
				});
			});
		}
		JsonNode naissance = this.orientation.tout("/demographics").get(0);
		assertThat(RosterFormes.fautes("demographics", naissance)).isEmpty();
		assertThat(this.orientation.lire("/demographics/" + chemin(naissance)).json().get("demographics"))
			.isEqualTo(naissance);
	}

	@Test
	void everyReferenceIsAnAddressWhereTheObjectIs() {
		JsonNode inscription = this.mediatheque.tout("/enrollments", "filter", ACTIF).get(0);

		for (String reference : List.of("user", "class", "school")) {
			JsonNode objet = this.mediatheque.suivre(inscription.get(reference).get("href").asText())
				.json()
				.elements()
				.next();
			assertThat(objet.get("sourcedId")).isEqualTo(inscription.get(reference).get("sourcedId"));
		}
	}

	@Test
	void subListsHoldWhatTheListsSay() {
		List<JsonNode> personnes = this.mediatheque.tout("/users", "filter", ACTIF);
		List<JsonNode> classes = this.mediatheque.tout("/classes", "filter", ACTIF);
		List<JsonNode> inscriptions = this.mediatheque.tout("/enrollments", "filter", ACTIF);
		String ecole = "org-" + Roster.ECOLE;
		JsonNode cours = this.mediatheque.tout("/courses").get(0);
		JsonNode inscrite = inscriptions.stream()
			.filter((une) -> texte(une, "/role").equals("student")
					&& une.at("/class/sourcedId").asText().startsWith("cls-" + Roster.ECOLE))
			.findFirst()
			.orElseThrow();
		String classe = texte(inscrite, "/class/sourcedId");
		String eleve = texte(inscrite, "/user/sourcedId");
		JsonNode cestLui = inscriptions.stream()
			.filter((une) -> texte(une, "/role").equals("teacher"))
			.findFirst()
			.orElseThrow();
		String enseignant = texte(cestLui, "/user/sourcedId");

		verifier("/schools/" + ecole + "/classes", classes, (une) -> texte(une, "/school/sourcedId").equals(ecole));
		verifier("/schools/" + ecole + "/courses", this.mediatheque.tout("/courses"),
				(un) -> texte(un, "/org/sourcedId").equals(ecole));
		verifier("/schools/" + ecole + "/enrollments", inscriptions,
				(une) -> texte(une, "/school/sourcedId").equals(ecole));
		verifier("/schools/" + ecole + "/students", personnes, (une) -> aLeRole(une, "student", ecole));
		verifier("/schools/" + ecole + "/teachers", personnes, (une) -> aLeRole(une, "teacher", ecole));
		verifier("/schools/" + ecole + "/terms", this.mediatheque.tout("/terms"), (une) -> true);
		for (String debut : List.of("", "/schools/" + ecole)) {
			verifier(debut + "/classes/" + chemin(classe) + "/students", personnes,
					(une) -> inscrit(inscriptions, une, classe, "student"));
			verifier(debut + "/classes/" + chemin(classe) + "/teachers", personnes,
					(une) -> inscrit(inscriptions, une, classe, "teacher"));
			verifier(debut + "/classes/" + chemin(classe) + "/enrollments", inscriptions,
					(une) -> texte(une, "/class/sourcedId").equals(classe));
		}
		verifier("/students/" + eleve + "/classes", classes,
				(une) -> inscrit(inscriptions, eleve, texte(une, "/sourcedId"), "student"));
		verifier("/users/" + eleve + "/classes", classes,
				(une) -> inscrit(inscriptions, eleve, texte(une, "/sourcedId"), "student"));
		verifier("/teachers/" + enseignant + "/classes", classes,
				(une) -> inscrit(inscriptions, enseignant, texte(une, "/sourcedId"), "teacher"));
		verifier("/courses/" + chemin(cours) + "/classes", classes,
				(une) -> texte(une, "/course/sourcedId").equals(texte(cours, "/sourcedId")));
		verifier("/terms/as-2025-2026/classes", classes, (une) -> true);
		assertThat(this.mediatheque.lire("/terms/as-2025-2026/gradingPeriods").objets()).isEmpty();
	}

	private void verifier(String sousListe, List<JsonNode> liste, Predicate<JsonNode> dedans) {
		assertThat(this.mediatheque.tout(sousListe, "filter", ACTIF)).as(sousListe)
			.isNotEmpty()
			.containsExactlyElementsOf(liste.stream().filter(dedans).toList());
	}

	private static boolean aLeRole(JsonNode personne, String role, String ecole) {
		return elements(personne.get("roles"))
			.anyMatch((un) -> texte(un, "/role").equals(role) && texte(un, "/org/sourcedId").equals(ecole));
	}

	private static boolean inscrit(List<JsonNode> inscriptions, JsonNode personne, String classe, String role) {
		return inscrit(inscriptions, texte(personne, "/sourcedId"), classe, role);
	}

	private static boolean inscrit(List<JsonNode> inscriptions, String personne, String classe, String role) {
		return inscriptions.stream()
			.anyMatch((une) -> texte(une, "/user/sourcedId").equals(personne)
					&& texte(une, "/class/sourcedId").equals(classe) && texte(une, "/role").equals(role));
	}

	@Test
	void anotherSchoolIsNowhere() {
		List<String> adresses = new ArrayList<>();
		for (String liste : LISTES) {
			this.orientation.ids("/" + liste)
				.stream()
				.filter((id) -> !id.startsWith("as-"))
				.limit(2)
				.forEach((id) -> adresses.add("/" + liste + "/" + chemin(id)));
		}
		String ecole = "org-" + Roster.ETRANGERE;
		String classe = chemin(this.orientation.ids("/classes").get(0));
		for (String liste : List.of("classes", "courses", "enrollments", "students", "teachers", "terms")) {
			adresses.add("/schools/" + ecole + "/" + liste);
		}
		for (String liste : List.of("students", "teachers", "enrollments")) {
			adresses.add("/classes/" + classe + "/" + liste);
			adresses.add("/schools/" + ecole + "/classes/" + classe + "/" + liste);
			adresses.add("/schools/org-" + Roster.ECOLE + "/classes/" + classe + "/" + liste);
		}
		adresses.add("/students/" + this.orientation.ids("/students").get(0) + "/classes");
		adresses.add("/teachers/" + this.orientation.ids("/teachers").get(0) + "/classes");
		adresses.add("/users/" + this.orientation.ids("/users").get(0) + "/classes");
		adresses.add("/courses/" + this.orientation.ids("/courses").get(0) + "/classes");

		for (String adresse : adresses) {
			assertThat(this.orientation.lire(adresse).statut()).as("is somewhere: " + adresse)
				.isEqualTo(adresse.contains("org-" + Roster.ECOLE) ? 404 : 200);
			assertThat(this.mediatheque.lire(adresse).refus()).as(adresse).isEqualTo("404 failure unknownobject");
		}
		for (String liste : LISTES) {
			assertThat(this.mediatheque.lire("/" + liste, "limit", "5000").corps()).doesNotContain(Roster.ETRANGERE);
		}
		assertThat(this.mediatheque.ids("/users")).doesNotContainAnyElementsOf(this.orientation.ids("/users"));
		assertThat(this.mediatheque.ids("/users", "filter",
				"primaryOrg.sourcedId='org-" + Roster.ETRANGERE + "' OR sourcedId~'u-'"))
			.doesNotContainAnyElementsOf(this.orientation.ids("/users"));
	}

	@Test
	void anAccountOfOneSchoolSeesThatOneThoughItsConsumerHasMore() {
		assertThat(Roster.de(this.hub.adresse(), "cantine").ids("/orgs")).containsExactly("org-" + Roster.AUTRE_ECOLE);
	}

	@Test
	void aConsumerWithoutASchoolIsRefusedAndNotShownAnEmptyDirectory() {
		assertThat(Roster.de(this.hub.adresse(), "sans-ecole").lire("/users").refus())
			.isEqualTo("403 failure forbidden");
	}

	@Test
	void whatIsReservedIsGivenOnlyToWhoHasItInItsFields() {
		assertThat(this.hub.lire("SELECT ine FROM ent.presence WHERE uai = ? AND ine IS NOT NULL", Roster.ECOLE))
			.isNotEmpty()
			.noneMatch(this.mediatheque.lire("/users", "limit", "5000").corps()::contains);
		assertThat(this.orientation.tout("/students"))
			.allSatisfy((eleve) -> assertThat(eleve.get("userIds").findValuesAsText("type")).contains("INE"));
		assertThat(this.mediatheque.lire("/demographics").refus()).isEqualTo("403 failure forbidden");
		assertThat(Roster.inconnu(this.hub.adresse())
			.demander(Roster.basic("mediatheque", Roster.SECRET), "grant_type", "client_credentials", "scope",
					Roster.PORTEE + "roster-demographics.readonly")
			.erreur()).isEqualTo("400 invalid_scope");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "familyName='{0}'", "familyName!='{0}'", "familyName>'{0}'",
			"familyName>='{0}'", "familyName<'{0}'", "familyName<='{0}'", "familyName~'{1}'", "roles.role='student'",
			"roles.role!='student'", "roles.role~'EACH'", "enabledUser='false'", "agents.sourcedId='{2}'",
			"givenName='{3}' AND familyName='{0}'", "givenName='{3}' OR familyName='{0}' AND roles.role='personne'",
			"middleName!='x'", "middleName='x'", "sourcedId='{4}'", "status!='active'", "userIds.identifier='10'" })
	void aFilterGivesWhatItSays(String forme) {
		List<JsonNode> personnes = this.mediatheque.tout("/users");
		JsonNode eleve = this.mediatheque.tout("/students").get(7);
		String nom = texte(eleve, "/familyName");
		String prenom = texte(eleve, "/givenName");
		String morceau = nom.substring(1, 4).toLowerCase();
		String agent = texte(eleve, "/agents/0/sourcedId");
		String filtre = forme.replace("{0}", nom.replace("'", "''"))
			.replace("{1}", morceau)
			.replace("{2}", agent)
			.replace("{3}", prenom)
			.replace("{4}", texte(eleve, "/sourcedId"));
		Map<String, Predicate<JsonNode>> sens = Map.ofEntries(
				Map.entry("familyName='{0}'", (un) -> texte(un, "/familyName").equals(nom)),
				Map.entry("familyName!='{0}'", (un) -> !texte(un, "/familyName").equals(nom)),
				Map.entry("familyName>'{0}'", (un) -> texte(un, "/familyName").compareTo(nom) > 0),
				Map.entry("familyName>='{0}'", (un) -> texte(un, "/familyName").compareTo(nom) >= 0),
				Map.entry("familyName<'{0}'", (un) -> texte(un, "/familyName").compareTo(nom) < 0),
				Map.entry("familyName<='{0}'", (un) -> texte(un, "/familyName").compareTo(nom) <= 0),
				Map.entry("familyName~'{1}'", (un) -> texte(un, "/familyName").toLowerCase().contains(morceau)),
				Map.entry("roles.role='student'", (un) -> un.findValuesAsText("role").contains("student")),
				Map.entry("roles.role!='student'", (un) -> !un.findValuesAsText("role").contains("student")),
				Map.entry("roles.role~'EACH'", (un) -> un.findValuesAsText("role").contains("teacher")),
				Map.entry("enabledUser='false'", (un) -> false),
				Map.entry("agents.sourcedId='{2}'",
						(un) -> elements(un.path("agents")).anyMatch((a) -> texte(a, "/sourcedId").equals(agent))),
				Map.entry("givenName='{3}' AND familyName='{0}'",
						(un) -> texte(un, "/givenName").equals(prenom) && texte(un, "/familyName").equals(nom)),
				Map.entry("givenName='{3}' OR familyName='{0}' AND roles.role='personne'",
						(un) -> texte(un, "/givenName").equals(prenom)),
				Map.entry("middleName!='x'", (un) -> true), Map.entry("middleName='x'", (un) -> false),
				Map.entry("sourcedId='{4}'", (un) -> texte(un, "/sourcedId").equals(texte(eleve, "/sourcedId"))),
				Map.entry("status!='active'", (un) -> texte(un, "/status").equals("tobedeleted")),
				Map.entry("userIds.identifier='10'", (un) -> texte(un, "/sourcedId").equals("u-10")));

		assertThat(this.mediatheque.tout("/users", "filter", filtre)).as(filtre)
			.containsExactlyElementsOf(personnes.stream().filter(sens.get(forme)).toList());
	}

	@Test
	void aListIsSortedByAFieldInBothDirections() {
		List<String> noms = this.mediatheque.tout("/users", "sort", "familyName")
			.stream()
			.map((un) -> texte(un, "/familyName"))
			.toList();
		List<String> renverses = this.mediatheque.tout("/users", "sort", "familyName", "orderBy", "desc")
			.stream()
			.map((un) -> texte(un, "/familyName"))
			.toList();

		assertThat(noms).isSorted().hasSize(this.mediatheque.ids("/users").size());
		assertThat(renverses).isSortedAccordingTo((un, autre) -> autre.compareTo(un)).hasSameElementsAs(noms);
		Set<String> parcourus = new LinkedHashSet<>();
		Roster.Reponse page = this.mediatheque.lire("/users", "sort", "enabledUser", "limit", "50");
		while (page.liens().containsKey("next")) {
			page.objets().forEach((un) -> assertThat(parcourus.add(texte(un, "/sourcedId"))).isTrue());
			page = this.mediatheque.suivre(page.liens().get("next"));
		}
		page.objets().forEach((un) -> assertThat(parcourus.add(texte(un, "/sourcedId"))).isTrue());
		assertThat(parcourus).as("equal values are in one order").hasSize(noms.size());
	}

	@Test
	void onlyTheFieldsThatAreAskedAreGiven() {
		List<JsonNode> personnes = this.mediatheque.tout("/users", "fields", "familyName, sourcedId,roles");

		assertThat(personnes).allSatisfy(
				(une) -> assertThat(une.fieldNames()).toIterable().containsExactly("familyName", "sourcedId", "roles"));
		String id = texte(personnes.get(0), "/sourcedId");
		assertThat(this.mediatheque.lire("/users/" + id, "fields", "username").corps())
			.isEqualTo("{\"user\":{\"username\":\"u%s\"}}".formatted(id.substring(2)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "-",
			value = { "filter;inconnu='x';invalid_filter_field", "filter;familyName;invalid_filter_field",
					"filter;familyName='x;invalid_filter_field", "filter;familyName==x;invalid_filter_field",
					"filter;familyName='x' familyName='y';invalid_filter_field",
					"filter;familyName='x' AND;invalid_filter_field", "filter;'';invalid_filter_field",
					"filter;dateLastModified>'hier';invalid_filter_field",
					"filter;dateLastModified~'2025-01-01';invalid_filter_field",
					"filter;dateLastModified>'-999999999-01-01T00:00:00Z';invalid_filter_field",
					"filter;birthDate='2012-01-01';invalid_filter_field", "sort;inconnu;invalid_sort_field",
					"sort;roles.role;invalid_sort_field", "fields;inconnu;invalid_selection_field",
					"fields;sourcedId,birthDate;invalid_selection_field", "fields;'';invalid_selection_field",
					"limit;0;invaliddata", "limit;5001;invaliddata", "limit;dix;invaliddata", "offset;-1;invaliddata",
					"offset;99999999999;invaliddata", "orderBy;haut;invaliddata" })
	void whatCannotBeAskedIsRefusedInTheFormOfTheProtocol(String parametre, String valeur, String code) {
		Roster.Reponse reponse = this.mediatheque.lire("/users", parametre, valeur);

		assertThat(reponse.refus()).isEqualTo("400 failure " + code);
		assertThat(reponse.json().fieldNames()).toIterable()
			.containsExactly("imsx_codeMajor", "imsx_severity", "imsx_description", "imsx_CodeMinor");
		assertThat(reponse.json().get("imsx_description").asText()).contains("« ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "familyName='x'' OR ''1''=''1'", "familyName='x\\'' OR true --'",
			"familyName='x''); DROP TABLE ent.oneroster_objet; --'", "familyName~'%'", "familyName~'$$'",
			"roles.role='$.** ? (@ == 1)'", "familyName=':consommateur'", "familyName='?'" })
	void aValueIsNeverMoreThanAValue(String filtre) {
		Roster.Reponse reponse = this.mediatheque.lire("/users", "filter", filtre);

		assertThat(reponse.statut()).isEqualTo(200);
		assertThat(reponse.objets()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "familyName' OR '1'='1", "valeurs->>'ine'='x'", "1=1", "consommateur='orientation'",
			"sourcedId); DELETE FROM ent.oneroster_objet; --='x'", "familyName='a\u0000b'" })
	void aNameIsAFieldOrNothing(String texte) {
		assertThat(this.mediatheque.lire("/users", "filter", texte).statut()).isEqualTo(400);
		assertThat(this.mediatheque.lire("/users", "sort", texte).statut()).isEqualTo(400);
		assertThat(this.mediatheque.lire("/users", "fields", texte).statut()).isEqualTo(400);
		assertThat(this.mediatheque.lire("/users").total()).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/notes", "/users/u-0", "/users/u-10/notes", "/notes/u-10/classes",
			"/gradingPeriods/as-2025-2026", "/students/u-10", "/schools/x/classes/y/notes", "/orgs/org-0759911R/users",
			"/users/' OR 1=1" })
	void whatIsNotThereIsNotFound(String chemin) {
		assertThat(this.mediatheque.lire(chemin.replace(" ", "%20").replace("'", "%27")).refus())
			.isEqualTo("404 failure unknownobject");
	}

	@Test
	void firstLastNextAndPreviousPagesAreLinked() {
		long total = this.mediatheque.lire("/users").total();
		Roster.Reponse milieu = this.mediatheque.lire("/users", "filter", "status!='x y'", "limit", "50", "offset",
				"100");

		Map<String, String> attendus = new TreeMap<>(
				Map.of("next", "150", "last", Long.toString((total - 1) / 50 * 50), "first", "0", "prev", "50"));
		assertThat(milieu.liens().keySet()).isEqualTo(Set.of("next", "last", "first", "prev"));
		attendus.forEach((nom, debut) -> assertThat(milieu.liens().get(nom))
			.isEqualTo(this.mediatheque.racine() + "/users?filter=status%21%3D%27x+y%27&limit=50&offset=" + debut));
		assertThat(this.mediatheque.lire("/orgs").liens().keySet()).as("one page").isEqualTo(Set.of("last", "first"));
		assertThat(this.mediatheque.lire("/users", "offset", "100000").objets()).isEmpty();
		assertThat(this.mediatheque.lire("/users").objets()).as("by default").hasSize(100);
	}

	/**
	 * Begun before a file is applied and ended after: who was there is given once, who
	 * came is at the end, who left is told.
	 */
	@Test
	void aWalkUnderWayWhileFilesAreAppliedMissesNobody() {
		List<String> avant = this.mediatheque.ids("/users");
		String hier = this.mediatheque.tout("/users")
			.stream()
			.map((un) -> texte(un, "/dateLastModified"))
			.max(String::compareTo)
			.orElseThrow();
		List<String> vus = new ArrayList<>();
		Roster.Reponse page = this.mediatheque.lire("/users", "limit", "40");
		vus.addAll(ids(page));

		this.hub.traiter(this.college.uai(), this.college.fichier("SIECLE_ELEVES"));
		Hub.jusqua(() -> this.mediatheque.lire("/users").total() > avant.size());
		while (page.liens().containsKey("next")) {
			page = this.mediatheque.suivre(page.liens().get("next"));
			vus.addAll(ids(page));
		}

		assertThat(vus).doesNotHaveDuplicates();
		assertThat(vus.subList(0, avant.size())).isEqualTo(avant);
		String arrive = vus.get(vus.size() - 1);
		assertThat(this.mediatheque.ids("/users", "filter", "dateLastModified>'" + hier + "' AND roles.role='student'"))
			.as("nothing else of élèves is newer")
			.containsExactly(arrive);

		partir(arrive);
	}

	/** The élève who came leaves again. */
	private void partir(String eleve) {
		long total = this.mediatheque.lire("/users").total();
		this.hub.traiter(this.college.uai(), Retouche.archive(this.college.fichier("SIECLE_ELEVES"),
				Retouche.sansPremiersEleves(1).andThen((texte) -> texte + " ")::apply));
		Hub.jusqua(() -> texte(this.mediatheque.lire("/users/" + eleve).json(), "/user/status").equals("tobedeleted"));

		assertThat(this.mediatheque.lire("/users").total()).isEqualTo(total);
		assertThat(this.mediatheque.ids("/students", "filter", "status='tobedeleted'")).containsExactly(eleve);
		assertThat(this.mediatheque.tout("/enrollments", "filter", "user.sourcedId='" + eleve + "'")).isNotEmpty()
			.allSatisfy((une) -> assertThat(texte(une, "/status")).isEqualTo("tobedeleted"));
		assertThat(new TreeSet<>(this.mediatheque.ids("/users", "filter", ACTIF)))
			.isEqualTo(lignes(publier("mediatheque"), "users").stream()
				.map((ligne) -> ligne.get("sourcedId"))
				.collect(Collectors.toCollection(TreeSet::new)));
	}

	@Test
	void aFaultyStateIsNotShownAndTheLastGoodOneStays() {
		JsonNode avant = this.mediatheque.lire("/orgs").json();
		refaire("UPDATE ent.structure SET nom = ' ' WHERE uai = '%s'".formatted(Roster.ECOLE));
		Hub.jusqua(() -> faute() != null);

		assertThat(this.mediatheque.lire("/orgs").json()).isEqualTo(avant);
		assertThat(faute()).isEqualTo("orgs.csv, « org-0759911R » : la colonne name est vide.");
		assertThat(texte(this.hub.api().sante().json(), "/components/oneRoster/status")).isEqualTo("DEGRADE");

		String nom = texte(avant, "/orgs/0/name");
		refaire("UPDATE ent.structure SET nom = '%s' WHERE uai = '%s'".formatted(nom, Roster.ECOLE));
		Hub.jusqua(() -> faute() == null);
		assertThat(this.mediatheque.lire("/orgs").json()).isEqualTo(avant);
	}

	private String faute() {
		return this.hub.lire("SELECT faute FROM ent.oneroster_instantane WHERE consommateur = 'mediatheque'").get(0);
	}

	private void refaire(String sql) {
		this.hub.jdbc().sql(sql).update();
		this.hub.jdbc()
			.sql("UPDATE echange.projection_faite SET faite_le = faite_le + interval '1 second' WHERE uai = ?")
			.param(Roster.ECOLE)
			.update();
	}

	@Test
	void whatWasMadeUnderAnotherContractIsNeverShown() {
		Roster cantine = Roster.de(this.hub.adresse(), "cantine");
		cantine.lire("/orgs");
		this.hub.jdbc()
			.sql("""
					WITH a AS (UPDATE ent.oneroster_instantane SET contrat = 'un autre' WHERE consommateur = 'cantine')
					UPDATE ent.oneroster_objet SET valeurs = '{"name": "interdite"}' WHERE consommateur = 'cantine'""")
			.update();

		assertThat(cantine.lire("/orgs").corps()).contains(Roster.AUTRE_ECOLE).doesNotContain("interdite");
	}

	@Test
	void whatDisappearedLongAgoIsForgottenButNotUnderTheFeetOfAWalk() {
		Roster cantine = Roster.de(this.hub.adresse(), "cantine");
		cantine.lire("/users", "offset", "100");
		this.hub.jdbc().sql("""
				INSERT INTO ent.oneroster_objet (consommateur, type, id, statut, modifie_le, cles, valeurs)
				VALUES ('cantine', 'orgs', 'org-ancienne', 'tobedeleted', '2025-10-01', '{}', '{}')""").update();

		attendreUnTour();
		assertThat(cantine.ids("/orgs")).contains("org-ancienne");

		this.hub.jdbc().sql("UPDATE ent.oneroster_lecteur SET parcouru_le = parcouru_le - interval '2 hours'").update();
		attendreUnTour();
		assertThat(cantine.ids("/orgs")).containsExactly("org-" + Roster.AUTRE_ECOLE);
	}

	/** Until what « cantine » reads was made again. */
	private void attendreUnTour() {
		String avant = essaiDeCantine();
		this.hub.jdbc()
			.sql("UPDATE echange.projection_faite SET faite_le = faite_le + interval '1 second' WHERE uai = ?")
			.param(Roster.AUTRE_ECOLE)
			.update();
		Hub.jusqua(() -> !essaiDeCantine().equals(avant));
	}

	private String essaiDeCantine() {
		return this.hub.lire("SELECT tente_le::text FROM ent.oneroster_instantane WHERE consommateur = 'cantine'")
			.get(0);
	}

	@Test
	void whoReadsNoMoreIsForgottenAndWelcomeAgain() {
		Roster cantine = Roster.de(this.hub.adresse(), "cantine");
		cantine.lire("/orgs");
		this.hub.jdbc()
			.sql("UPDATE ent.oneroster_lecteur SET lu_le = lu_le - interval '31 days' WHERE consommateur = 'cantine'")
			.update();
		Hub.jusqua(() -> this.hub
			.compter("SELECT count(*) FROM ent.oneroster_instantane WHERE consommateur = 'cantine'") == 0);

		assertThat(this.hub.compter("SELECT count(*) FROM ent.oneroster_objet WHERE consommateur = 'cantine'"))
			.isZero();
		assertThat(cantine.ids("/orgs")).containsExactly("org-" + Roster.AUTRE_ECOLE);
	}

	@Test
	void whileSomebodyMakesItAConsumerIsAskedToComeBack() throws SQLException {
		Roster cantine = Roster.de(this.hub.adresse(), "cantine");
		this.hub.jdbc().sql("DELETE FROM ent.oneroster_instantane WHERE consommateur = 'cantine'").update();
		try (Connection autre = this.base.getConnection(); Statement ordre = autre.createStatement()) {
			autre.setAutoCommit(false);
			ordre.execute("SELECT pg_advisory_xact_lock(hashtextextended('oneroster cantine', 0))");

			Roster.Reponse reponse = cantine.lire("/orgs");
			assertThat(reponse.refus()).isEqualTo("429 failure server_busy");
			assertThat(reponse.entetes().get("retry-after")).isEqualTo("30");
			autre.rollback();
		}
		assertThat(cantine.ids("/orgs")).containsExactly("org-" + Roster.AUTRE_ECOLE);
	}

	@Test
	void theDescriptionOfTheApiHasEveryAddressAndItsScopes() {
		JsonNode description = Roster.inconnu(this.hub.adresse())
			.avec(this.hub.acces().getProperty("api.cle"))
			.suivre(this.hub.adresse() + "/v3/api-docs")
			.json();
		String racine = "/ims/oneroster/rostering/v1p2/";

		Set<String> decrites = new TreeSet<>();
		description.get("paths").fieldNames().forEachRemaining(decrites::add);
		decrites.removeIf((chemin) -> !chemin.startsWith("/ims/"));
		Set<String> attendues = new TreeSet<>(Set.of("/ims/oneroster/token"));
		Stream.concat(LISTES.stream(), Stream.of("demographics")).forEach((liste) -> {
			attendues.add(racine + liste);
			attendues.add(racine + liste + "/{id}");
		});
		Stream
			.of("schools/{id}/classes", "schools/{id}/courses", "schools/{id}/enrollments", "schools/{id}/students",
					"schools/{id}/teachers", "schools/{id}/terms", "classes/{id}/students", "classes/{id}/teachers",
					"classes/{id}/enrollments", "students/{id}/classes", "teachers/{id}/classes", "users/{id}/classes",
					"courses/{id}/classes", "terms/{id}/classes", "terms/{id}/gradingPeriods",
					"schools/{ecole}/classes/{classe}/students", "schools/{ecole}/classes/{classe}/teachers",
					"schools/{ecole}/classes/{classe}/enrollments")
			.map(racine::concat)
			.forEach(attendues::add);
		assertThat(decrites).isEqualTo(attendues);
		assertThat(description.at("/components/securitySchemes/oneroster/flows/clientCredentials/scopes").size())
			.isEqualTo(3);
		JsonNode eleves = description.get("paths").get(racine + "schools/{id}/students").get("get");
		assertThat(eleves.get("parameters").findValuesAsText("name")).containsExactlyInAnyOrder("id", "limit", "offset",
				"sort", "orderBy", "filter", "fields");
		assertThat(eleves.get("responses").fieldNames()).toIterable()
			.containsExactly("200", "400", "401", "403", "404", "429");
		assertThat(eleves.get("security").toString())
			.isEqualTo("[{\"oneroster\":[\"%sroster.readonly\"]},{\"oneroster\":[\"%1$sroster-core.readonly\"]}]"
				.formatted(Roster.PORTEE));
	}

	@Test
	void noNameOfAPersonIsLogged() {
		List<String> noms = this.mediatheque.tout("/students").stream().map((un) -> texte(un, "/familyName")).toList();
		this.mediatheque.lire("/users", "filter", "familyName='" + noms.get(0) + "'");
		this.mediatheque.lire("/users", "filter", "inconnu='" + noms.get(0) + "'");

		assertThat(noms).noneMatch(Journalisation::contient);
	}

	private static List<String> ids(Roster.Reponse page) {
		return page.objets().stream().map((un) -> texte(un, "/sourcedId")).toList();
	}

	private static String texte(JsonNode objet, String chemin) {
		return objet.at(chemin).asText();
	}

	private static String chemin(JsonNode objet) {
		return chemin(texte(objet, "/sourcedId"));
	}

	private static String chemin(String id) {
		return id.replace(" ", "%20");
	}

}
