package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios D: dispositifs de personnalisation des parcours, 1D (LSU R32–R42). */
class DispositifsIT extends LivretDEssai {

	private static final String MAELYS = "1000000001";

	private static final String OUMAR = "1000000002";

	private static final String LISON = "1000000003";

	private static final String ZELIE = "1000000005";

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Test
	@DisplayName("SC-34 the eleven dispositifs are attached to both periods")
	void sc34TheElevenDispositifsAreAttachedToBothPeriods() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		long s2 = bilan(ECOLE, MAELYS, 2);
		List<String> codes = List.of("BILINGUE", "CHAD", "CHAM", "CHAT", "PAI", "PAP", "PPRE", "PPS", "RASED",
				"ULIS ECOLE", "UPE2A");
		onde(MAELYS, String.join(", ", codes.stream().map((code) -> code + " du 01/09/2025 au 03/07/2026").toList()));

		synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).isEqualTo(codes);
		assertThat(dispositifs(s2)).isEqualTo(codes);
	}

	@Test
	@DisplayName("SC-35 « Autre » is stored nowhere, and nothing is said of it")
	void sc35AutreIsStoredNowhere() {
		ecole();
		long s1 = bilan(ECOLE, OUMAR, 1);
		onde(OUMAR, "Autre du 01/09/2025 au 03/07/2026 | PAP du 01/09/2025 au 03/07/2026");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).containsExactly("PAP");
		assertThat(sql("SELECT code FROM lsu.v_dispositif")).containsExactly("PAP");
		assertThat(lignes(rapport)).noneMatch((ligne) -> ligne.contains("Autre")).endsWith(FIN);
	}

	@Test
	@DisplayName("SC-36 an unknown dispositif is named, not attached")
	void sc36AnUnknownDispositifIsNamedNotAttached() {
		ecole();
		long s1 = bilan(ECOLE, OUMAR, 1);
		onde(OUMAR, "XYZ (01/09/2025 - 03/07/2026)");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).isEmpty();
		assertThat(lignes(rapport)).containsSubsequence(
				"AVERTISSEMENT Le dispositif « XYZ » de l'élève Oumar Delclos (CE2-1) n'est pas récupéré.", FIN);
	}

	@ParameterizedTest(name = "SC-37 from {0} to {1}: {2}")
	@CsvSource({ "2025-06-01, 2025-09-01, true", "2025-06-01, 2025-08-31, false", "2026-01-30, 2026-06-30, true",
			"2026-01-31, 2026-06-30, false", "2025-11-03, 2025-11-03, true", "2025-01-01, 2026-12-31, true" })
	void sc37ADispositifIsAttachedIfItSharesADayWithThePeriod(String debut, String fin, boolean attache) {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		onde(MAELYS, "PPRE du %s au %s".formatted(debut, fin));

		synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).isEqualTo(attache ? List.of("PPRE") : List.of());
	}

	@Test
	@DisplayName("SC-38 without an end it runs on, without a start it is not attached")
	void sc38WithoutAnEndItRunsOnWithoutAStartItIsNotAttached() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		long s2 = bilan(ECOLE, MAELYS, 2);
		onde(MAELYS, "PAI depuis le 06/10/2025; RASED jusqu'au 01/12/2025");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).containsExactly("PAI");
		assertThat(dispositifs(s2)).containsExactly("PAI");
		assertThat(lignes(rapport))
			.contains("AVERTISSEMENT Le dispositif « RASED » de l'élève Maëlys Kervella (CE2-1) n'est pas récupéré.");
	}

	@Test
	@DisplayName("SC-39 a locked bilan keeps its dispositifs")
	void sc39ALockedBilanKeepsItsDispositifs() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		long s2 = bilan(ECOLE, MAELYS, 2);
		verrouiller(ECOLE, s1);
		onde(MAELYS, "PPS du 01/09/2025 au 03/07/2026");

		synchroniser(ECOLE, "CE2-1");

		assertThat(dispositifs(s1)).isEmpty();
		assertThat(dispositifs(s2)).containsExactly("PPS");
	}

	@Test
	@DisplayName("SC-40 unlock, synchronise, lock again: only the second brings the dispositif")
	void sc40UnlockSynchroniseLockAgain() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		verrouiller(ECOLE, s1);
		onde(MAELYS, "PPS du 01/09/2025 au 03/07/2026");
		synchroniser(ECOLE, "CE2-1");

		deverrouiller(ECOLE, s1);
		List<String> apres1 = dispositifs(s1);
		synchroniser(ECOLE, "CE2-1");
		List<String> apres2 = dispositifs(s1);
		verrouiller(ECOLE, s1);
		onde(MAELYS, "PAP du 01/09/2025 au 03/07/2026");
		synchroniser(ECOLE, "CE2-1");

		assertThat(apres1).isEmpty();
		assertThat(apres2).containsExactly("PPS");
		assertThat(dispositifs(s1)).containsExactly("PPS");
	}

	@Test
	@DisplayName("SC-40 bis, R182: the procedure in one call, on the bilans that are named, and on them alone")
	void r182TheProcedureInOneCall() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		long s2 = bilan(ECOLE, MAELYS, 2);
		verrouiller(ECOLE, s1, s2);
		onde(MAELYS, "PPS du 01/09/2025 au 03/07/2026");
		changeEleve(MAELYS, "prenom = 'Maëlle'");

		long id = lancer(ECOLE, "{\"divisions\":[\"CE2-1\"],\"reverrouiller\":[" + s1 + "]}");
		this.step.executer(Long.toString(id));

		JsonNode rapport = lire(ECOLE, id);
		assertThat(rapport.get("reverrouiller").toString()).isEqualTo("[" + s1 + "]");
		assertThat(lignes(rapport)).containsSubsequence(
				"Le bilan 1/2 de l'élève Maëlle Kervella (CE2-1) a été déverrouillé, synchronisé et verrouillé de nouveau.",
				FIN);
		assertThat(dispositifs(s1)).containsExactly("PPS");
		assertThat(dispositifs(s2)).isEmpty();
		assertThat(montre(ECOLE, s1).get("etat").asText()).isEqualTo("VERROUILLE");
		assertThat(nomMontre(ECOLE, s1)).isEqualTo("Maëlle Kervella");
		assertThat(nomMontre(ECOLE, s2)).isEqualTo("Maëlys Kervella");
	}

	@Test
	@DisplayName("R182: when the procedure fails on the way, every bilan is locked as it was")
	void r182WhenTheProcedureFailsEveryBilanIsLockedAsItWas() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		long s2 = bilan(ECOLE, OUMAR, 1);
		verrouiller(ECOLE, s1, s2);
		onde(MAELYS, "PPS du 01/09/2025 au 03/07/2026");
		change("""
				CREATE OR REPLACE FUNCTION public.refuser() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a fault of the test'; END $$;
				CREATE TRIGGER refuser BEFORE INSERT ON lsu.bilan_dispositif FOR EACH ROW EXECUTE FUNCTION public.refuser()""");
		try {
			long id = lancer(ECOLE, "{\"divisions\":[\"CE2-1\"],\"reverrouiller\":[" + s1 + "," + s2 + "]}");
			this.step.executer(Long.toString(id));

			assertThat(lire(ECOLE, id).get("etat").asText()).isEqualTo("ECHEC");
			assertThat(sql("SELECT etat FROM lsu.v_bilan_periodique")).containsExactly("VERROUILLE", "VERROUILLE");
			assertThat(dispositifs(s1)).isEmpty();
		}
		finally {
			change("DROP TRIGGER refuser ON lsu.bilan_dispositif");
		}
	}

	@Test
	@DisplayName("SC-41 unlocked and locked again without a run, nothing has changed")
	void sc41UnlockedAndLockedAgainWithoutARun() {
		ecole();
		long s1 = bilan(ECOLE, MAELYS, 1);
		verrouiller(ECOLE, s1);
		onde(MAELYS, "PPS du 01/09/2025 au 03/07/2026");

		deverrouiller(ECOLE, s1);
		verrouiller(ECOLE, s1);

		assertThat(dispositifs(s1)).isEmpty();
	}

	@Test
	@DisplayName("SC-42 an imported bilan keeps its dispositifs")
	void sc42AnImportedBilanKeepsItsDispositifs() {
		ecole();
		long s1 = importe(LISON, 1);
		onde(LISON, "ULIS école du 01/09/2025 au 30/01/2026");

		synchroniser(ECOLE, "CM1-2");

		assertThat(dispositifs(s1)).isEmpty();
	}

	@Test
	@DisplayName("SC-43, what the store shows: imported again, the bilan carries the dispositifs of ONDE")
	void sc43ImportedAgainTheBilanCarriesTheDispositifsOfOnde() {
		ecole();
		long s1 = importe(LISON, 1);
		onde(LISON, "ULIS école du 01/09/2025 au 30/01/2026");
		synchroniser(ECOLE, "CM1-2");

		change("""
				UPDATE lsu.import_lot SET fin = NULL;
				SET LOCAL lsu.import_id = '7';
				INSERT INTO lsu.bilan_dispositif (bilan_id, code, uai, annee_scolaire)
				SELECT b.id, d.code, b.uai, b.annee_scolaire FROM lsu.bilan_periodique b JOIN lsu.periode p ON p.id = b.periode_id
				CROSS JOIN LATERAL lsu.dispositifs_de(b.eleve_id, p.date_debut, p.date_fin) d WHERE b.id = %d"""
			.formatted(s1));

		assertThat(dispositifs(s1)).containsExactly("ULIS ECOLE");
		assertThat(montre(ECOLE, s1).get("etat").asText()).isEqualTo("VERROUILLE");
	}

	@Test
	@DisplayName("SC-44 what ONDE removed or moved away disappears from the bilan")
	void sc44WhatOndeRemovedOrMovedAwayDisappears() {
		ecole();
		long s1 = bilan(ECOLE, OUMAR, 1);
		long s2 = bilan(ECOLE, OUMAR, 2);
		onde(OUMAR, "RASED du 01/09/2025 au 30/01/2026, UPE2A du 01/09/2025 au 30/01/2026");
		synchroniser(ECOLE, "CE2-1");
		List<String> avant = dispositifs(s1);

		onde(OUMAR, "UPE2A du 01/02/2026 au 03/07/2026");
		synchroniser(ECOLE, "CE2-1");

		assertThat(avant).containsExactly("RASED", "UPE2A");
		assertThat(dispositifs(s1)).isEmpty();
		assertThat(dispositifs(s2)).containsExactly("UPE2A");
	}

	@Test
	@DisplayName("SC-45 twice in a period is once on its bilan")
	void sc45TwiceInAPeriodIsOnceOnItsBilan() {
		ecole();
		long s1 = bilan(ECOLE, ZELIE, 1);
		long s2 = bilan(ECOLE, ZELIE, 2);
		onde(ZELIE, "PAP 2025-09-10 2025-10-01, PAP du 05/01/2026 au 15/02/2026");

		synchroniser(ECOLE, "CP-1");

		assertThat(dispositifs(s1)).containsExactly("PAP");
		assertThat(dispositifs(s2)).containsExactly("PAP");
	}

	@Test
	@DisplayName("SC-46 a bilan de cycle carries no dispositif")
	void sc46ABilanDeCycleCarriesNoDispositif() {
		ecole();
		long cycle = bilanDeCycle(ECOLE, MAELYS, 2);
		JsonNode avant = montre(ECOLE, cycle);
		onde(MAELYS, "PPRE du 01/09/2025 au 03/07/2026");

		synchroniser(ECOLE, "CE2-1");

		assertThat(montre(ECOLE, cycle)).isEqualTo(avant);
		assertThat(sql("SELECT code FROM lsu.bilan_dispositif")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PAI                                 | PAI/PAI//
			P.A.I.                              | P.A.I./-//
			Ulis école : 01/09/2025             | Ulis école/ULIS ECOLE/2025-09-01/
			PAP (31/02/2025 au 01/03/2026)      | PAP/PAP//2026-03-01
			PAP au 01/03/2026                   | PAP/PAP//2026-03-01
			PPS à partir du 2025-09-01          | PPS/PPS/2025-09-01/
			UPE2A 01/09/2025 – 01/10/2025       | UPE2A/UPE2A/2025-09-01/2025-10-01
			""")
	void aDispositifIsReadAsItIsWrittenAndItsDatesAreNotGuessed(String texte, String lu) {
		assertThat(this.jdbc.queryForObject(
				"""
						SELECT concat(libelle, '/', coalesce(code, '-'), '/', date_debut, '/', date_fin) FROM lsu.lire_dispositifs(?)""",
				String.class, texte))
			.isEqualTo(lu);
	}

	/** What ONDE says of an élève from now on. */
	private void onde(String eleve, String texte) {
		change("DELETE FROM referentiel.eleve_dispositif WHERE eleve_id = '" + eleve + "'");
		this.jdbc.update(
				"""
						INSERT INTO referentiel.eleve_dispositif (uai, annee_scolaire, eleve_id, texte, codes, vu_le, numero_depot)
						VALUES ('0009101T', 2025, ?, ?, '{}', now(), 18)""",
				eleve, texte);
	}

	private List<String> dispositifs(long bilan) {
		return textes(montre(ECOLE, bilan).get("dispositifs"));
	}

}
