package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.lsu.Synchronisations.Declencheur;
import fr.passerelle.lsu.Synchronisations.Demande;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios A: launch, progress, report (LSU R1–R10). */
class LancementIT extends LivretDEssai {

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Test
	@DisplayName("SC-01 a head and a director each launch the run of a class of their own school")
	void sc01AHeadAndADirectorEachLaunchTheRunOfTheirOwnSchool() {
		ecole();
		college();

		assertThat(synchroniser(ECOLE, "CE2-1").get("etat").asText()).isEqualTo("TERMINEE");
		assertThat(synchroniser(COLLEGE, "6EME B").get("etat").asText()).isEqualTo("TERMINEE");
	}

	@Test
	@DisplayName("SC-02 anybody else is refused, and a director for another school: nothing is recorded")
	void sc02AnybodyElseIsRefusedAndADirectorForAnotherSchool() {
		ecole();
		college();
		List<String> avant = traces();
		long runs = runs();
		String corps = "{\"divisions\":[\"6EME B\"]}";

		for (String qui : List.of("gestionnaire", "academie", "admin-ent", "deux-ecoles")) {
			assertThat(demander(COLLEGE, qui, corps).getStatus()).as(qui).isEqualTo(403);
		}
		assertThat(demander(COLLEGE, "dir-sorbiers", corps).getStatus()).isEqualTo(404);
		assertThat(demander("0750001U", "dir-sorbiers", corps).getStatus()).isEqualTo(404);

		assertThat(traces()).isEqualTo(avant);
		assertThat(runs()).isEqualTo(runs);
	}

	@Test
	@DisplayName("SC-03 an unattended caller has the same effects and the same report; none exists by default")
	void sc03AnUnattendedCallerHasTheSameEffectsAndTheSameReport() {
		college();
		changeEleve("700101", "prenom = 'Timothée'");
		List<Long> avant = this.jdbc.queryForList("SELECT id FROM lsu.sync_execution", Long.class);

		this.step.veiller();
		assertThat(this.jdbc.queryForList("SELECT id FROM lsu.sync_execution", Long.class)).isEqualTo(avant);

		long id = this.synchronisations
			.lancer(COLLEGE, new Demande(List.of("6EME B"), null), Declencheur.AUTOMATIQUE, "automatique")
			.id();
		this.step.executer(Long.toString(id));

		JsonNode rapport = lire(COLLEGE, id);
		assertThat(rapport.get("declencheur").asText()).isEqualTo("AUTOMATIQUE");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 6EME B",
				"L'élève Timothée Ozanne (6EME B) a été mis à jour.", FIN);
		assertThat(courant("700101")).isEqualTo("Timothée Ozanne");
	}

	@Test
	@DisplayName("SC-04 a class that was not chosen is untouched")
	void sc04AClassThatWasNotChosenIsUntouched() {
		college();
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");
		changeEleve("700103", "nom_de_famille = 'Béliard-Roux'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 6EME B",
				"L'élève Timéo Ozanne-Riou (6EME B) a été mis à jour.", FIN);
		assertThat(courant("700101")).isEqualTo("Timéo Ozanne-Riou");
		assertThat(courant("700103")).isEqualTo("Noham Béliard");
	}

	@Test
	@DisplayName("SC-05 no class chosen is said, and no run is made")
	void sc05NoClassChosenIsSaidAndNoRunIsMade() {
		ecole();

		MockHttpServletResponse reponse = demander(ECOLE, "dir-sorbiers", "{\"divisions\":[]}");

		assertThat(reponse.getStatus()).isEqualTo(422);
		assertThat(arbre(reponse).get("title").asText()).isEqualTo("Sélectionnez au moins une classe.");
		assertThat(arbre(reponse).get("code").asText()).isEqualTo("LSU_W4");
		assertThat(runs()).isZero();
	}

	@Test
	@DisplayName("SC-06 the report of all classes begins with their names in the order shown")
	void sc06TheReportOfAllClassesBeginsWithTheirNamesInTheOrderShown() {
		ecole();

		long id = lancer(ECOLE, "{\"toutes\":true}");
		this.step.executer(Long.toString(id));

		assertThat(lignes(lire(ECOLE, id)).get(0)).isEqualTo("Synchronisation lancée pour : CP-1, CE2-1, CM1-2");
		assertThat(lignes(synchroniser(ECOLE, "CM1-2", "90013")).get(0))
			.isEqualTo("Synchronisation lancée pour : CP-1, CM1-2");
	}

	@Test
	@DisplayName("SC-07 an école without the periods of one class is refused, and nothing changes")
	void sc07AnEcoleWithoutThePeriodsOfOneClassIsRefused() {
		ecole();
		change("UPDATE lsu.classe SET periodicite_id = NULL WHERE libelle = 'CP-1'");
		changeEleve("1000000001", "prenom = 'Maëlle'");
		change("UPDATE referentiel.etablissement SET telephone = '0100000099' WHERE uai = '0009101T'");
		List<String> avant = traces();

		MockHttpServletResponse reponse = demander(ECOLE, "dir-sorbiers", "{\"divisions\":[\"CE2-1\"]}");

		JsonNode probleme = arbre(reponse);
		assertThat(reponse.getStatus()).isEqualTo(422);
		assertThat(probleme.get("title").asText())
			.isEqualTo("Veuillez effectuer le paramétrage des périodes pour la classe CP-1.");
		assertThat(probleme.get("messages")).hasSize(1);
		JsonNode rapport = lire(ECOLE, probleme.get("synchronisation").asLong());
		assertThat(rapport.get("etat").asText()).isEqualTo("REFUSEE");
		assertThat(lignes(rapport))
			.containsExactly("ERREUR Veuillez effectuer le paramétrage des périodes pour la classe CP-1.");
		assertThat(traces()).isEqualTo(avant);
	}

	@Test
	@DisplayName("SC-08 a collège needs no periods")
	void sc08ACollegeNeedsNoPeriods() {
		college();
		change("UPDATE lsu.classe SET periodicite_id = NULL WHERE code = '3EME C'");
		changeEleve("700104", "nom_de_famille = 'Lemarquis-Roy'");

		JsonNode rapport = synchroniser(COLLEGE, "3EME C");

		assertThat(rapport.get("etat").asText()).isEqualTo("TERMINEE");
		assertThat(courant("700104")).isEqualTo("Faustine Lemarquis-Roy");
	}

	@Test
	@DisplayName("SC-09 progress never decreases and ends at 100; the report is in its order and can be read again")
	void sc09ProgressNeverDecreasesAndTheReportIsInItsOrder() {
		ecole();
		changeEleve("1000000001", "prenom = 'Maëlle'");
		change("""
				CREATE TABLE public.avancements (rang serial, faites int, total int);
				CREATE FUNCTION public.noter() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN INSERT INTO public.avancements (faites, total) VALUES (NEW.unites_faites, NEW.unites_total); RETURN NULL; END $$;
				CREATE TRIGGER noter AFTER UPDATE OF unites_faites ON lsu.sync_execution FOR EACH ROW EXECUTE FUNCTION public.noter()""");
		try {
			long id = lancer(ECOLE, "{\"divisions\":[\"CE2-1\"]}");
			assertThat(lire(ECOLE, id).get("avancement").asInt()).isZero();
			this.step.executer(Long.toString(id));

			JsonNode rapport = lire(ECOLE, id);
			assertThat(rapport.get("avancement").asInt()).isEqualTo(100);
			List<Integer> faites = this.jdbc.queryForList("SELECT faites FROM public.avancements ORDER BY rang",
					Integer.class);
			assertThat(faites).isSorted().endsWith(4);
			assertThat(this.jdbc.queryForList("SELECT DISTINCT total FROM public.avancements", Integer.class))
				.containsExactly(4);
			assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : CE2-1",
					"L'établissement a bien été mis à jour", "L'élève Maëlle Kervella (CE2-1) a été mis à jour.", FIN);
			assertThat(lire(ECOLE, id)).isEqualTo(rapport);
		}
		finally {
			change("DROP TRIGGER noter ON lsu.sync_execution; DROP FUNCTION public.noter; DROP TABLE public.avancements");
		}
	}

	@Test
	@DisplayName("SC-10 what the timetable says is not seen before STS has been received")
	void sc10WhatTheTimetableSaysIsNotSeenBeforeStsHasBeenReceived() {
		college();
		long bilan = bilan(COLLEGE, "700101", 1, "[{\"discipline\":\"030201\"}]");
		change("""
				INSERT INTO referentiel.edt_service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite,
				  enseignant_type, enseignant_id, numero_depot) VALUES ('0009201B', 2025, 'G', '6ANGG1', '030201', 'CG', 'epp', '51004', 18)""");

		synchroniser(COLLEGE, "6EME B");
		List<String> avant = enseignants(bilan);
		change("UPDATE referentiel.service SET enseignant_id = '51004' WHERE code_structure = '6ANGG1'");
		synchroniser(COLLEGE, "6EME B");

		assertThat(avant).containsExactly("M Régis Talabot");
		assertThat(enseignants(bilan)).containsExactly("MME Aïda Lorrain");
		JsonNode etat = arbre(appeler(HttpMethod.GET, "/etablissements/0009201B/lsu", "chef-vautrin", null));
		assertThat(etat.get("base").asText()).isEqualTo("SIECLE BEE");
		assertThat(etat.get("classes").findValuesAsText("libelle")).containsExactly("3EME C", "6EME A", "6EME B");
	}

	private List<String> enseignants(long bilan) {
		return textes(montre(COLLEGE, bilan).at("/acquis/0/enseignants"));
	}

	private long runs() {
		return this.jdbc.queryForObject(
				"SELECT count(*) FROM lsu.sync_execution WHERE etat <> 'TERMINEE' OR debut > 'epoch'", Long.class);
	}

}
