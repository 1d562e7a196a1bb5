package fr.passerelle.lsu;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios B: the élèves (LSU R11–R26). */
class ElevesIT extends LivretDEssai {

	private static final String LANCEE_6B = "Synchronisation lancée pour : 6EME B";

	private static final String LANCEE_CE2 = "Synchronisation lancée pour : CE2-1";

	private static final String ECOLE_A_JOUR = "L'établissement a bien été mis à jour";

	/** Whoever has an address at all changes it. */
	private static final String ADRESSE = """
			INSERT INTO referentiel.adresse (uai, annee_scolaire, personne, personne_id, ligne1, ligne2, code_postal, commune, empreinte, numero_depot)
			SELECT uai, annee_scolaire, 'ELEVE', eleve_id, '12 ALLEE DES TOUPIES', 'APPT 3', '99902', 'AUTREVILLE', gen_random_uuid(), numero_depot
			FROM referentiel.eleve WHERE eleve_id = '700101'
			ON CONFLICT (uai, annee_scolaire, personne, personne_id)
			DO UPDATE SET ligne1 = excluded.ligne1, ligne2 = excluded.ligne2, code_postal = excluded.code_postal, commune = excluded.commune""";

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Test
	@DisplayName("SC-11 who is no longer in SIECLE stays as she is, with a warning; the others go on")
	void sc11WhoIsNoLongerInSiecleStaysAsSheIs() {
		college();
		change("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700102'");
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(lignes(rapport)).containsExactly(LANCEE_6B,
				"AVERTISSEMENT L'élève Inès Carpentras (6EME B) n'a pas été retrouvé dans SIECLE BEE : ses données ne sont pas modifiées.",
				"L'élève Timéo Ozanne-Riou (6EME B) a été mis à jour.", FIN);
		assertThat(courant("700102")).isEqualTo("Inès Carpentras");
		assertThat(archives("700102")).isEmpty();
		assertThat(rapport.at("/messages/1/cible"))
			.isEqualTo(arbreDe("{\"type\":\"eleve\",\"identifiant\":\"700102\",\"division\":\"6EME B\"}"));
	}

	@Test
	@DisplayName("SC-12 who is not found in ONDE keeps everything, locked bilan included")
	void sc12WhoIsNotFoundInOndeKeepsEverything() {
		ecole();
		long s1 = bilan(ECOLE, "990000002ZB", 1);
		verrouiller(ECOLE, s1);
		change("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '1000000002'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(lignes(rapport)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR,
				"AVERTISSEMENT L'élève Oumar Delclos (CE2-1) n'a pas été retrouvé dans ONDE : ses données ne sont pas modifiées.",
				FIN);
		assertThat(courant("1000000002")).isEqualTo("Oumar Delclos");
		assertThat(archives("1000000002")).isEmpty();
	}

	@Test
	@DisplayName("SC-13 twice without change: nothing is written, nothing is said of anybody")
	void sc13TwiceWithoutChangeNothingIsWritten() {
		ecole();
		college();
		verrouiller(COLLEGE, bilan(COLLEGE, "700101", 1, "[{\"discipline\":\"020700\"}]"));
		bilan(COLLEGE, "700102", 1, "[{\"discipline\":\"020700\"}]");
		bilan(ECOLE, "990000001ZA", 1);
		synchroniser(ECOLE, "CE2-1");
		synchroniser(COLLEGE, "6EME B");
		List<String> avant = traces();

		JsonNode ecole = synchroniser(ECOLE, "CE2-1");
		JsonNode college = synchroniser(COLLEGE, "6EME B");

		assertThat(traces()).isEqualTo(avant);
		assertThat(lignes(ecole)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR, FIN);
		assertThat(lignes(college)).containsExactly(LANCEE_6B, FIN);
		assertThat(college.get("compteurs")).isEmpty();
	}

	@Test
	@DisplayName("SC-14 without a locked bilan the name is replaced, and nothing is archived")
	void sc14WithoutALockedBilanTheNameIsReplaced() {
		college();
		bilan(COLLEGE, "700101", 1);
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(courant("700101")).isEqualTo("Timéo Ozanne-Riou");
		assertThat(archives("700101")).isEmpty();
		assertThat(lignes(rapport)).contains("L'élève Timéo Ozanne-Riou (6EME B) a été mis à jour.");
	}

	@Test
	@DisplayName("SC-15 with a locked bilan the former identity is archived, tied to the run, and still printed")
	void sc15WithALockedBilanTheFormerIdentityIsArchived() {
		college();
		long t1 = bilan(COLLEGE, "700102", 1);
		verrouiller(COLLEGE, t1);
		changeEleve("700102", "prenom2 = 'Aurore'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(archives("700102")).containsExactly("Inès Carpentras");
		assertThat(sql("SELECT archivee_par_sync_id::text FROM lsu.v_eleve_archive"))
			.containsExactly(rapport.get("id").asText());
		assertThat(courant("700102")).isEqualTo("Inès Aurore Carpentras");
		assertThat(nomMontre(COLLEGE, t1)).isEqualTo("Inès Carpentras");
		assertThat(lignes(rapport)).containsExactly(LANCEE_6B, "L'élève Inès Carpentras (6EME B) a été mis à jour.",
				FIN);
		assertThat(rapport.get("compteurs")).isEqualTo(arbreDe("{\"archives\":1,\"eleves\":1}"));
		assertThat(rapport.get("demandeur").asText()).isEqualTo("chef-vautrin");
	}

	@Test
	@DisplayName("SC-16 the locked bilan shows the former identity, the unlocked one the new")
	void sc16TheLockedBilanShowsTheFormerIdentityTheUnlockedOneTheNew() {
		college();
		long t1 = bilan(COLLEGE, "700102", 1);
		long t2 = bilan(COLLEGE, "700102", 2);
		verrouiller(COLLEGE, t1);
		changeEleve("700102", "prenom2 = 'Aurore'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(nomMontre(COLLEGE, t1)).isEqualTo("Inès Carpentras");
		assertThat(nomMontre(COLLEGE, t2)).isEqualTo("Inès Aurore Carpentras");
	}

	@Test
	@DisplayName("SC-17 a locked bilan de cycle alone also archives")
	void sc17ALockedBilanDeCycleAloneAlsoArchives() {
		college();
		long cycle = bilanDeCycle(COLLEGE, "700104", 4);
		verrouiller(COLLEGE, cycle);
		changeEleve("700104", "date_naissance = '2011-06-14'");

		synchroniser(COLLEGE, "3EME C");

		assertThat(sql("SELECT date_naissance::text FROM lsu.v_eleve_archive")).containsExactly("2011-06-04");
		assertThat(montre(COLLEGE, cycle).get("dateNaissance").asText()).isEqualTo("2011-06-04");
		assertThat(sql("SELECT date_naissance::text FROM lsu.v_eleve WHERE eleve_id = '700104'"))
			.containsExactly("2011-06-14");
	}

	@Test
	@DisplayName("SC-18 several changed fields make one line")
	void sc18SeveralChangedFieldsMakeOneLine() {
		college();
		changeEleve("700101",
				"nom_de_famille = 'Ozanne-Riou', sexe = 'F', courriel = 'timeo@exemple.invalid', telephone = '06 99 00 00 09'");
		change(ADRESSE);

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(lignes(rapport)).containsExactly(LANCEE_6B, "L'élève Timéo Ozanne-Riou (6EME B) a été mis à jour.",
				FIN);
		assertThat(sql("SELECT concat_ws(' ', nom, sexe, courriel) FROM lsu.v_eleve WHERE eleve_id = '700101'"))
			.containsExactly("Ozanne-Riou F timeo@exemple.invalid");
		assertThat(adresse("700101"))
			.containsExactly("06 99 00 00 09, 12 ALLEE DES TOUPIES, APPT 3, 99902, AUTREVILLE");
	}

	@Test
	void anAddressThatTheBaseNoLongerTellsIsErasedAndAnotherFieldLeavesItAlone() {
		college();
		change(ADRESSE);
		synchroniser(COLLEGE, "6EME B");
		changeEleve("700101", "courriel = 'autre@exemple.invalid'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(adresse("700101")).containsExactly("12 ALLEE DES TOUPIES, APPT 3, 99902, AUTREVILLE");
		change("UPDATE referentiel.adresse SET disparu_le = now() WHERE personne_id = '700101'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(adresse("700101")).containsExactly("");
	}

	@Test
	void whoArrivesWithAddressesIsNotChangedByTheNextRun() {
		college();
		for (String table : List.of("eleve", "eleve_division", "eleve_responsable")) {
			change("""
					INSERT INTO referentiel.%1$s SELECT (jsonb_populate_record(t, '{"eleve_id": "700199", "ine": null}')).*
					FROM referentiel.%1$s t WHERE eleve_id = '700102'"""
				.formatted(table));
		}
		change(ADRESSE.replace("700101", "700199"));
		change(ADRESSE.replace("'ELEVE', eleve_id", "'RESPONSABLE', '55002'").replace("700101", "700199"));
		projeter(COLLEGE);

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(adresse("700199")).containsExactly("12 ALLEE DES TOUPIES, APPT 3, 99902, AUTREVILLE");
		assertThat(sql("SELECT responsables::text FROM lsu.v_eleve WHERE eleve_id = '700199'"))
			.allMatch((responsables) -> responsables.contains("AUTREVILLE"));
		// The child who was there learns that her guardian has an address; the new one
		// has nothing to learn.
		assertThat(lignes(rapport)).containsExactly(LANCEE_6B, "L'élève Inès Carpentras (6EME B) a été mis à jour.",
				FIN);
	}

	@Test
	void aGuardianWhoMovesIsAChangeOfTheChildren() {
		college();
		change(ADRESSE.replace("'ELEVE', eleve_id", "'RESPONSABLE', '55002'"));

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(lignes(rapport)).containsExactly(LANCEE_6B, "L'élève Inès Carpentras (6EME B) a été mis à jour.",
				FIN);
		assertThat(sql("SELECT responsables -> 1 ->> 'adresse' FROM lsu.v_eleve WHERE eleve_id = '700102'"))
			.containsExactly(
					"{\"ligne1\": \"12 ALLEE DES TOUPIES\", \"ligne2\": \"APPT 3\", \"commune\": \"AUTREVILLE\", \"code_postal\": \"99902\"}");
	}

	private List<String> adresse(String eleve) {
		return sql(
				"""
						SELECT concat_ws(', ', v.telephone, v.adresse1, v.adresse2, v.adresse3, v.adresse4, v.code_postal, v.commune)
						FROM lsu.eleve_version v JOIN lsu.eleve e ON e.version_courante_id = v.id WHERE e.id_source = '%s'"""
					.formatted(eleve));
	}

	@Test
	@DisplayName("SC-19 the line says the new label of the class and the new name")
	void sc19TheLineSaysTheNewLabelOfTheClassAndTheNewName() {
		ecole();
		change("UPDATE referentiel.division SET libelle = 'CE2-A' WHERE code_division = '90011'");
		changeEleve("1000000002", "prenom = 'Omar'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(lignes(rapport)).contains("L'élève Omar Delclos (CE2-A) a été mis à jour.");
	}

	@Test
	@DisplayName("SC-20 the e-mail of the second guardian alone archives and updates")
	void sc20TheEMailOfTheSecondGuardianAloneArchivesAndUpdates() {
		college();
		verrouiller(COLLEGE, bilan(COLLEGE, "700102", 1));
		change("UPDATE referentiel.responsable SET courriel = 'nouveau@exemple.invalid' WHERE personne_id = '55002'");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(sql("SELECT responsables -> 1 ->> 'courriel' FROM lsu.v_eleve_archive"))
			.containsExactly("paul@exemple.invalid");
		assertThat(sql("SELECT responsables -> 1 ->> 'courriel' FROM lsu.v_eleve WHERE eleve_id = '700102'"))
			.containsExactly("nouveau@exemple.invalid");
		assertThat(lignes(rapport)).containsExactly(LANCEE_6B, "L'élève Inès Carpentras (6EME B) a été mis à jour.",
				FIN);
	}

	@Test
	@DisplayName("SC-21 in an école the telephone of a guardian changes nothing")
	void sc21InAnEcoleTheTelephoneOfAGuardianChangesNothing() {
		ecole();
		synchroniser(ECOLE, "CE2-1");
		List<String> avant = traces();
		change("UPDATE referentiel.responsable SET telephone = '0600000099' WHERE personne_id = '1000000801'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(lignes(rapport)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR, FIN);
		assertThat(traces()).isEqualTo(avant);
	}

	@Test
	@DisplayName("SC-22 in an école sex and birth are corrected, guardians are not")
	void sc22InAnEcoleSexAndBirthAreCorrectedGuardiansAreNot() {
		ecole();
		changeEleve("1000000001", "sexe = 'M', date_naissance = '2017-01-12'");
		change("UPDATE referentiel.responsable SET nom_de_famille = 'Autre' WHERE personne_id = '1000000801'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(sql(
				"SELECT concat_ws(' ', sexe, date_naissance, responsables) FROM lsu.v_eleve WHERE eleve_id = '1000000001'"))
			.containsExactly("M 2017-01-12 []");
		assertThat(lignes(rapport)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR,
				"L'élève Maëlys Kervella (CE2-1) a été mis à jour.", FIN);
	}

	@Test
	@DisplayName("SC-23 a hyphen counts, outer spaces do not")
	void sc23AHyphenCountsOuterSpacesDoNot() {
		charger("vautrin");
		changeEleve("700101", "prenom = 'Marie-Ange'");
		projeter(COLLEGE);
		changeEleve("700101", "prenom = 'Marie Ange'");
		changeEleve("700103", "prenom = 'Noham  '");

		JsonNode rapport = synchroniser(COLLEGE, "6EME A", "6EME B");

		assertThat(lignes(rapport)).containsExactly("Synchronisation lancée pour : 6EME A, 6EME B",
				"L'élève Marie Ange Ozanne (6EME B) a été mis à jour.", FIN);
	}

	@Test
	@DisplayName("SC-24 a new INE: found by name and birth, no second élève")
	void sc24ANewIneFoundByNameAndBirth() {
		ecole();
		change("UPDATE lsu.eleve SET id_source = NULL WHERE id_source = '1000000002'");
		changeEleve("1000000002", "eleve_id = '1000000099', ine = '990000020ZT'");
		change("UPDATE referentiel.eleve_division SET eleve_id = '1000000099' WHERE eleve_id = '1000000002'");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");
		projeter(ECOLE);

		assertThat(sql("SELECT ine FROM lsu.v_eleve WHERE nom = 'Delclos'")).containsExactly("990000020ZT");
		assertThat(lignes(rapport)).contains("L'élève Oumar Delclos (CE2-1) a été mis à jour.");
	}

	@Test
	@DisplayName("SC-25 two candidates are none")
	void sc25TwoCandidatesAreNone() {
		ecole();
		change("UPDATE lsu.eleve SET id_source = NULL WHERE id_source = '1000000002'");
		changeEleve("1000000002", "eleve_id = '1000000098', ine = NULL");
		change("""
				INSERT INTO referentiel.eleve (uai, annee_scolaire, source, eleve_id, nom_de_famille, prenom, date_naissance, sexe, empreinte, numero_depot)
				VALUES ('0009101T', 2025, 'ONDE', '1000000099', 'Delclos', 'Oumar', '2017-02-12', 'M', gen_random_uuid(), 18)""");
		List<String> avant = traces();

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");

		assertThat(lignes(rapport)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR,
				"AVERTISSEMENT L'élève Oumar Delclos (CE2-1) n'a pas été retrouvé dans ONDE : ses données ne sont pas modifiées.",
				FIN);
		assertThat(traces()).isEqualTo(avant);
	}

	@Test
	@DisplayName("SC-26 each modification archives again; the bilan keeps the identity it was locked with")
	void sc26EachModificationArchivesAgain() {
		college();
		long t1 = bilan(COLLEGE, "700102", 1);
		verrouiller(COLLEGE, t1);
		changeEleve("700102", "prenom2 = 'Aurore'");
		synchroniser(COLLEGE, "6EME B");
		changeEleve("700102", "prenom3 = 'Maud'");

		synchroniser(COLLEGE, "6EME B");

		assertThat(archives("700102")).containsExactly("Inès Carpentras", "Inès Aurore Carpentras");
		assertThat(nomMontre(COLLEGE, t1)).isEqualTo("Inès Carpentras");
		assertThat(courant("700102")).isEqualTo("Inès Aurore Maud Carpentras");
	}

	@Test
	@DisplayName("SC-27 an élève who cannot be written stays whole, the others are processed")
	void sc27AnEleveWhoCannotBeWrittenStaysWhole() {
		college();
		verrouiller(COLLEGE, bilan(COLLEGE, "700102", 1));
		changeEleve("700102", "prenom2 = 'Aurore'");
		changeEleve("700101", "prenom2 = 'Paul'");
		change("""
				CREATE OR REPLACE FUNCTION public.panne() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN IF NEW.prenoms = 'Inès Aurore' THEN RAISE 'a fault of the test'; END IF; RETURN NEW; END $$;
				CREATE TRIGGER panne BEFORE INSERT ON lsu.eleve_version FOR EACH ROW EXECUTE FUNCTION public.panne()""");

		JsonNode rapport = synchroniser(COLLEGE, "6EME B");

		assertThat(archives("700102")).isEmpty();
		assertThat(courant("700102")).isEqualTo("Inès Carpentras");
		assertThat(courant("700101")).isEqualTo("Timéo Paul Ozanne");
		assertThat(rapport.get("etat").asText()).isEqualTo("TERMINEE");
		assertThat(rapport.get("avancement").asInt()).isEqualTo(100);
		assertThat(lignes(rapport)).containsExactly(LANCEE_6B,
				"ERREUR L'élève Inès Carpentras (6EME B) n'a pas pu être mis à jour : ses données ne sont pas modifiées.",
				"L'élève Timéo Ozanne (6EME B) a été mis à jour.");
	}

	@Test
	@DisplayName("SC-28 arrivals and moves are for the ordinary feeding, not for a run")
	void sc28ArrivalsAndMovesAreForTheOrdinaryFeeding() {
		ecole();
		change("""
				INSERT INTO referentiel.eleve (uai, annee_scolaire, source, eleve_id, ine, nom_de_famille, prenom, date_naissance, sexe, empreinte, numero_depot)
				VALUES ('0009101T', 2025, 'ONDE', '1000000006', '990000006ZF', 'Illouz', 'Gaspard', '2017-06-16', 'M', gen_random_uuid(), 18);
				INSERT INTO referentiel.eleve_division (uai, annee_scolaire, eleve_id, code_division, numero_depot)
				VALUES ('0009101T', 2025, '1000000006', '90011', 18);
				UPDATE referentiel.eleve_division SET code_division = '90013' WHERE eleve_id = '1000000002'""");

		JsonNode rapport = synchroniser(ECOLE, "CE2-1");
		List<String> apres = classe("CE2-1");
		projeter(ECOLE);

		assertThat(lignes(rapport)).containsExactly(LANCEE_CE2, ECOLE_A_JOUR, FIN);
		assertThat(apres).containsExactly("Delclos", "Kervella");
		assertThat(classe("CE2-1")).containsExactly("Illouz", "Kervella");
		assertThat(classe("CP-1")).containsExactly("Delclos", "Marchadour");
	}

	private List<String> classe(String libelle) {
		return sql("SELECT nom FROM lsu.v_eleve WHERE libelle_division = '" + libelle + "' ORDER BY nom");
	}

}
