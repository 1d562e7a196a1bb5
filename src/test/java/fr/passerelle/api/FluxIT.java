package fr.passerelle.api;

import java.util.List;

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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Who sees which package. School 0999999F is everybody's but the académie's. */
@WebTest
class FluxIT {

	private static final String A_TOUS = "20250901-080000-901";

	private static final String AU_CONSOMMATEUR = "20250901-080000-902";

	private static final String DE_L_ECOLE = "20250901-080000-903";

	private static final String MELE = "20250901-080000-904";

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void fourPackages() {
		this.jdbc.sql("DELETE FROM echange.paquet").update();
		ajouter(A_TOUS, "defaut", "0999999F,0750001U", "[]");
		ajouter(AU_CONSOMMATEUR, "consommateur", "0999999F", "[]");
		ajouter(DE_L_ECOLE, "defaut", "0999999F", "[]");
		ajouter(MELE, "defaut", "0999999F",
				"[{\"uai\":\"0750001U\",\"objet\":\"bilan\",\"motif\":\"non verrouillé\"}]");
	}

	@ParameterizedTest
	@CsvSource({ "academie, 904 903 902 901", "consommateur, 902", "chef-etablissement, 903 902",
			"deux-ecoles, 904 903 902 901", "admin-ent, 903 902" })
	void eachSeesItsPackagesAndNoOther(String compte, String attendus) throws Exception {
		MockHttpServletResponse reponse = appeler(get("/api/v1/flux/lsu"), compte);

		List<String> paquets = JsonPath.read(reponse.getContentAsString(), "$.elements[*].paquet");
		assertThat(paquets.stream().map((nom) -> nom.substring(16)).toList()).containsExactly(attendus.split(" "));
	}

	@ParameterizedTest
	@CsvSource({ "academie, 200", "consommateur, 404", "chef-etablissement, 404", "deux-ecoles, 200",
			"gestionnaire, 403" })
	void thePackageOfAnotherDoesNotExist(String compte, int statut) throws Exception {
		assertThat(appeler(get("/api/v1/flux/lsu/" + A_TOUS), compte).getStatus()).isEqualTo(statut);
	}

	@Test
	void aPackageSaysWhatItHoldsAndAnArchiveThatIsGoneIsNotFound() throws Exception {
		String paquet = appeler(get("/api/v1/flux/lsu/" + DE_L_ECOLE), "academie").getContentAsString();

		assertThat(JsonPath.<String>read(paquet, "$.empreinte")).hasSize(64);
		assertThat(JsonPath.<Boolean>read(paquet, "$.valide")).isTrue();
		assertThat(appeler(get("/api/v1/flux/lsu/" + DE_L_ECOLE).accept("application/zip"), "academie").getStatus())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?taille=2                                  | 904 903         | 4
			?page=1&taille=3                           | 901             | 4
			?page=7                                    |                 | 4
			?depuis=2025-09-01T08:00:00Z               | 904 903 902 901 | 4
			?depuis=2025-09-02                         |                 | 0
			""")
	void aListIsReadPageByPage(String demande, String attendus, int total) throws Exception {
		String reponse = appeler(get("/api/v1/flux/lsu" + demande), "academie").getContentAsString();

		List<String> paquets = JsonPath.read(reponse, "$.elements[*].paquet");
		assertThat(paquets.stream().map((nom) -> nom.substring(16)))
			.containsExactly((attendus != null) ? attendus.split(" ") : new String[0]);
		assertThat(JsonPath.<Integer>read(reponse, "$.total")).isEqualTo(total);
	}

	@Test
	void aPageSaysWhichOneItIsAndNoPageIsTooLarge() throws Exception {
		String reponse = appeler(get("/api/v1/flux/lsu"), "chef-etablissement").getContentAsString();

		assertThat(JsonPath.<Integer>read(reponse, "$.page")).isZero();
		assertThat(JsonPath.<Integer>read(reponse, "$.taille")).isEqualTo(50);
		assertThat(JsonPath.<Integer>read(reponse, "$.total")).isEqualTo(2);
		for (String demande : List.of("?taille=501", "?taille=0", "?page=-1", "?depuis=hier")) {
			assertThat(appeler(get("/api/v1/flux/lsu" + demande), "academie").getStatus()).as(demande).isEqualTo(400);
		}
	}

	@Test
	void aConsumerDoesNotSeeWhatWaitsOutOfSight() throws Exception {
		this.jdbc.sql("UPDATE echange.paquet SET montre_le = NULL").update();

		assertThat(appeler(get("/api/v1/flux/lsu/" + AU_CONSOMMATEUR), "consommateur").getStatus()).isEqualTo(404);
		assertThat(JsonPath.<Integer>read(appeler(get("/api/v1/flux/lsu"), "consommateur").getContentAsString(),
				"$.total"))
			.isZero();
		assertThat(appeler(get("/api/v1/flux/lsu/" + AU_CONSOMMATEUR), "academie").getStatus()).isEqualTo(200);
	}

	@Test
	void aPackageThatWasPurgedSaysSoAndSinceWhen() throws Exception {
		this.jdbc.sql("UPDATE echange.paquet SET purge_le = '2025-12-03 08:00Z'").update();

		MockHttpServletResponse archive = appeler(
				get("/api/v1/flux/lsu/" + DE_L_ECOLE).accept("application/zip", "application/problem+json"),
				"academie");
		MockHttpServletResponse description = appeler(get("/api/v1/flux/lsu/" + DE_L_ECOLE), "academie");

		assertThat(archive.getStatus()).isEqualTo(410);
		assertThat(archive.getContentType()).isEqualTo("application/problem+json");
		assertThat(JsonPath.<String>read(archive.getContentAsString(), "$.code")).isEqualTo("PAQUET_PURGE");
		assertThat(JsonPath.<String>read(archive.getContentAsString(), "$.title"))
			.isEqualTo("Ce paquet a été purgé le 03/12/2025.");
		assertThat(JsonPath.<String>read(description.getContentAsString(), "$.purgeLe"))
			.isEqualTo("2025-12-03T08:00:00Z");
	}

	@Test
	void aPackageMadeNowIsDownloadedAsItsArchive() throws Exception {
		String paquet = publier("academie", "{}", 202);

		MockHttpServletResponse archive = appeler(
				get("/api/v1/flux/lsu/" + JsonPath.read(paquet, "$.paquet")).accept("application/zip"), "academie");

		assertThat(archive.getContentType()).isEqualTo("application/zip");
		assertThat(org.apache.commons.codec.digest.DigestUtils.sha256Hex(archive.getContentAsByteArray()))
			.isEqualTo(JsonPath.read(paquet, "$.empreinte"));
	}

	@Test
	void aFeedThatIsSentAsATarballIsDownloadedAsOne() throws Exception {
		this.jdbc
			.sql("""
					INSERT INTO ent.structure (uai, annee_scolaire, nom, numero_depot) VALUES ('0999999F', 2024, 'ESSAI', 1);
					INSERT INTO ent.structure_numero (uai) VALUES ('0999999F');
					INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
					VALUES ('0999999F', 2024, 'SIECLE_ELEVE', '1', nextval('ent.numero_personne'), 'Eleve', 'OZANNE', 'Timéo', '2014-03-01', 1)""")
			.update();

		String paquet = publier("academie", "aaf", "{}", 202);
		this.jdbc.sql("DELETE FROM ent.presence; DELETE FROM ent.structure; DELETE FROM ent.structure_numero").update();
		MockHttpServletResponse archive = appeler(
				get("/api/v1/flux/aaf/" + JsonPath.read(paquet, "$.paquet")).accept("application/gzip"), "academie");

		assertThat(JsonPath.<List<String>>read(paquet, "$.fautes")).isEmpty();
		assertThat(archive.getContentType()).isEqualTo("application/gzip");
		assertThat(archive.getHeader("Content-Disposition")).contains(".tgz");
		assertThat(org.apache.commons.codec.digest.DigestUtils.sha256Hex(archive.getContentAsByteArray()))
			.isEqualTo(JsonPath.read(paquet, "$.empreinte"));
	}

	@Test
	void onlyWhoDecidesMayPublishAndForItsSchoolsOnly() throws Exception {
		publier("consommateur", "{}", 403);
		publier("admin-ent", "{}", 403);
		publier("chef-etablissement", "{\"uai\":\"0750001U\"}", 404);
		publier("chef-etablissement", "{\"uai\":\"0999999F\"}", 202);
		publier("academie", "{\"consommateur\":\"inconnu\"}", 404);
	}

	@Test
	void aFeedThatDoesNotExistIsNotFound() throws Exception {
		assertThat(appeler(get("/api/v1/flux/inconnu"), "academie").getStatus()).isEqualTo(404);
	}

	private String publier(String compte, String corps, int statut) throws Exception {
		return publier(compte, "lsu", corps, statut);
	}

	private String publier(String compte, String flux, String corps, int statut) throws Exception {
		MockHttpServletResponse reponse = appeler(
				post("/api/v1/flux/" + flux + "/publications").contentType(MediaType.APPLICATION_JSON).content(corps),
				compte);
		assertThat(reponse.getStatus()).isEqualTo(statut);
		return reponse.getContentAsString();
	}

	private MockHttpServletResponse appeler(MockHttpServletRequestBuilder demande, String compte) throws Exception {
		return this.web.perform(demande.with(httpBasic(compte, "secret"))).andReturn().getResponse();
	}

	private void ajouter(String paquet, String consommateur, String uais, String ecartes) {
		this.jdbc
			.sql("""
					INSERT INTO echange.paquet (paquet, flux, consommateur, uai, demandeur, cree_le, valide, comptes, ecartes, fautes, taille, empreinte, archives, montre_le)
					VALUES (?, 'lsu', ?, string_to_array(?, ','), 'essai', '2025-09-01 08:00Z', true, '{}', ?::jsonb, '[]', 1, repeat('a', 64), '{a.zip}', now())""")
			.params(paquet, consommateur, uais, ecartes)
			.update();
	}

}
