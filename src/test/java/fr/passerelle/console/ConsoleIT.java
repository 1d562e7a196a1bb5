package fr.passerelle.console;

import fr.passerelle.api.DepotsDEssai;
import fr.passerelle.api.WebTest;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

@WebTest
class ConsoleIT {

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private DepotsDEssai depots;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void sendsWhoIsUnknownToTheLoginPage() throws Exception {
		MockHttpServletResponse reponse = this.web
			.perform(MockMvcRequestBuilders.get("/").header("Accept", "text/html"))
			.andReturn()
			.getResponse();

		assertThat(reponse.getStatus()).isEqualTo(302);
		assertThat(reponse.getRedirectedUrl()).endsWith("/connexion");
	}

	@Test
	void showsTheLoginPageWithItsCsrfToken() throws Exception {
		String page = this.web.perform(MockMvcRequestBuilders.get("/connexion"))
			.andReturn()
			.getResponse()
			.getContentAsString();

		assertThat(page).contains("<html lang=\"fr\">", "Nom d'utilisateur", "name=\"_csrf\"");
	}

	@Test
	void showsASchoolItsDepositsAndNoOthers() throws Exception {
		NumeroDepot chezSoi = depot("0999999F");
		NumeroDepot ailleurs = depot("0750001U");

		String page = accueil("chef-etablissement");

		assertThat(page)
			.contains("<th scope=\"row\">" + chezSoi + "</th>", "Fichier déposé", "&lt;script&gt;", "0999999F</strong>")
			.doesNotContain("<th scope=\"row\">" + ailleurs + "</th>", "<script>");
	}

	@Test
	void offersTheFormOnlyToWhoMayDeposit() throws Exception {
		assertThat(accueil("gestionnaire")).contains("Déposer un fichier");
		assertThat(accueil("admin-ent")).doesNotContain("Déposer un fichier");
		assertThat(statut(httpBasicGet("/", "consommateur"))).isEqualTo(403);
	}

	@Test
	void takesAFileWithTheTokenOnly() throws Exception {
		var demande = MockMvcRequestBuilders.multipart("/depots")
			.file(new MockMultipartFile("fichier", "C:\\dossier\\f.xml", null, "depose 0999999F STS_EMP".getBytes()))
			.with(httpBasic("chef-etablissement", "secret"));

		assertThat(this.web.perform(demande).andReturn().getResponse().getStatus()).isEqualTo(403);
		MvcResult resultat = this.web.perform(demande.with(csrf())).andReturn();
		assertThat(resultat.getResponse().getRedirectedUrl()).isEqualTo("/");
		assertThat(resultat.getFlashMap().get("verdict")).extracting("fichier").isEqualTo("f.xml");
		assertThat(resultat.getFlashMap().get("verdict")).extracting("etat")
			.isEqualTo(new EtatAffiche("Fichier déposé", "•", "neutre"));
	}

	@Test
	void saysForWhichSchoolAndYearOneWorks() throws Exception {
		assertThat(accueil("chef-etablissement")).contains("<strong>0999999F</strong>", "<strong>2025-2026</strong>")
			.doesNotContain("Changer d'établissement");
		assertThat(accueil("deux-ecoles")).contains("<strong>tous</strong>", "Changer d'établissement");
	}

	@Test
	void changesSchoolWithoutLeaving() throws Exception {
		MockHttpSession session = session("deux-ecoles");
		NumeroDepot ici = depot("0999999F");
		NumeroDepot ailleurs = depot("0750001U");

		changer(session, "0750001u");

		assertThat(page(session)).contains("<th scope=\"row\">" + ailleurs + "</th>", "<strong>0750001U</strong>")
			.doesNotContain("<th scope=\"row\">" + ici + "</th>");
		assertThat(changer(session, "0759901E")).isEqualTo("Ce code UAI n'est pas celui d'un de vos établissements.");
		assertThat(page(session)).contains("<strong>0750001U</strong>");
		changer(session, "");
		assertThat(page(session)).contains("<th scope=\"row\">" + ailleurs + "</th>",
				"<th scope=\"row\">" + ici + "</th>");
	}

	@Test
	void refusesAFormOpenedForAnotherSchool() throws Exception {
		MockHttpSession session = session("deux-ecoles");
		changer(session, "0999999F");
		var formulaire = MockMvcRequestBuilders.multipart("/depots")
			.file(new MockMultipartFile("fichier", "f.xml", null, "depose 0999999F STS_EMP".getBytes()))
			.param("etablissement", "0999999F")
			.session(session)
			.with(csrf());

		changer(session, "0750001U");
		MvcResult resultat = this.web.perform(formulaire).andReturn();

		assertThat(resultat.getFlashMap().keySet()).containsExactly("erreur");
		assertThat(resultat.getFlashMap().get("erreur").toString()).startsWith("Vous avez changé d'établissement");
		changer(session, "0999999F");
		assertThat(this.web.perform(formulaire).andReturn().getFlashMap().get("verdict")).isNotNull();
	}

	@Test
	void hidesTheReportOfAnotherSchool() throws Exception {
		NumeroDepot ailleurs = depot("0750001U");
		this.depots.passer(ailleurs, Etat.ANNULE);

		assertThat(statut(httpBasicGet("/depots/" + ailleurs + "/compte-rendu", "chef-etablissement"))).isEqualTo(404);
		assertThat(statut(httpBasicGet("/depots/" + ailleurs + "/compte-rendu.csv", "chef-etablissement")))
			.isEqualTo(404);
		assertThat(statut(httpBasicGet("/depots/x/compte-rendu", "chef-etablissement"))).isEqualTo(404);
	}

	@Test
	void endsTheSessionWhoseAccountLostItsRole() throws Exception {
		this.jdbc.sql("""
				INSERT INTO echange.compte (utilisateur, motdepasse, role, uais, cree_le, cree_par)
				VALUES ('partant', ?, 'chef-etablissement', '{0999999F}', now(), 'essai')""")
			.param(new BCryptPasswordEncoder(4).encode("secret"))
			.update();
		MockHttpSession session = session("partant");
		assertThat(statut(MockMvcRequestBuilders.get("/").session(session))).isEqualTo(200);

		this.jdbc.sql("UPDATE echange.compte SET role = 'consommateur' WHERE utilisateur = 'partant'").update();

		assertThat(statut(MockMvcRequestBuilders.get("/").header("Accept", "text/html").session(session)))
			.isEqualTo(302);
		assertThat(session.isInvalid()).isTrue();
	}

	private MockHttpSession session(String qui) throws Exception {
		return (MockHttpSession) this.web
			.perform(MockMvcRequestBuilders.post("/connexion")
				.param("username", qui)
				.param("password", "secret")
				.with(csrf()))
			.andReturn()
			.getRequest()
			.getSession();
	}

	private String page(MockHttpSession session) throws Exception {
		return this.web.perform(MockMvcRequestBuilders.get("/").session(session))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	/** What the person is told, null when the school was changed. */
	private Object changer(MockHttpSession session, String uai) throws Exception {
		return this.web
			.perform(MockMvcRequestBuilders.post("/etablissement").param("uai", uai).session(session).with(csrf()))
			.andReturn()
			.getFlashMap()
			.get("erreur");
	}

	private NumeroDepot depot(String uai) {
		return this.depots.depose(uai, "<script>.xml");
	}

	private String accueil(String qui) throws Exception {
		return this.web.perform(httpBasicGet("/", qui)).andReturn().getResponse().getContentAsString();
	}

	private int statut(org.springframework.test.web.servlet.RequestBuilder demande) throws Exception {
		return this.web.perform(demande).andReturn().getResponse().getStatus();
	}

	private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder httpBasicGet(
			String adresse, String qui) {
		return MockMvcRequestBuilders.get(adresse).header("Accept", "text/html").with(httpBasic(qui, "secret"));
	}

}
