package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios C: the school and its classes, 1D (LSU R27–R31). */
class EcoleIT extends LivretDEssai {

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	private static final String ECOLE_A_JOUR = "L'établissement a bien été mis à jour";

	@Test
	@DisplayName("SC-29 the five items of the school are updated, with one line")
	void sc29TheFiveItemsOfTheSchoolAreUpdated() {
		ecole();
		change("""
				UPDATE referentiel.etablissement SET denomination = 'École des Grands Sorbiers', adresse = '2 rue des Osselets',
				  telephone = '0100000002', courriel = 'grands@exemple.invalid', responsable = 'Basile Tournier' WHERE uai = '0009101T'""");

		JsonNode rapport = synchroniser(ECOLE, "CP-1");

		assertThat(sql(
				"SELECT concat_ws(' | ', denomination, adresse1, telephone, courriel, resp_nom) FROM lsu.v_etablissement"))
			.containsExactly(
					"École des Grands Sorbiers | 2 rue des Osselets | 0100000002 | grands@exemple.invalid | Basile Tournier");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : CP-1", ECOLE_A_JOUR, FIN);
	}

	@Test
	@DisplayName("SC-30 another UAI is never taken; the rest is, and it is said")
	void sc30AnotherUaiIsNeverTaken() {
		ecole();
		change("UPDATE referentiel.etablissement SET uai_lu = '0009102U', telephone = '0100000003' WHERE uai = '0009101T'");

		JsonNode rapport = synchroniser(ECOLE, "CP-1");

		assertThat(sql("SELECT uai || ' ' || telephone FROM lsu.v_etablissement"))
			.containsExactly("0009101T 0100000003");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : CP-1", ECOLE_A_JOUR,
				"AVERTISSEMENT Le code UAI transmis par ONDE (0009102U) diffère de celui de l'établissement : il n'est pas mis à jour.",
				FIN);
	}

	@Test
	@DisplayName("SC-31 of the chosen class the label alone changes, and no line says it")
	void sc31OfTheChosenClassTheLabelAloneChanges() {
		ecole();
		change("""
				UPDATE lsu.classe SET niveau = 'CE2' WHERE libelle = 'CE2-1';
				UPDATE referentiel.division SET libelle = libelle || ' bis' WHERE code_division IN ('90011', '90013')""");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(sql("SELECT concat_ws(' ', libelle, '/', niveau) FROM lsu.v_division ORDER BY code_division"))
			.containsExactly("CE2-1 bis / CE2", "CM1-2 /", "CP-1 /");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : CE2-1", ECOLE_A_JOUR, FIN);
	}

	@Test
	@DisplayName("SC-32 a locked bilan keeps its head and label, an unlocked one takes the new")
	void sc32ALockedBilanKeepsItsHeadAndLabel() {
		ecole();
		long s1 = bilan(ECOLE, "990000001ZA", 1);
		long s2 = bilan(ECOLE, "990000001ZA", 2);
		verrouiller(ECOLE, s1);
		change("""
				UPDATE referentiel.etablissement SET responsable = 'Basile Tournier' WHERE uai = '0009101T';
				UPDATE referentiel.division SET libelle = 'CE2-A' WHERE code_division = '90011'""");

		synchroniser(ECOLE, "CE2-1");

		assertThat(List.of(montre(s1), montre(s2))).containsExactly("Solenn Aubrac, CE2-1", "Basile Tournier, CE2-A");
	}

	private String montre(long bilan) {
		JsonNode montre = montre(ECOLE, bilan);
		return montre.get("responsable").asText() + ", " + montre.get("division").asText();
	}

	@Test
	@DisplayName("SC-33 a collège is not updated by a run")
	void sc33ACollegeIsNotUpdatedByARun() {
		college();
		change("UPDATE referentiel.etablissement SET denomination = 'Collège Autre' WHERE uai = '0009201B'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(sql("SELECT denomination FROM lsu.v_etablissement")).containsExactly("Collège Hélène-Vautrin");
		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 6EME B", FIN);
	}

}
