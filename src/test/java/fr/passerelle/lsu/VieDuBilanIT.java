package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scenarios F: the life of a bilan, failures (LSU R56–R64), and the calls around them.
 */
class VieDuBilanIT extends LivretDEssai {

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Test
	@DisplayName("SC-57, what the store shows: an imported bilan is locked and keeps its identity")
	void sc57AnImportedBilanIsLockedAndKeepsItsIdentity() {
		ecole();
		long s1 = importe("1000000003", 1);
		changeEleve("1000000003", "prenom = 'Lisa'");

		JsonNode rapport = synchroniser(ECOLE, "CM1-2");

		JsonNode montre = montre(ECOLE, s1);
		assertThat(List.of(montre.get("etat").asText(), montre.get("mode").asText(), montre.get("dateVerrou").asText()))
			.containsExactly("VERROUILLE", "IMPORT", "2026-01-30T18:00:00");
		assertThat(nomMontre(ECOLE, s1)).isEqualTo("Lison Fabrègue");
		assertThat(archives("1000000003")).containsExactly("Lison Fabrègue");
		assertThat(lignes(rapport)).contains("L'élève Lisa Fabrègue (CM1-2) a été mis à jour.");
	}

	@Test
	@DisplayName("SC-58 one run at a time; a source that stops answering ends it, and a later run completes it")
	void sc58OneRunAtATimeAndASourceThatStopsAnsweringEndsIt() {
		ecole();
		verrouiller(ECOLE, bilan(ECOLE, "1000000001", 1), bilan(ECOLE, "1000000002", 1));
		changeEleve("1000000001", "prenom = 'Maëlle'");
		changeEleve("1000000002", "prenom = 'Omar'");
		change("""
				CREATE OR REPLACE FUNCTION public.panne() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN IF NEW.prenoms = 'Maëlle' THEN RAISE 'the source is away' USING ERRCODE = '08006'; END IF; RETURN NEW; END $$;
				CREATE TRIGGER panne BEFORE INSERT ON lsu.eleve_version FOR EACH ROW EXECUTE FUNCTION public.panne()""");

		long premiere = lancer(ECOLE, "{\"divisions\":[\"CE2-1\"]}");
		MockHttpServletResponse seconde = demander(ECOLE, "dir-sorbiers", "{\"divisions\":[\"CE2-1\"]}");
		this.step.executer(Long.toString(premiere));

		assertThat(seconde.getStatus()).isEqualTo(409);
		assertThat(arbre(seconde).get("title").asText())
			.isEqualTo("Une synchronisation est déjà en cours pour cet établissement.");
		JsonNode rapport = lire(ECOLE, premiere);
		assertThat(rapport.get("etat").asText()).isEqualTo("ECHEC");
		assertThat(rapport.get("avancement").asInt()).isBetween(1, 99);
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : CE2-1",
				"L'établissement a bien été mis à jour", "L'élève Omar Delclos (CE2-1) a été mis à jour.",
				"ERREUR La synchronisation a été interrompue : la base de données n'a pas répondu.");
		assertThat(courant("1000000002")).isEqualTo("Omar Delclos");

		change("DROP TRIGGER panne ON lsu.eleve_version");
		JsonNode suivante = synchroniser(ECOLE, "CE2-1");

		assertThat(lignes(suivante)).contains("L'élève Maëlle Kervella (CE2-1) a été mis à jour.", FIN)
			.noneMatch((ligne) -> ligne.contains("Omar"));
		assertThat(archives("1000000001")).containsExactly("Maëlys Kervella");
		assertThat(archives("1000000002")).containsExactly("Oumar Delclos");
	}

	@Test
	void aMessageThatComesTwiceRunsOnce() {
		college();
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");
		long id = lancer(COLLEGE, "{\"divisions\":[\"6EME B\"]}");

		this.step.executer(Long.toString(id));
		JsonNode rapport = lire(COLLEGE, id);
		this.step.executer(Long.toString(id));

		assertThat(lire(COLLEGE, id)).isEqualTo(rapport);
	}

	@Test
	void aRunWhoseHolderDiedIsCalledAgainAndSaysNothingTwice() {
		college();
		change("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700102'");
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");
		long id = lancer(COLLEGE, "{\"divisions\":[\"6EME B\"]}");
		this.step.executer(Long.toString(id));
		List<String> lignes = lignes(lire(COLLEGE, id));
		change("""
				DELETE FROM lsu.sync_message WHERE code = 'LSU_M3' AND sync_id = %1$d;
				UPDATE lsu.sync_execution SET etat = 'EN_COURS', fin = NULL, porteur = 'un autre', bail_expire_le = '2025-08-31' WHERE id = %1$d;
				TRUNCATE echange.outbox"""
			.formatted(id));

		this.step.veiller();
		assertThat(sql("SELECT corps #>> '{}' FROM echange.outbox WHERE adresse = 'passerelle.synchronisations'"))
			.containsExactly(Long.toString(id));
		this.step.executer(Long.toString(id));

		assertThat(lignes(lire(COLLEGE, id))).isEqualTo(lignes);
		assertThat(lire(COLLEGE, id).get("etat").asText()).isEqualTo("TERMINEE");
	}

	@Test
	void aRunThatStopsTheHubAgainAndAgainIsEnded() {
		college();
		long id = lancer(COLLEGE, "{\"divisions\":[\"6EME B\"]}");
		change("UPDATE lsu.sync_execution SET tentatives = 3 WHERE id = " + id);

		this.step.executer(Long.toString(id));

		assertThat(lire(COLLEGE, id).get("etat").asText()).isEqualTo("ECHEC");
		assertThat(lignes(lire(COLLEGE, id))).endsWith(
				"ERREUR La synchronisation a été interrompue : la passerelle s'est arrêtée plusieurs fois pendant cette synchronisation.");
	}

	@Test
	void eachRunIsToldToConsumersByIdentifiersOnly() {
		college();
		verrouiller(COLLEGE, bilan(COLLEGE, "700102", 1));
		changeEleve("700102", "prenom2 = 'Aurore'");
		change("TRUNCATE echange.outbox");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		List<String> corps = sql("SELECT corps::text FROM echange.outbox WHERE adresse = 'passerelle.evenements.lsu'");
		assertThat(corps).hasSize(1);
		assertThat(arbreDe(corps.get(0))).isEqualTo(arbreDe("""
				{"type":"synchronisation","uai":"0009201B","anneeScolaire":2025,"synchronisation":%s,"etat":"TERMINEE",
				"divisions":["6EME B"],"eleves":["700102"],"compteurs":{"archives":1,"eleves":1}}"""
			.formatted(rapport.get("id"))));
		assertThat(sql("SELECT entetes::text FROM echange.outbox WHERE adresse = 'passerelle.evenements.lsu'"))
			.containsExactly("{\"uai\": \"0009201B\", \"type\": \"synchronisation\"}");
	}

	@Test
	void anImportedBilanIsNotUnlocked() {
		ecole();
		long s1 = importe("1000000003", 1);

		MockHttpServletResponse reponse = appeler(HttpMethod.POST, "/etablissements/0009101T/lsu/bilans/deverrouiller",
				"dir-sorbiers", "{\"bilans\":[" + s1 + "]}");

		assertThat(reponse.getStatus()).isEqualTo(409);
		assertThat(arbre(reponse).get("code").asText()).isEqualTo("LSU_BILAN_IMPORTE");
	}

	@Test
	void aBilanIsMadeOnlyWhereItCanBe() {
		ecole();
		college();

		assertThat(refus(ECOLE, "{\"eleve\":\"1000000003\",\"periode\":1}")).isEqualTo("409 LSU_CLASSE_IMPORT");
		assertThat(refus(ECOLE, "{\"eleve\":\"inconnu\",\"periode\":1}")).isEqualTo("422 LSU_ELEVE_INCONNU");
		assertThat(refus(ECOLE, "{\"eleve\":\"1000000001\",\"periode\":3}")).isEqualTo("409 LSU_W2");
		assertThat(refus(ECOLE, "{\"eleve\":\"1000000001\"}")).isEqualTo("400 DEMANDE_INVALIDE");
		assertThat(refus(COLLEGE, "{\"eleve\":\"700101\",\"periode\":1,\"acquis\":[{\"discipline\":\"999999\"}]}"))
			.isEqualTo("422 LSU_SERVICE_INCONNU");
		bilan(COLLEGE, "700101", 1);
		assertThat(refus(COLLEGE, "{\"eleve\":\"700101\",\"periode\":1}")).isEqualTo("409 LSU_BILAN_EXISTANT");
		assertThat(demander(COLLEGE, "chef-vautrin", "{\"divisions\":[\"6EME Z\"]}").getStatus()).isEqualTo(422);
		assertThat(arbre(appeler(HttpMethod.POST, "/etablissements/" + COLLEGE + "/lsu/bilans/verrouiller",
				"chef-vautrin", "{\"bilans\":[99]}"))
			.get("code")
			.asText()).isEqualTo("LSU_BILAN_INCONNU");
		assertThat(arbre(demander(COLLEGE, "chef-vautrin", "{\"toutes\":true,\"reverrouiller\":[99]}")).get("code")
			.asText()).isEqualTo("LSU_BILAN_A_REVERROUILLER");
	}

	private String refus(String uai, String corps) {
		MockHttpServletResponse reponse = appeler(HttpMethod.POST, "/etablissements/" + uai + "/lsu/bilans",
				tenant(uai), corps);
		return reponse.getStatus() + " " + arbre(reponse).path("code").asText();
	}

	@Test
	void periodsAreSharedCorrectedInPlaceAndKeptOnceBilansAreLocked() {
		college();
		String identifiants = "SELECT string_agg(id::text, ',' ORDER BY id) FROM lsu.v_periode";
		List<String> avant = sql(identifiants);
		long bilan = bilan(COLLEGE, "700101", 1);

		assertThat(regler("2025-12-02", "6EME A", "6EME B", "3EME C")).isEqualTo("204");
		assertThat(sql(identifiants)).isEqualTo(avant);
		assertThat(sql("SELECT date_fin::text FROM lsu.v_periode WHERE indice = 1")).containsExactly("2025-12-02");
		assertThat(regler("2025-12-03", "6EME A")).isEqualTo("204");
		assertThat(sql("SELECT divisions::text FROM lsu.v_periode WHERE indice = 1 ORDER BY date_fin"))
			.containsExactly("{\"3EME C\",\"6EME B\"}", "{\"6EME A\"}");
		assertThat(regler("2025-12-03", "6EME B")).isEqualTo("409 LSU_PERIODES_PRISES");
		verrouiller(COLLEGE, bilan);
		assertThat(regler("2025-12-04", "6EME B", "3EME C")).isEqualTo("409 LSU_PERIODES_PRISES");
		assertThat(regler("2025-08-01", "6EME A")).isEqualTo("422 LSU_PERIODES_FAUSSES");
		assertThat(regler("2025-12-03", "6EME Z")).isEqualTo("422 LSU_CLASSE_INCONNUE");
	}

	/** Three periods, the first one ending on this day, the second beginning the next. */
	private String regler(String fin, String... divisions) {
		String suivant = java.time.LocalDate.parse(fin).plusDays(1).toString();
		MockHttpServletResponse reponse = appeler(HttpMethod.PUT, "/etablissements/0009201B/lsu/periodes",
				"chef-vautrin",
				"""
						{"anneeScolaire":2025,"divisions":%s,"modeSource":"saisie","periodes":[
						{"indice":1,"dateDebut":"2025-09-01","dateFin":"%s"},{"indice":2,"dateDebut":"%s","dateFin":"2026-03-06"},
						{"indice":3,"dateDebut":"2026-03-07","dateFin":"2026-07-03"}]}"""
					.formatted(liste(divisions), fin, suivant));
		return (reponse.getStatus() == 204) ? "204" : reponse.getStatus() + " " + arbre(reponse).path("code").asText();
	}

	@Test
	void whatIsSaidOfHealthIsNotReadByWhoOnlyReads() {
		ecole();
		this.jdbc
			.update("""
					INSERT INTO referentiel.eleve_dispositif (uai, annee_scolaire, eleve_id, texte, codes, vu_le, numero_depot)
					VALUES ('0009101T', 2025, '1000000001', 'PAI', '{PAI}', now(), 18)""");
		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		JsonNode lu = arbre(appeler(HttpMethod.GET,
				"/etablissements/0009101T/lsu/synchronisations/" + rapport.get("id"), "gestionnaire", null));

		assertThat(rapport.get("messages").toString()).contains("« PAI »");
		assertThat(lu.get("messages").toString()).doesNotContain("PAI");
		assertThat(appeler(HttpMethod.GET, "/etablissements/0009101T/lsu/bilans", "gestionnaire", null).getStatus())
			.isEqualTo(403);
	}

}
