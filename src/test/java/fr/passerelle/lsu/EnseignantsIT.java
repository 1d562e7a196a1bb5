package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios E: the three steps of the teachers, 2D (LSU R43–R55). */
class EnseignantsIT extends LivretDEssai {

	private static final String FRANCAIS = "[{\"discipline\":\"020700\",\"moyenneEleve\":\"13,5/20\",\"appreciation\":\"Bon trimestre.\"}]";

	private static final String ANGLAIS = "[{\"discipline\":\"030201\"}]";

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Test
	@DisplayName("SC-47 teachers linked by an acquis or as main teacher are updated first, and no line says it")
	void sc47TeachersLinkedByAnAcquisOrAsMainTeacherAreUpdated() {
		college();
		bilan(COLLEGE, "700101", 1, ANGLAIS);
		change("""
				UPDATE referentiel.enseignant SET nom_usage = 'Talabot-Ney' WHERE enseignant_id = '51002';
				UPDATE referentiel.enseignant SET civilite = 'MME' WHERE enseignant_id = '51003'""");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B", "3EME C");

		assertThat(enseignant("51002")).isEqualTo("M Régis Talabot-Ney");
		assertThat(enseignant("51003")).isEqualTo("MME Cyprien Vasseur");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 3EME C, 6EME B", FIN);
		assertThat(rapport.get("compteurs")).isEqualTo(arbreDe("{\"enseignants\":2}"));
	}

	@Test
	@DisplayName("SC-48 a teacher of another division, or of one without periods, is not updated")
	void sc48ATeacherOfAnotherDivisionOrOfOneWithoutPeriodsIsNotUpdated() {
		college();
		change("""
				UPDATE lsu.classe SET periodicite_id = NULL WHERE code = '6EME A';
				UPDATE referentiel.enseignant SET nom_usage = nom_usage || ' bis' WHERE enseignant_id IN ('51003', '52001')""");

		synchroniser(COLLEGE, "6EME B");
		synchroniser(COLLEGE, "6EME A");

		assertThat(enseignant("51003")).isEqualTo("M Cyprien Vasseur");
		assertThat(enseignant("52001")).isEqualTo("MME Hortense Mabille");
	}

	@Test
	@DisplayName("SC-49 a teacher STS no longer knows keeps his data, with a warning; the run ends well")
	void sc49ATeacherStsNoLongerKnowsKeepsHisData() {
		college();
		change("UPDATE referentiel.enseignant SET disparu_le = now() WHERE enseignant_id = '52001'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME A");

		assertThat(enseignant("52001")).isEqualTo("MME Hortense Mabille");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 6EME A",
				"AVERTISSEMENT L'enseignant Hortense Mabille n'a pas été retrouvé dans STS : ses données ne sont pas modifiées.",
				FIN);
		assertThat(rapport.at("/messages/1/cible"))
			.isEqualTo(arbreDe("{\"type\":\"enseignant\",\"identifiant\":\"52001\",\"division\":null}"));
	}

	@Test
	@DisplayName("SC-50 the teacher of a service changes on the unlocked bilan, marks and words stay")
	void sc50TheTeacherOfAServiceChangesOnTheUnlockedBilan() {
		college();
		long t1 = bilan(COLLEGE, "700101", 1, FRANCAIS);
		long t2 = bilan(COLLEGE, "700101", 2, FRANCAIS);
		verrouiller(COLLEGE, t1);
		change("UPDATE referentiel.service SET enseignant_id = '51004' WHERE code_matiere = '020700'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(enseignants(t1)).containsExactly("MME Nolwenn Guivarch");
		assertThat(enseignants(t2)).containsExactly("MME Aïda Lorrain");
		assertThat(montre(COLLEGE, t2).at("/acquis/0/appreciation").asText()).isEqualTo("Bon trimestre.");
		assertThat(montre(COLLEGE, t2).at("/acquis/0/moyenneEleve").asText()).isEqualTo("13,5/20");
		assertThat(rapport.get("compteurs")).isEqualTo(arbreDe("{\"services\":1,\"acquis\":1}"));
	}

	@Test
	@DisplayName("SC-51 of a group, bilan by bilan: neither the locked one nor that of another division")
	void sc51OfAGroupBilanByBilan() {
		college();
		long timeo = bilan(COLLEGE, "700101", 2, ANGLAIS);
		long ines = bilan(COLLEGE, "700102", 2, ANGLAIS);
		long noham = bilan(COLLEGE, "700103", 2, ANGLAIS);
		verrouiller(COLLEGE, ines);
		change("UPDATE referentiel.service SET enseignant_id = '51004' WHERE code_structure = '6ANGG1'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(enseignants(timeo)).containsExactly("MME Aïda Lorrain");
		assertThat(enseignants(ines)).containsExactly("M Régis Talabot");
		assertThat(enseignants(noham)).containsExactly("M Régis Talabot");

		synchroniser(COLLEGE, "6EME A");

		assertThat(enseignants(noham)).containsExactly("MME Aïda Lorrain");
	}

	@Test
	@DisplayName("SC-52 a new service arrives with its teacher, and adds no acquis")
	void sc52ANewServiceArrivesWithItsTeacher() {
		college();
		long t1 = bilan(COLLEGE, "700104", 1);
		change("""
				INSERT INTO referentiel.service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite,
				  enseignant_type, enseignant_id, numero_depot) VALUES ('0009201B', 2025, 'D', '3EME C', '020800', 'CG', 'epp', '51004', 18)""");

		synchroniser(COLLEGE, "3EME C");

		assertThat(
				sql("""
						SELECT concat_ws(' ', d.code, d.modalite, d.libelle, s.structure_type, s.structure_code, n.nom)
						FROM lsu.service s JOIN lsu.discipline d ON d.id = s.discipline_id JOIN lsu.service_enseignant e ON e.service_id = s.id
						JOIN lsu.enseignant n ON n.id = e.enseignant_id WHERE s.structure_code = '3EME C'"""))
			.containsExactly("020800 S Latin D 3EME C Lorrain");
		assertThat(montre(COLLEGE, t1).get("acquis")).isEmpty();
	}

	@Test
	@DisplayName("SC-53 a new main teacher: the division and the unlocked bilans, never the locked ones")
	void sc53ANewMainTeacher() {
		college();
		long inesT1 = bilan(COLLEGE, "700102", 1);
		long inesT2 = bilan(COLLEGE, "700102", 2);
		long timeoT1 = bilan(COLLEGE, "700101", 1);
		verrouiller(COLLEGE, inesT1, timeoT1);
		professeurPrincipal("6EME B", "('local', '52001')");

		synchroniser(COLLEGE, "6EME B");

		assertThat(principauxDe("6EME B")).isEqualTo("{52001}");
		assertThat(principaux(inesT1)).containsExactly("MME Nolwenn Guivarch");
		assertThat(principaux(timeoT1)).containsExactly("MME Nolwenn Guivarch");
		assertThat(principaux(inesT2)).containsExactly("MME Hortense Mabille");
	}

	@Test
	@DisplayName("SC-54 two main teachers, then none")
	void sc54TwoMainTeachersThenNone() {
		college();
		long t1 = bilan(COLLEGE, "700104", 1);
		professeurPrincipal("3EME C", "('epp', '51004'), ('epp', '51003')");
		synchroniser(COLLEGE, "3EME C");
		List<String> deux = principaux(t1);
		String aDeux = principauxDe("3EME C");
		List<String> avant = traces();
		change("""
				UPDATE referentiel.professeur_principal SET date_debut = CASE enseignant_id WHEN '51004' THEN date '2025-09-01' ELSE '2025-10-01' END
				WHERE code_division = '3EME C'""");
		synchroniser(COLLEGE, "3EME C");
		List<String> apres = traces();

		change("UPDATE referentiel.professeur_principal SET disparu_le = now() WHERE code_division = '3EME C'");
		synchroniser(COLLEGE, "3EME C");

		assertThat(deux).containsExactlyInAnyOrder("M Cyprien Vasseur", "MME Aïda Lorrain");
		assertThat(aDeux).contains("51003", "51004");
		assertThat(apres).isEqualTo(avant);
		assertThat(principaux(t1)).isEmpty();
		assertThat(principauxDe("3EME C")).isEqualTo("{}");
	}

	@Test
	@DisplayName("SC-55 a locked bilan keeps the former name of a teacher, an unlocked one takes the new")
	void sc55ALockedBilanKeepsTheFormerNameOfATeacher() {
		college();
		long ines = bilan(COLLEGE, "700102", 1, ANGLAIS);
		long timeo = bilan(COLLEGE, "700101", 1, ANGLAIS);
		verrouiller(COLLEGE, ines);
		change("UPDATE referentiel.enseignant SET nom_usage = 'Talabot-Ney' WHERE enseignant_id = '51002'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(enseignants(ines)).containsExactly("M Régis Talabot");
		assertThat(enseignants(timeo)).containsExactly("M Régis Talabot-Ney");
	}

	@Test
	@DisplayName("SC-56 in an école there is no step of the teachers")
	void sc56InAnEcoleThereIsNoStepOfTheTeachers() {
		ecole();
		change("UPDATE referentiel.enseignant SET nom_usage = 'Tournier-Roy' WHERE enseignant_id = '1000000902'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(sql("SELECT nom FROM lsu.v_enseignant ORDER BY nom")).containsExactly("Aubrac", "Tournier");
		assertThat(sql("SELECT unites_total::text FROM lsu.v_synchronisation WHERE id = " + rapport.get("id")))
			.containsExactly("4");
	}

	private void professeurPrincipal(String division, String enseignants) {
		change("""
				DELETE FROM referentiel.professeur_principal WHERE code_division = '%1$s';
				INSERT INTO referentiel.professeur_principal (uai, annee_scolaire, code_division, enseignant_type, enseignant_id, numero_depot)
				SELECT '0009201B', 2025, '%1$s', type, id, 18 FROM (VALUES %2$s) AS e (type, id)"""
			.formatted(division, enseignants));
	}

	private String enseignant(String id) {
		return sql("SELECT concat_ws(' ', civilite, prenom, nom) FROM lsu.v_enseignant WHERE id_sts = '" + id + "'")
			.get(0);
	}

	private String principauxDe(String division) {
		return sql("SELECT professeurs_principaux::text FROM lsu.v_division WHERE code_division = '" + division + "'")
			.get(0);
	}

	private List<String> principaux(long bilan) {
		return textes(montre(COLLEGE, bilan).get("professeursPrincipaux"));
	}

	private List<String> enseignants(long bilan) {
		return textes(montre(COLLEGE, bilan).at("/acquis/0/enseignants"));
	}

}
