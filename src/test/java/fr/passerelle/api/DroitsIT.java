package fr.passerelle.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.referentiel.Apercu;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/** Every cell of role × action × own or other school. */
@WebTest
class DroitsIT {

	private static final String CHEZ_SOI = "0999999F";

	private static final String AILLEURS = "0750001U";

	private static final List<String> ACTIONS = List.of("lister", "lire", "compte-rendu", "apercu", "deposer",
			"confirmer", "annuler", "rejouer", "forcer", "etablissement", "rejets", "rejeu", "comptes", "livret",
			"periodes", "synchronisation");

	/** The answers of the actions above, own school first, then another one. */
	private static final Map<String, String> ATTENDUS = Map.of("academie",
			"200 200 200 200 202 202 202 202 202 200 200 202 201 200 400 403/200 200 200 200 202 202 202 202 202 200 200 202 201 200 400 403",
			"support",
			"200 200 200 200 202 202 202 202 202 200 200 202 403 200 400 403/404 404 404 404 422 404 404 404 404 404 200 404 403 404 404 403",
			"chef-etablissement",
			"200 200 200 200 202 202 202 202 202 200 200 202 403 200 400 422/404 404 404 404 422 404 404 404 404 404 200 404 403 404 404 404",
			"directeur-ecole",
			"200 200 200 200 202 202 202 202 202 200 200 202 403 200 400 403/404 404 404 404 422 404 404 404 404 404 200 404 403 404 404 404",
			"gestionnaire",
			"200 200 200 200 202 403 403 403 403 200 200 403 403 200 403 403/404 404 404 404 422 403 403 403 403 404 200 403 403 404 403 403",
			"admin-ent",
			"200 200 200 200 403 403 403 403 403 200 200 403 403 200 403 403/404 404 404 404 403 403 403 403 403 404 200 403 403 404 403 403",
			"consommateur",
			"403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403/403 403 403 403 403 403 403 403 403 403 403 403 403 403 403 403",
			"anonyme",
			"401 401 401 401 401 401 401 401 401 401 401 401 401 401 401 401/401 401 401 401 401 401 401 401 401 401 401 401 401 401 401 401");

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private DepotsDEssai depots;

	@Autowired
	private org.springframework.jdbc.core.simple.JdbcClient jdbc;

	static Stream<Arguments> cellules() {
		return ATTENDUS.entrySet().stream().flatMap((role) -> {
			String[] moities = role.getValue().split("/");
			return Stream.of(0, 1).flatMap((moitie) -> {
				String[] statuts = moities[moitie].split(" ");
				return ACTIONS.stream()
					.map((action) -> Arguments.of(role.getKey(), action, (moitie == 0) ? CHEZ_SOI : AILLEURS,
							Integer.parseInt(statuts[ACTIONS.indexOf(action)])));
			});
		});
	}

	@ParameterizedTest(name = "{0} : {1} {2} → {3}")
	@MethodSource("cellules")
	void answersEachRoleAsTheMatrixSays(String role, String action, String uai, int attendu) throws Exception {
		MockHttpServletRequestBuilder demande = demande(action, uai, role);
		if (!role.equals("anonyme")) {
			demande = demande.with(httpBasic(role, "secret"));
		}

		int statut = this.web.perform(demande).andReturn().getResponse().getStatus();

		assertThat(statut).isEqualTo(attendu);
	}

	private MockHttpServletRequestBuilder demande(String action, String uai, String role) {
		return switch (action) {
			case "lister" -> MockMvcRequestBuilders.get("/api/v1/depots?uai=" + uai);
			case "lire" -> MockMvcRequestBuilders.get("/api/v1/depots/" + depot(uai, Etat.DEPOSE));
			case "compte-rendu" ->
				MockMvcRequestBuilders.get("/api/v1/depots/" + annule(depot(uai, Etat.DEPOSE)) + "/compte-rendu");
			case "apercu" -> {
				given(this.apercus.apercu(any())).willReturn(new Apercu(List.of(), List.of()));
				yield MockMvcRequestBuilders.get("/api/v1/depots/" + depot(uai, Etat.DEPOSE) + "/apercu");
			}
			case "deposer" -> MockMvcRequestBuilders.multipart("/api/v1/depots")
				.file(new MockMultipartFile("fichier", "f.xml", null, ("depose " + uai + " STS_EMP").getBytes()));
			case "confirmer" -> decision(depot(uai, Etat.RETENU), action);
			case "annuler" -> decision(depot(uai, Etat.DEPOSE), action);
			case "rejouer" -> decision(depot(uai, Etat.EN_ECHEC), action);
			case "forcer" -> decision(depot(uai, Etat.PERIME), action);
			case "etablissement" -> MockMvcRequestBuilders.get("/api/v1/etablissements/" + connu(uai));
			case "rejets" -> MockMvcRequestBuilders.get("/api/v1/rejets");
			case "rejeu" -> json("/api/v1/rejets/rejouer", "{\"motif\":\"essai\",\"uai\":\"" + uai + "\"}");
			case "livret" -> MockMvcRequestBuilders.get("/api/v1/etablissements/" + livret(uai) + "/lsu");
			case "periodes" -> MockMvcRequestBuilders.put("/api/v1/etablissements/" + livret(uai) + "/lsu/periodes")
				.contentType(MediaType.APPLICATION_JSON)
				.content("{}");
			case "synchronisation" ->
				json("/api/v1/etablissements/" + livret(uai) + "/lsu/synchronisations", "{\"divisions\":[]}");
			default ->
				json("/api/v1/comptes", "{\"utilisateur\":\"nouveau-%s-%s\",\"role\":\"gestionnaire\",\"uai\":[\"%s\"]}"
					.formatted(role, uai, uai));
		};
	}

	private static MockHttpServletRequestBuilder decision(NumeroDepot numero, String action) {
		return json("/api/v1/depots/" + numero + "/" + action, "{\"motif\":\"essai\"}");
	}

	private static MockHttpServletRequestBuilder json(String adresse, String corps) {
		return MockMvcRequestBuilders.post(adresse).contentType(MediaType.APPLICATION_JSON).content(corps);
	}

	/** A collège that has arrived in the LSU. */
	private String livret(String uai) {
		this.jdbc.sql("""
				INSERT INTO lsu.etablissement (uai, degre, annee_scolaire, numero_depot) VALUES (?, '2D', 2025, 18)
				ON CONFLICT DO NOTHING""").param(uai).update();
		return uai;
	}

	private NumeroDepot depot(String uai, Etat etat) {
		NumeroDepot numero = this.depots.recu(uai, "f.xml");
		this.depots.decrire(numero, uai, "STS_EMP");
		if (etat == Etat.RETENU) {
			this.depots.passer(numero, Etat.DEPOSE);
			this.depots.passer(numero, Etat.EN_TRAITEMENT);
		}
		this.depots.passer(numero, etat);
		return numero;
	}

	private NumeroDepot annule(NumeroDepot numero) {
		this.depots.rapporter(numero, new fr.passerelle.journal.CompteRendu(numero.toString(), null, null, "annule",
				null, null, List.of(), List.of(), List.of(), Map.of(), List.of()));
		return numero;
	}

	private String connu(String uai) {
		this.jdbc.sql(
				"INSERT INTO echange.etablissement (uai, territoire, connu_le, numero) VALUES (?, 'metropole', now(), ?) ON CONFLICT DO NOTHING")
			.params(uai, depot(uai, Etat.DEPOSE).valeur())
			.update();
		return uai;
	}

}
