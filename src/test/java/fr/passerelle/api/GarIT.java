package fr.passerelle.api;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

/** What is asked of the GAR by the API, and by whom. */
@WebTest
class GarIT {

	private static final String RESPONSABLES = "/api/v1/etablissements/0999999F/gar/responsables";

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void someoneOfTheStaff() {
		this.jdbc.sql("DELETE FROM ent.gar_responsable").update();
		this.jdbc.sql("DELETE FROM ent.presence").update();
		this.jdbc
			.sql("""
					INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, numero_depot)
					VALUES ('0999999F', 2025, 'STS', 'epp:1', 41, 'Enseignant', 'MABILLE', 'Hortense', 1)""")
			.update();
	}

	@Test
	void theHeadNamesAndWithdrawsAResponsable() throws Exception {
		assertThat(nommer(41, "{\"courriel\":\"h.mabille@exemple.invalid\"}", "chef-etablissement").getStatus())
			.isEqualTo(204);
		assertThat(appeler(get(RESPONSABLES), "gestionnaire").getContentAsString()).isEqualTo(
				"{\"elements\":[{\"personneId\":41,\"courriel\":\"h.mabille@exemple.invalid\"}],\"total\":1,\"page\":0,\"taille\":1}");
		assertThat(appeler(delete(RESPONSABLES + "/41"), "chef-etablissement").getStatus()).isEqualTo(204);
		assertThat(appeler(delete(RESPONSABLES + "/41"), "chef-etablissement").getStatus()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "41, {}, GAR_RA_COURRIEL", "42, '{\"courriel\":\"a@exemple.invalid\"}', GAR_RA_PERSONNE" })
	void whoCannotBeNamedIsToldWhy(long personne, String corps, String code) throws Exception {
		MockHttpServletResponse reponse = nommer(personne, corps, "chef-etablissement");

		assertThat(reponse.getStatus()).isEqualTo(422);
		assertThat(JsonPath.<String>read(reponse.getContentAsString(), "$.code")).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "chef-etablissement, 0999999F, 204", "academie, 0999999F, 204", "gestionnaire, 0999999F, 403",
			"consommateur, 0999999F, 403", "chef-etablissement, 0750001U, 404" })
	void onlyWhoDecidesForTheSchoolNames(String compte, String uai, int statut) throws Exception {
		assertThat(appeler(
				put("/api/v1/etablissements/" + uai + "/gar/responsables/41").contentType(MediaType.APPLICATION_JSON)
					.content("{\"courriel\":\"a@exemple.invalid\"}"),
				compte)
			.getStatus()).isEqualTo(statut);
	}

	@Test
	void aParcelIsDownloadedWithItsDigest() throws Exception {
		String paquet = appeler(
				post("/api/v1/flux/gar/publications").contentType(MediaType.APPLICATION_JSON).content("{}"),
				"chef-etablissement")
			.getContentAsString();
		String ici = "/api/v1/flux/gar/" + JsonPath.read(paquet, "$.paquet");
		String md5 = JsonPath.read(paquet, "$.archives[1]");

		byte[] archive = appeler(get(ici).accept("application/gzip"), "chef-etablissement").getContentAsByteArray();

		assertThat(appeler(get(ici).param("fichier", md5), "chef-etablissement").getContentAsString().strip())
			.isEqualTo(org.apache.commons.codec.digest.DigestUtils.md5Hex(archive));
		assertThat(
				appeler(get(ici).param("fichier", "../../../data/acces.properties"), "chef-etablissement").getStatus())
			.isEqualTo(404);
	}

	@Test
	void whatIsKeptUntilItsHourIsNotThereForItsConsumer() throws Exception {
		this.jdbc.sql("DELETE FROM echange.paquet").update();
		this.jdbc
			.sql("""
					INSERT INTO echange.paquet (paquet, flux, consommateur, uai, demandeur, cree_le, valide, comptes, ecartes, fautes, taille, empreinte,
					                            archives, visible_le)
					VALUES ('20250901-080000-950-2D', 'gar', 'consommateur', '{0999999F}', 'planification', now(), true, '{}', '[]', '[]', 1, repeat('a', 64),
					        '{a.tar.gz}', now() + interval '2 days')""")
			.update();

		assertThat(appeler(get("/api/v1/flux/gar/20250901-080000-950-2D"), "consommateur").getStatus()).isEqualTo(404);
		assertThat(appeler(get("/api/v1/flux/gar/20250901-080000-950-2D"), "chef-etablissement").getStatus())
			.isEqualTo(200);
		assertThat(
				appeler(get("/api/v1/flux/gar/20250901-080000-950-2D").accept("application/gzip"), "chef-etablissement")
					.getStatus())
			.isEqualTo(404);
	}

	@Test
	void whenAChangeIsSeenIsNotSaidWithoutASchedule() throws Exception {
		assertThat(appeler(get("/api/v1/flux/gar/effet"), "academie").getContentAsString()).isEqualTo(
				"{\"elements\":[{\"consommateur\":\"defaut\",\"effetLe\":null}],\"total\":1,\"page\":0,\"taille\":1}");
		assertThat(appeler(get("/api/v1/flux/gar/effet"), "consommateur").getContentAsString()).contains("\"total\":0");
	}

	private MockHttpServletResponse nommer(long personne, String corps, String compte) throws Exception {
		return appeler(put(RESPONSABLES + "/" + personne).contentType(MediaType.APPLICATION_JSON).content(corps),
				compte);
	}

	private MockHttpServletResponse appeler(MockHttpServletRequestBuilder demande, String compte) throws Exception {
		return this.web.perform(demande.with(httpBasic(compte, "secret"))).andReturn().getResponse();
	}

}
