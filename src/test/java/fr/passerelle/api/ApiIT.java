package fr.passerelle.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/** The shapes of contract §3, compared whole. */
@WebTest
class ApiIT {

	private static final String UAI = "0999999F";

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private DepotsDEssai depots;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ObjectMapper json;

	@Autowired
	private Maison maison;

	@Autowired
	private ApplicationContext contexte;

	@Test
	void answersAnAcceptedFileWithItsDeposit() throws Exception {
		MockHttpServletResponse reponse = deposer("depose 0999999F STS_EMP");

		String numero = this.json.readTree(reponse.getContentAsString()).at("/depots/0/numero").textValue();
		assertThat(reponse.getStatus()).isEqualTo(202);
		assertThat(arbre(reponse)).isEqualTo(this.json.readTree("""
				{"depots":[{"numero":"%s","uai":"0999999F","flux":"STS_EMP","fichier":"mon fichier é.xml","taille":3,
				"empreinte":"%s","millesime":"2025","anneeScolaire":2025,"horodatage":null,"etat":"depose",
				"deposeLe":"2025-09-01T08:00:00Z","traiteLe":null,"canal":"http","deposant":"chef-etablissement",
				"doublonDe":null,"force":false,"confirme":false,"prerequis":[]}]}""".formatted(numero,
				"00".repeat(32))));
	}

	@Test
	void refusesAFileOfAnotherSchoolWithoutTellingWhatItIs() throws Exception {
		MockHttpServletResponse reponse = deposer("depose 0750001U SIECLE_ELEVES");

		assertThat(reponse.getStatus()).isEqualTo(422);
		assertThat(reponse.getContentType()).isEqualTo("application/problem+json");
		assertThat(reponse.getContentAsString()).contains("\"code\":\"C02\"",
				"\"title\":\"Ce fichier ne peut pas être pris.\"", "\"detail\":\"Une cause.\"",
				"\"action\":\"Une action.\"", "\"uai\":null,\"flux\":null");
	}

	@Test
	void answers409WhenEveryFileWasAlreadyThere() throws Exception {
		assertThat(probleme(deposer("doublon 0999999F STS_EMP", "doublon 0999999F STS_EMP"))).isEqualTo("409 DOUBLON");
		assertThat(probleme(deposer("doublon 0999999F STS_EMP", "refuse 0999999F STS_EMP"))).isEqualTo("422 DOUBLON");
		assertThat(deposer("doublon 0999999F STS_EMP", "depose 0999999F STS_EMP").getStatus()).isEqualTo(202);
	}

	@Test
	void answers413AboveTheLimit() throws Exception {
		assertThat(probleme(deposer("trop 0999999F STS_EMP"))).isEqualTo("413 FICHIER_TROP_GRAND");
	}

	@Test
	void refusesToLetASecretaryConfirmInAdvance() throws Exception {
		MockHttpServletResponse reponse = this.web
			.perform(MockMvcRequestBuilders.multipart("/api/v1/depots")
				.file(fichier("depose 0999999F STS_EMP"))
				.param("confirmation", "true")
				.with(httpBasic("gestionnaire", "secret")))
			.andReturn()
			.getResponse();

		assertThat(probleme(reponse)).isEqualTo("403 DROIT_INSUFFISANT");
	}

	@Test
	void tellsTheLifeOfADeposit() throws Exception {
		NumeroDepot numero = depot();

		JsonNode transitions = arbre(lire("/api/v1/depots/" + numero)).get("transitions");

		assertThat(transitions).isEqualTo(this.json.readTree("""
				[{"etat":"recu","le":"2025-09-01T08:00:00Z","acteur":"dossier","motif":null},
				{"etat":"depose","le":"2025-09-01T08:00:00Z","acteur":"essai","motif":"un motif"}]"""));
	}

	@Test
	void pagesTheListAndTellsTheTotal() throws Exception {
		depot();
		depot();

		JsonNode liste = arbre(lire("/api/v1/depots?taille=1&page=1&etat=depose&depuis=2025-09-01&q=structure"));

		assertThat(liste.get("elements")).hasSize(1);
		assertThat(liste.get("total").asLong()).isGreaterThanOrEqualTo(2);
		assertThat(liste.get("page").asInt()).isEqualTo(1);
		assertThat(liste.get("taille").asInt()).isEqualTo(1);
	}

	@Test
	void refusesFiltersThatMakeNoSense() throws Exception {
		for (String filtre : List.of("taille=501", "taille=0", "page=-1", "page=x", "etat=perdu", "depuis=hier",
				"q=%00")) {
			assertThat(probleme(lire("/api/v1/depots?" + filtre))).as(filtre).isEqualTo("400 DEMANDE_INVALIDE");
		}
	}

	@Test
	void doesNotTellAWrongNumberFromAnothersNumber() throws Exception {
		NumeroDepot ailleurs = this.depots.recu("0750001U", "f.xml");

		String inconnu = lire("/api/v1/depots/99999999999999999999").getContentAsString();

		for (String numero : List.of(ailleurs.toString(), "x", "17", NumeroDepot.deRang(999_999).toString())) {
			MockHttpServletResponse reponse = lire("/api/v1/depots/" + numero);
			assertThat(reponse.getStatus()).isEqualTo(404);
			assertThat(reponse.getContentAsString().replace("/" + numero + "\"", "/99999999999999999999\""))
				.isEqualTo(inconnu);
		}
	}

	@Test
	void wantsAReasonForEveryDecision() throws Exception {
		NumeroDepot numero = depot();

		for (String decision : List.of("confirmer", "annuler", "rejouer", "forcer")) {
			assertThat(probleme(poster("/api/v1/depots/" + numero + "/" + decision, "{}")))
				.isEqualTo("400 MOTIF_ABSENT");
		}
		assertThat(probleme(poster("/api/v1/rejets/rejouer", "{\"motif\":\" \"}"))).isEqualTo("400 MOTIF_ABSENT");
	}

	@Test
	void letsTheSecondOfTwoReplaysFindTheStateMoved() throws Exception {
		NumeroDepot numero = depot();
		this.depots.passer(numero, Etat.EN_ECHEC);
		String adresse = "/api/v1/depots/" + numero + "/rejouer";

		MockHttpServletResponse premier = poster(adresse, "{\"motif\":\"panne réparée\"}");
		MockHttpServletResponse second = poster(adresse, "{\"motif\":\"panne réparée\"}");

		assertThat(premier.getStatus()).isEqualTo(202);
		assertThat(probleme(second)).isEqualTo("409 ETAT_INCOMPATIBLE");
	}

	@Test
	void writesTheSameReportToTheOutboxAsTheApiAnswers() throws Exception {
		NumeroDepot numero = depot();
		rapporter(numero);

		ReflectionTestUtils.invokeMethod(this.contexte.getBean("rapportStep"), "ecrire");

		Path dossier = this.maison.outbox().resolve(UAI + "/comptes-rendus");
		String adresse = "/api/v1/depots/" + numero + "/compte-rendu";
		assertThat(Files.readAllBytes(dossier.resolve(numero + ".json")))
			.isEqualTo(lire(adresse).getContentAsByteArray());
		assertThat(Files.readAllBytes(dossier.resolve(numero + ".html")))
			.isEqualTo(lire(adresse, "text/html,application/xhtml+xml").getContentAsByteArray());
		assertThat(this.jdbc.sql("SELECT count(*) FROM echange.compte_rendu WHERE ecrit_le IS NULL")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void choosesTheFormatOfTheReportByAccept() throws Exception {
		NumeroDepot numero = depot();
		rapporter(numero);
		String adresse = "/api/v1/depots/" + numero + "/compte-rendu";

		assertThat(lire(adresse).getContentType()).isEqualTo("application/json");
		assertThat(lire(adresse, "text/html").getContentType()).isEqualTo("text/html;charset=UTF-8");
		assertThat(lire(adresse, "text/csv").getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(probleme(lire(adresse, "image/png"))).isEqualTo("406 FORMAT_INCONNU");
		assertThat(probleme(lire("/api/v1/depots/" + depot() + "/compte-rendu", "text/html")))
			.isEqualTo("404 COMPTE_RENDU_ABSENT");
	}

	@Test
	void groupsRejectsByCauseInTheWordsOfTheReport() throws Exception {
		NumeroDepot numero = depot();
		rapporter(numero);
		this.jdbc.sql(
				"INSERT INTO echange.anomalie (numero, rang, nature, regle, code, gravite) VALUES (?, 1, 'anomalie', 'GROUPE', 'GROUPE_A_01', 'rejet')")
			.param(numero.valeur())
			.update();

		assertThat(arbre(lire("/api/v1/rejets"))).isEqualTo(this.json.readTree(
				"""
						{"elements":[{"code":"GROUPE_A_01","regle":"GROUPE","libelle":"Groupe inconnu","nombre":1,"depots":["%s"]}],
						"total":1,"page":0,"taille":1}"""
					.formatted(numero)));
	}

	@Test
	void givesThePasswordOfANewAccountOnceAndTakesIt() throws Exception {
		String demande = "{\"utilisateur\":\"principal.durand\",\"role\":\"chef-etablissement\",\"uai\":[\"0999999F\"]}";

		MockHttpServletResponse cree = poster("/api/v1/comptes", demande, "academie");
		String motDePasse = arbre(cree).get("motdepasse").textValue();

		assertThat(cree.getStatus()).isEqualTo(201);
		assertThat(lire("/api/v1/depots", MediaType.ALL_VALUE, "principal.durand", motDePasse).getStatus())
			.isEqualTo(200);
		assertThat(probleme(lire("/api/v1/depots", MediaType.ALL_VALUE, "principal.durand", "autre")))
			.isEqualTo("401 NON_AUTHENTIFIE");
		assertThat(probleme(poster("/api/v1/comptes", demande, "academie"))).isEqualTo("409 COMPTE_EXISTANT");
	}

	@Test
	void refusesAccountsThatMakeNoSense() throws Exception {
		for (String demande : List.of("{}", "[]", "{\"utilisateur\":\"a b c\",\"role\":\"support\"}",
				"{\"utilisateur\":\"durand\",\"role\":\"roi\"}",
				"{\"utilisateur\":\"durand\",\"role\":\"gestionnaire\"}",
				"{\"utilisateur\":\"durand\",\"role\":\"gestionnaire\",\"uai\":[\"*\"]}",
				"{\"utilisateur\":\"durand\",\"role\":\"gestionnaire\",\"uai\":[null]}",
				"{\"utilisateur\":\"durand\",\"role\":\"gestionnaire\",\"uai\":[\"0999999A\"]}")) {
			assertThat(probleme(poster("/api/v1/comptes", demande, "academie"))).as(demande)
				.isEqualTo("400 DEMANDE_INVALIDE");
		}
	}

	@Test
	void refusesNamesThatNoAccountCouldHave() throws Exception {
		assertThat(probleme(lire("/api/v1/depots", MediaType.ALL_VALUE, "a\0b", "secret")))
			.isEqualTo("401 NON_AUTHENTIFIE");
	}

	@Test
	void takesTheKeyAndNoOtherOne() throws Exception {
		assertThat(cle("la-cle").getStatus()).isEqualTo(200);
		assertThat(probleme(cle("une-cle"))).isEqualTo("401 NON_AUTHENTIFIE");
	}

	@Test
	void refusesAWritingCallFromAnotherSite() throws Exception {
		MockHttpServletResponse reponse = this.web
			.perform(MockMvcRequestBuilders.post("/api/v1/comptes")
				.header("Sec-Fetch-Site", "cross-site")
				.with(httpBasic("academie", "secret")))
			.andReturn()
			.getResponse();

		assertThat(probleme(reponse)).isEqualTo("403 DROIT_INSUFFISANT");
	}

	@Test
	void keepsPasswordsFromRulesAndConsumersOfTheViews() {
		assertThat(this.jdbc.sql("""
				SELECT has_table_privilege(role, 'echange.compte', 'SELECT')
				FROM unnest(ARRAY['passerelle_controle', 'passerelle_lecture']) AS role""").query(Boolean.class).list())
			.containsExactly(false, false);
	}

	@Test
	void describesItselfToWhoHasAnAccount() throws Exception {
		JsonNode description = arbre(lire("/v3/api-docs"));

		assertThat(description.findValuesAsText("name")).doesNotContain("compte", "createur", "perimetre");
		assertThat(description.get("paths").fieldNames()).toIterable()
			.contains("/api/v1/depots", "/api/v1/depots/{numero}/compte-rendu", "/api/v1/rejets/rejouer");
		assertThat(this.web.perform(MockMvcRequestBuilders.get("/v3/api-docs")).andReturn().getResponse().getStatus())
			.isEqualTo(401);
	}

	private NumeroDepot depot() {
		return this.depots.depose(UAI, "structures.xml");
	}

	private void rapporter(NumeroDepot numero) {
		CompteRendu.Ligne ligne = new CompteRendu.Ligne(new CompteRendu.Eleve("1", null, "DURAND", "Zoé", "4B"),
				"GROUPE", "GROUPE_A_01", "Groupe inconnu", "Un message.", "Une cause.", "Une action.", "rejet");
		this.depots.rapporter(numero,
				new CompteRendu(numero.toString(), UAI, "ELEGROUPE", "traite_avec_anomalies",
						new CompteRendu.Synthese(WebDEssai.MAINTENANT, "f.xml", "2025", 2025, 1L, 0L), null, List.of(),
						List.of(ligne), List.of(), Map.of("lien", new CompteRendu.Ecart(1, 2, 3, 4)), List.of()));
	}

	private MockHttpServletResponse deposer(String... contenus) throws Exception {
		var demande = MockMvcRequestBuilders.multipart("/api/v1/depots");
		for (String contenu : contenus) {
			demande.file(fichier(contenu));
		}
		return repondre(demande.with(httpBasic("chef-etablissement", "secret")));
	}

	private static MockMultipartFile fichier(String contenu) {
		return new MockMultipartFile("fichier", "C:\\dossier\\mon fichier é.xml", null, contenu.getBytes());
	}

	private MockHttpServletResponse lire(String adresse) throws Exception {
		return lire(adresse, MediaType.ALL_VALUE);
	}

	private MockHttpServletResponse lire(String adresse, String accept) throws Exception {
		return lire(adresse, accept, "chef-etablissement", "secret");
	}

	private MockHttpServletResponse lire(String adresse, String accept, String qui, String motDePasse)
			throws Exception {
		return repondre(MockMvcRequestBuilders.get(java.net.URI.create(adresse))
			.header("Accept", accept)
			.with(httpBasic(qui, motDePasse)));
	}

	private MockHttpServletResponse poster(String adresse, String corps) throws Exception {
		return poster(adresse, corps, "chef-etablissement");
	}

	private MockHttpServletResponse poster(String adresse, String corps, String qui) throws Exception {
		return repondre(MockMvcRequestBuilders.post(adresse)
			.contentType(MediaType.APPLICATION_JSON)
			.content(corps)
			.with(httpBasic(qui, "secret")));
	}

	private MockHttpServletResponse cle(String cle) throws Exception {
		return repondre(MockMvcRequestBuilders.get("/api/v1/depots").header("Authorization", "Bearer " + cle));
	}

	private MockHttpServletResponse repondre(AbstractMockHttpServletRequestBuilder<?> demande) throws Exception {
		MockHttpServletResponse reponse = this.web.perform(demande).andReturn().getResponse();
		reponse.setDefaultCharacterEncoding("UTF-8");
		return reponse;
	}

	private JsonNode arbre(MockHttpServletResponse reponse) throws Exception {
		return this.json.readTree(reponse.getContentAsByteArray());
	}

	/** Status and code of a problem that has all that contract §3 asks for. */
	private String probleme(MockHttpServletResponse reponse) throws Exception {
		JsonNode probleme = arbre(reponse);
		assertThat(reponse.getContentType()).isEqualTo("application/problem+json");
		assertThat(List.of("title", "detail", "action")).allMatch((cle) -> !probleme.path(cle).asText().isBlank());
		return reponse.getStatus() + " " + probleme.path("code").asText();
	}

}
