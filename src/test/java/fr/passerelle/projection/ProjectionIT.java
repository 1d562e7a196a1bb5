package fr.passerelle.projection;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectionIT {

	private static final String ELEVES_LSU = """
			SELECT concat_ws(' | ', id_be, code_division, nom, nom_usage, prenoms, date_naissance, ine,
			  jsonb_array_length(responsables)) FROM lsu.v_eleve ORDER BY id_be""";

	private static final String GROUPES = """
			SELECT concat_ws(' | ', nature, code, profil, libelle) FROM ent.v_groupe
			WHERE disparu_le IS NULL ORDER BY type_structure, code, profil NULLS FIRST""";

	private static final String MEMBRES = """
			SELECT g.libelle || ' : ' || string_agg(p.nom, ', ' ORDER BY p.nom)
			FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id) JOIN ent.v_personne p USING (personne_id)
			WHERE m.disparu_le IS NULL GROUP BY g.groupe_id, g.libelle, g.type_structure, g.code, g.profil
			ORDER BY g.type_structure, g.code, g.profil NULLS FIRST""";

	private static final String PERSONNES = """
			SELECT concat_ws(' | ', profil, nom, prenom, date_naissance, ine, uai_rattachement) FROM ent.v_personne
			WHERE disparu_le IS NULL ORDER BY profil, nom""";

	private static final Uai AILLEURS = new Uai("0009101T");

	private static final String ENSEIGNANT_AILLEURS = """
			INSERT INTO referentiel.enseignant (uai, annee_scolaire, type, enseignant_id, civilite, nom_usage, prenom, date_naissance, fonction, empreinte, numero_depot)
			VALUES ('0009101T', 2025, '%s', '77', 'MME', 'Guivarch', 'NOLWENN', '1980-02-03', 'ENS', gen_random_uuid(), 18)""";

	private static final String LEURS_PERSONNES = """
			SELECT count(DISTINCT personne_id) || ' personne(s) pour ' || count(DISTINCT uai) || ' établissement(s)'
			FROM ent.v_personne WHERE upper(nom) = 'GUIVARCH'""";

	private static final Delais DIX_JOURS_POUR_LES_ELEVES = new Delais(Duration.ofDays(10), Duration.ZERO,
			Duration.ZERO, Duration.ZERO);

	private static final String PRESENCE = """
			SELECT concat_ws(' ', CASE WHEN disparu_le IS NULL THEN 'là' ELSE 'disparu' END,
			                 to_char(absent_depuis AT TIME ZONE 'UTC', '"absent depuis "YYYY-MM-DD'))
			FROM ent.v_personne WHERE cle = '700101'""";

	private final CollegeDEssai college = new CollegeDEssai();

	@Test
	void aFirstLoadFillsTheLsuStore() {
		this.college.projeter();

		assertThat(this.college.lire("SELECT concat_ws(' | ', uai, degre, denomination) FROM lsu.v_etablissement"))
			.containsExactly("0009201B | 2D | COLLEGE HELENE VAUTRIN");
		assertThat(this.college.lire("""
				SELECT concat_ws(' | ', code_division, libelle, mode_source, professeurs_principaux)
				FROM lsu.v_division ORDER BY code_division""")).containsExactly("6A | SIXIEME A | SAISIE_DIRECTE | {}",
				"6B | 6B | SAISIE_DIRECTE | {51001}");
		assertThat(this.college.lire(ELEVES_LSU)).containsExactly(
				"700101 | 6A | OZANNE | Timéo | 2014-03-01 | 990000101AA | 2",
				"700102 | 6A | CARPENTRAS | CARPENTRAS-ROUX | Inès Aurore | 2014-04-02 | 990000102AB | 1",
				"700103 | 6B | BELIARD | Noham | 2014-05-03 | 0");
		assertThat(this.college
			.lire("SELECT concat_ws(' | ', type, id_sts, civilite, nom, prenom) FROM lsu.v_enseignant ORDER BY id_sts"))
			.containsExactly("epp | 51001 | MME | GUIVARCH | Nolwenn", "local | 52001 | MABILLE | Hortense");
	}

	@Test
	void aFirstLoadFillsTheEntDirectory() {
		this.college.projeter();

		assertThat(this.college.lire("SELECT concat_ws(' | ', uai, nom, commune) FROM ent.v_structure"))
			.containsExactly("0009201B | COLLEGE HELENE VAUTRIN | SORBIERS");
		assertThat(this.college.lire(PERSONNES)).containsExactly("Eleve | BELIARD | Noham | 2014-05-03 | 0009201B",
				"Eleve | CARPENTRAS-ROUX | Inès | 2014-04-02 | 990000102AB | 0009201B",
				"Eleve | OZANNE | Timéo | 2014-03-01 | 990000101AA | 0009201B",
				"Enseignant | GUIVARCH | Nolwenn | 1980-02-03 | 0009201B", "Enseignant | MABILLE | Hortense | 0009201B",
				"Personnel | KERDONCUF | Alban | 1975-05-05 | 0009201B", "Responsable | OZANNE | Lise | 0009201B");
		assertThat(this.college.lire(GROUPES)).containsExactly("classe | 6A | SIXIEME A",
				"profil | 6A | Eleve | Élèves du groupe SIXIEME A",
				"profil | 6A | Enseignant | Enseignants du groupe SIXIEME A",
				"profil | 6A | Responsable | Parents du groupe SIXIEME A", "classe | 6B | 6B",
				"profil | 6B | Eleve | Élèves du groupe 6B", "profil | 6B | Enseignant | Enseignants du groupe 6B",
				"profil | 6B | Responsable | Parents du groupe 6B", "groupe | 6ANGG1 | ANGLAIS 6E",
				"profil | 6ANGG1 | Eleve | Élèves du groupe ANGLAIS 6E",
				"profil | 6ANGG1 | Enseignant | Enseignants du groupe ANGLAIS 6E",
				"profil | 6ANGG1 | Responsable | Parents du groupe ANGLAIS 6E");
		assertThat(this.college.lire(MEMBRES)).containsExactly("SIXIEME A : CARPENTRAS-ROUX, GUIVARCH, OZANNE",
				"Élèves du groupe SIXIEME A : CARPENTRAS-ROUX, OZANNE", "Enseignants du groupe SIXIEME A : GUIVARCH",
				"Parents du groupe SIXIEME A : OZANNE", "6B : BELIARD, GUIVARCH", "Élèves du groupe 6B : BELIARD",
				"Enseignants du groupe 6B : GUIVARCH", "ANGLAIS 6E : BELIARD, MABILLE, OZANNE",
				"Élèves du groupe ANGLAIS 6E : BELIARD, OZANNE", "Enseignants du groupe ANGLAIS 6E : MABILLE",
				"Parents du groupe ANGLAIS 6E : OZANNE");
	}

	@Test
	void functionsAndTeachingsAreOfPersonsAndGroupsAndComeBackAsTheyWere() {
		String fonctions = """
				SELECT concat_ws(' | ', p.nom, f.fonction, f.code_division, f.disparu_le IS NOT NULL)
				FROM ent.v_fonction f JOIN ent.v_personne p USING (personne_id) ORDER BY 1""";
		String enseignements = """
				SELECT concat_ws(' | ', g.libelle, p.nom, e.code_matiere, e.matiere, e.disparu_le IS NOT NULL)
				FROM ent.v_enseignement e JOIN ent.v_groupe g USING (groupe_id) JOIN ent.v_personne p USING (personne_id) ORDER BY 1""";
		this.college.changer(
				"INSERT INTO referentiel.matiere (uai, annee_scolaire, source, code_matiere, libelle, empreinte, numero_depot) "
						+ "VALUES ('0009201B', 2025, 'STS', '030201', 'ANGLAIS LV1', gen_random_uuid(), 18)")
			.projeter();
		List<String> arrivee = this.college.lire(enseignements);

		this.college.changer("UPDATE referentiel.service SET disparu_le = now() WHERE code_structure = '6ANGG1'")
			.changer("UPDATE referentiel.professeur_principal SET disparu_le = now()")
			.projeter();
		List<String> sans = this.college.lire(enseignements);
		List<String> sansPrincipal = this.college.lire(fonctions);
		this.college.changer("UPDATE referentiel.service SET disparu_le = NULL").projeter();

		assertThat(arrivee).containsExactly("ANGLAIS 6E | MABILLE | 030201 | ANGLAIS LV1 | f",
				"SIXIEME A | GUIVARCH | 020700 | 020700 | f");
		assertThat(sans).containsExactly("ANGLAIS 6E | MABILLE | 030201 | ANGLAIS LV1 | t",
				"SIXIEME A | GUIVARCH | 020700 | 020700 | f");
		assertThat(this.college.lire(enseignements)).isEqualTo(arrivee);
		assertThat(sansPrincipal).containsExactly("GUIVARCH | ENS | f", "GUIVARCH | PP | 6B | t", "KERDONCUF | EDU | f",
				"MABILLE | ENS | f");
	}

	@Test
	void aRunWithoutChangeWritesNoRow() {
		this.college.projeter();
		List<String> avant = this.college.traces();

		Map<String, Bilan> bilans = this.college.projeter();

		assertThat(avant).isNotEmpty().isEqualTo(this.college.traces());
		assertThat(bilans).hasSize(17);
		assertThat(bilans.values()).containsOnly(new Bilan(0, 0, 0));
	}

	@Test
	void onlyTheProjectionsThatFollowAChangedEntityRunInTheirOrder() {
		Map<String, Bilan> bilans = this.college.projeter(CollegeDEssai.UAI, Set.of("division"));

		assertThat(bilans.keySet()).containsExactly("lsu-etablissement", "lsu-etablissement-version", "lsu-division",
				"ent-groupe", "lsu-eleve-classe", "ent-membre", "lsu-professeur-principal", "ent-enseignement");
		assertThat(bilans.get("ent-groupe")).isEqualTo(new Bilan(12, 0, 0));
	}

	@Test
	void aSchoolNeverTouchesAnother() {
		this.college.projeter(new Uai("0009101T"), ProjectionReader.ENTITES);
		List<String> voisine = this.college.lire("SELECT libelle FROM ent.v_groupe ORDER BY groupe_id");

		this.college.changer("UPDATE referentiel.division SET disparu_le = now() WHERE uai = '0009201B'").projeter();

		assertThat(this.college
			.lire("SELECT libelle FROM ent.v_groupe WHERE uai = '0009101T' AND disparu_le IS NULL ORDER BY groupe_id"))
			.containsExactlyElementsOf(voisine)
			.hasSize(4);
	}

	@Test
	void aRemovedLinkLeavesTheGroupWithoutThatPupilAndHisParents() {
		this.college.projeter();

		Map<String, Bilan> bilans = this.college
			.changer("UPDATE referentiel.lien_eleve_groupe SET disparu_le = now() WHERE eleve_id = '700101'")
			.projeter(CollegeDEssai.UAI, Set.of("lien"));

		assertThat(bilans).isEqualTo(Map.of("ent-membre", new Bilan(0, 0, 2)));
		assertThat(this.college.lire(MEMBRES)).contains("ANGLAIS 6E : BELIARD, MABILLE",
				"Élèves du groupe ANGLAIS 6E : BELIARD", "Enseignants du groupe ANGLAIS 6E : MABILLE");
		assertThat(this.college.lire(MEMBRES)).doesNotContain("Parents du groupe ANGLAIS 6E : OZANNE");
	}

	@Test
	void aNewLabelRenamesTheGroupAndItsProfileGroups() {
		this.college.projeter();
		List<String> numeros = this.college.lire("SELECT groupe_id FROM ent.v_groupe ORDER BY groupe_id");

		this.college.changer("UPDATE referentiel.groupe SET libelle = 'LV1 ANGLAIS'")
			.projeter(CollegeDEssai.UAI, Set.of("groupe"));

		assertThat(this.college.lire(GROUPES)).contains("groupe | 6ANGG1 | LV1 ANGLAIS",
				"profil | 6ANGG1 | Eleve | Élèves du groupe LV1 ANGLAIS",
				"profil | 6ANGG1 | Enseignant | Enseignants du groupe LV1 ANGLAIS",
				"profil | 6ANGG1 | Responsable | Parents du groupe LV1 ANGLAIS");
		assertThat(this.college.lire("SELECT groupe_id FROM ent.v_groupe ORDER BY groupe_id")).isEqualTo(numeros);
	}

	@Test
	void aPersonWhoDisappearsAndComesBackKeepsItsNumberAndItsPlaces() {
		this.college.projeter();
		String places = """
				SELECT concat_ws(' ', p.personne_id, p.disparu_le IS NULL, m.groupe_id, m.disparu_le IS NULL)
				FROM ent.v_personne p JOIN ent.v_membre m USING (personne_id) WHERE p.cle = '700101' ORDER BY 1""";
		List<String> avant = this.college.lire(places);

		this.college.changer("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700101'").projeter();
		List<String> pendant = this.college.lire(places);
		this.college.changer("UPDATE referentiel.eleve SET disparu_le = NULL WHERE eleve_id = '700101'").projeter();

		assertThat(pendant).hasSameSizeAs(avant).allMatch((ligne) -> ligne.contains(" f ") && ligne.endsWith(" f"));
		assertThat(this.college.lire(places)).isEqualTo(avant);
	}

	@Test
	void whoIsMissingStaysForTheDelayOfHisProfileThenDisappears() {
		this.college.avec(DIX_JOURS_POUR_LES_ELEVES).projeter();
		this.college.changer("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700101'").projeter();

		assertThat(this.college.lire(PRESENCE)).containsExactly("là absent depuis 2025-10-01");
		assertThat(this.college.apres(Duration.ofDays(9)).echeances()).isEmpty();
		assertThat(this.college.projeter().values()).containsOnly(new Bilan(0, 0, 0));
		assertThat(this.college.apres(Duration.ofDays(1)).echeances()).containsExactly("0009201B 2025");
		assertThat(this.college.projeter().get("ent-eleve")).isEqualTo(new Bilan(0, 0, 1));
		assertThat(this.college.lire(PRESENCE)).containsExactly("disparu absent depuis 2025-10-01");
	}

	@Test
	void whoComesBackWithinTheDelayWasNeverGone() {
		this.college.avec(DIX_JOURS_POUR_LES_ELEVES).projeter();
		this.college.changer("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700101'").projeter();

		this.college.changer("UPDATE referentiel.eleve SET disparu_le = NULL WHERE eleve_id = '700101'")
			.apres(Duration.ofDays(9))
			.projeter();

		assertThat(this.college.lire(PRESENCE)).containsExactly("là");
		assertThat(this.college.apres(Duration.ofDays(30)).echeances()).isEmpty();
	}

	@Test
	void aPupilKnownElsewhereByHisIneIsTheSamePerson() {
		this.college.projeter();

		this.college.changer("""
				INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, ine, nom_de_famille, prenom, date_entree,
				  empreinte, numero_depot)
				VALUES ('0009101T', 2025, '900001', '990000101AA', 'OZANNE-RIOU', 'Timéo', '2025-09-20',
				  gen_random_uuid(), 18)""").projeter(new Uai("0009101T"), ProjectionReader.ENTITES);

		assertThat(this.college.lire("""
				SELECT concat_ws(' | ', uai, nom, uai_rattachement, count(*) OVER (PARTITION BY personne_id))
				FROM ent.v_personne WHERE ine = '990000101AA' ORDER BY uai"""))
			.containsExactly("0009101T | OZANNE-RIOU | 0009101T | 2", "0009201B | OZANNE | 0009101T | 2");
		assertThat(this.college.projeter().values()).containsOnly(new Bilan(0, 0, 0));
	}

	@Test
	void aTeacherOfTwoSchoolsIsOnePersonWhateverHisNumberThere() {
		this.college.projeter();

		this.college.changer(ENSEIGNANT_AILLEURS.formatted("epp")).projeter(AILLEURS, ProjectionReader.ENTITES);

		assertThat(this.college.lire(LEURS_PERSONNES)).containsExactly("1 personne(s) pour 2 établissement(s)");
		assertThat(this.college.projeter().values()).containsOnly(new Bilan(0, 0, 0));
	}

	@Test
	void whoIsOfASchoolOnlyIsNotRecognisedElsewhere() {
		this.college.projeter();

		this.college.changer(ENSEIGNANT_AILLEURS.formatted("local")).projeter(AILLEURS, ProjectionReader.ENTITES);

		assertThat(this.college.lire(LEURS_PERSONNES)).containsExactly("2 personne(s) pour 2 établissement(s)");
	}

	@Test
	void twoTeachersOfOneSchoolWithTheSameIdentityAreTwoPersons() {
		this.college.changer(ENSEIGNANT_AILLEURS.formatted("epp").replace("'0009101T'", "'0009201B'")).projeter();

		assertThat(this.college.lire(LEURS_PERSONNES)).containsExactly("2 personne(s) pour 1 établissement(s)");
	}

	@Test
	void twoPupilsWithTheSameIneAreTwoPersons() {
		this.college.changer("UPDATE referentiel.eleve SET ine = '990000101AA' WHERE eleve_id = '700102'").projeter();

		assertThat(
				this.college.lire("SELECT count(DISTINCT personne_id) FROM ent.v_personne WHERE ine = '990000101AA'"))
			.containsExactly("2");
	}

	@Test
	void lsuKeepsTheNameAPupilArrivedWith() {
		this.college.projeter();

		this.college.changer("UPDATE referentiel.eleve SET nom_de_famille = 'OZANNE-RIOU' WHERE eleve_id = '700101'")
			.projeter();

		assertThat(this.college.lire("SELECT nom FROM lsu.v_eleve WHERE id_be = '700101'")).containsExactly("OZANNE");
		assertThat(this.college.lire("SELECT nom FROM ent.v_personne WHERE cle = '700101'"))
			.containsExactly("OZANNE-RIOU");
	}

	@Test
	void lsuKeepsItsMainTeachersItsTeachersAndItsLabels() {
		this.college.projeter();
		List<String> avant = this.college.lire("SELECT to_jsonb(d)::text FROM lsu.v_division d ORDER BY code_division");

		this.college.changer("""
				UPDATE referentiel.division SET libelle = 'AUTRE';
				UPDATE referentiel.enseignant SET nom_usage = 'AUTRE';
				UPDATE referentiel.professeur_principal SET enseignant_type = 'local', enseignant_id = '52001'""")
			.projeter();

		assertThat(this.college.lire("SELECT to_jsonb(d)::text FROM lsu.v_division d ORDER BY code_division"))
			.isEqualTo(avant);
		assertThat(this.college.lire("SELECT nom FROM lsu.v_enseignant ORDER BY id_sts")).containsExactly("GUIVARCH",
				"MABILLE");
	}

	@Test
	void aPupilWhoArrivedBeforeHisDivisionEntersItAndThenFollowsHisBase() {
		String division = "SELECT coalesce(code_division, 'aucune') FROM lsu.v_eleve WHERE id_be = '700101'";
		this.college.changer("UPDATE referentiel.division SET disparu_le = now() WHERE code_division = '6A'")
			.projeter();
		List<String> sans = this.college.lire(division);

		this.college.changer("UPDATE referentiel.division SET disparu_le = NULL").projeter();
		List<String> avec = this.college.lire(division);
		this.college.changer("UPDATE referentiel.eleve_division SET code_division = '6B' WHERE eleve_id = '700101'")
			.projeter();

		assertThat(sans).containsExactly("aucune");
		assertThat(avec).containsExactly("6A");
		assertThat(this.college.lire(division)).containsExactly("6B");
	}

	@Test
	void everyEntityAProjectionMayFollowIsOneThatAFusionChanges() {
		List<String> entites = new Mappings(Path.of("mappings")).sql("fusion")
			.stream()
			.flatMap((fichier) -> fichier.trouver("entite").stream())
			.toList();

		assertThat(entites).containsAll(ProjectionReader.ENTITES);
	}

}
