package fr.passerelle.bilan;

import java.util.List;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.CompteRendu.Ligne;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** Bilans of an école by file: scenarios 43, 57 (its import), 59 and 60. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportEcoleIT {

	private static final String UAI = LivretsDEssai.ECOLE;

	/** Lison Fabrègue, CM1-2, first period. */
	private static final String BILAN = SchemasTest.texte("ecole.xml")
		.replace("id-be=\"90011\" libelle=\"CE2-1\"", "id-be=\"90012\" libelle=\"CM1-2\"")
		.replace("990000001ZA", "990000003ZC")
		.replace("nom=\"Kervella\" prenom=\"Maëlys\"", "nom=\"Fabrègue\" prenom=\"Lison\"");

	private static final String PAP = "<modalites-accompagnement><modalite-accompagnement code=\"PAP\"/>"
			+ "</modalites-accompagnement>\n        <appreciation-generale>";

	private LivretsDEssai livrets;

	@BeforeAll
	void open() {
		this.livrets = new LivretsDEssai();
	}

	@AfterAll
	void close() {
		this.livrets.close();
	}

	@BeforeEach
	void theEcoleOfTheScenarios() {
		this.livrets.recommencer();
	}

	@Test
	void sc57AnImportedBilanIsLockedAtTheDateOfTheFile() {
		CompteRendu rapport = deposer(BILAN.replace("2026-01-30T17:30:00", "2026-01-30T18:00:00"));

		assertThat(codes(rapport.anomalies())).isEmpty();
		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(1, 0, 0, 0));
		assertThat(this.livrets
			.lire("""
					SELECT concat_ws(' ', etat, mode, date_verrou, nom, prenoms, libelle_division, directeur_ou_responsable, date_scolarite)
					FROM lsu.v_bilan_periodique"""))
			.containsExactly("VERROUILLE IMPORT 2026-01-30 18:00:00 FABRÈGUE Lison CM1-2 MME Solenn Aubrac 2025-09-01");
		assertThat(this.livrets
			.lire("""
					SELECT concat_ws(' ', a.code_domaine, p.code_domaine, a.positionnement, a.non_evalue, a.appreciation, e.libelle)
					FROM lsu.bilan_acquis a LEFT JOIN lsu.bilan_acquis p ON p.id = a.parent_id
					LEFT JOIN lsu.bilan_element_programme e ON e.acquis_id = a.id ORDER BY a.code_domaine"""))
			.containsExactly("EPS-RAC 3 f Coopérer dans un jeu collectif", "FRA-ETL FRA-RAC t",
					"FRA-LEC FRA-RAC 3 f Lire à voix haute un texte préparé",
					"FRA-RAC f Lecture fluide, orthographe à consolider.",
					"MAT-NBC MAT-RAC 4 f Calculer avec des nombres entiers", "MAT-RAC f");
	}

	@Test
	void sc43ImportedAgainABilanIsReplacedAsAWholeAndItsDispositifsComeFromOnde() {
		deposer(BILAN);
		this.livrets.executer(
				"""
						INSERT INTO lsu.dispositif_eleve (eleve_id, code, date_debut, date_fin, vu_le, uai, annee_scolaire, numero_depot)
						SELECT id, 'ULIS ECOLE', '2025-10-06', NULL, now(), uai, 2025, 1 FROM lsu.eleve WHERE ine_courant = '990000003ZC'""",
				UAI);

		CompteRendu rapport = deposer(BILAN.replace("<appreciation-generale>", PAP)
			.replace("Une première période sérieuse.", "Une période reprise."));

		assertThat(codes(rapport.anomalies())).containsExactly("A-MODALITES");
		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(0, 1, 0, 0));
		assertThat(this.livrets.lire("SELECT dispositifs::text || ' ' || appreciation FROM lsu.v_bilan_periodique"))
			.containsExactly("{\"ULIS ECOLE\"} Une période reprise.");
	}

	@Test
	void sc59aAClassInDirectEntryIsRefused() {
		CompteRendu rapport = deposer(SchemasTest.texte("ecole.xml"));

		assertThat(messages(rapport.rejets())).containsExactly(
				"""
						La classe CE2-1 est paramétrée en Saisie manuelle. Le bilan de l'élève KERVELLA Maëlys (CE2-1) pour la période 1/2 \
						(2025-2026) ne sera pas importé.""");
		rienNEntre();
	}

	@Test
	void sc59bAnUnknownClassIsRefusedAndHasNoPeriods() {
		CompteRendu rapport = deposer(BILAN.replace("90012", "99999"));

		assertThat(codes(rapport.rejets())).containsExactly("E-CLASSE", "E-PERIODES");
		assertThat(messages(rapport.rejets())).containsExactly(
				"""
						La classe référencée dans le bilan de l'élève FABRÈGUE Lison (CM1-2) pour la période 1 / 2 ( 2025-2026 ) est inconnue dans la \
						base de données ONDE. Vérifiez les données dans ONDE, puis le logiciel d'évaluation.""",
				"Veuillez effectuer le paramétrage des périodes pour la classe CM1-2 (<id=99999>).");
		rienNEntre();
	}

	@Test
	void sc59cAClassWithoutPeriodsIsRefused() {
		this.livrets.executer("UPDATE lsu.classe SET periodicite_id = NULL WHERE uai = :uai", UAI);

		assertThat(codes(deposer(BILAN).rejets())).containsExactly("E-PERIODES");
		rienNEntre();
	}

	@Test
	void sc59dOtherDatesOfThePeriodsAreRefused() {
		CompteRendu rapport = deposer(BILAN.replace("date-fin=\"2026-01-30\"", "date-fin=\"2026-01-31\""));

		assertThat(messages(rapport.rejets())).containsExactly(
				"""
						Les dates des périodes définies dans le fichier importé sont différentes de celles paramétrées dans LSU pour la classe CM1-2 \
						(<id=90012>). Vérifiez le paramétrage des périodes dans LSU et dans votre logiciel éditeur.""");
		rienNEntre();
	}

	@Test
	void sc60aAnotherCivilityMakesAnotherTeacherAndTheBilanEnters() {
		CompteRendu rapport = deposer(
				BILAN.replace("civilite=\"M\" nom=\"Tournier\"", "civilite=\"MME\" nom=\"Tournier\""));

		assertThat(messages(rapport.anomalies())).containsExactly(
				"""
						L'enseignant MME Tournier Basile est inconnu dans ONDE. Vérifiez les données dans le logiciel d'évaluation et ONDE. \
						(1 bilan(s))""");
		assertThat(this.livrets
			.lire("SELECT concat_ws(' ', civilite_fige, nom_fige, prenom_fige) FROM lsu.bilan_enseignant"))
			.containsExactly("MME Tournier Basile");
	}

	@Test
	void sc60bTheFirstNameOfATeacherIsNotCompared() {
		CompteRendu rapport = deposer(BILAN.replace("prenom=\"Basile\"", "prenom=\"Bastien\""));

		assertThat(rapport.etat()).isEqualTo("traite");
	}

	@Test
	void sc60dACodeOfSixCharactersRefusesTheWholeFile() {
		CompteRendu rapport = deposer(BILAN.replace("EPS-RAC", "EPSRAC"));

		assertThat(rapport.etat()).isEqualTo("refuse");
		assertThat(rapport.refus().code()).isEqualTo("E-XSD");
		rienNEntre();
	}

	@Test
	void sc60eTwoDomainsAreNotEnough() {
		CompteRendu rapport = deposer(BILAN
			.replace("<acquis code-domaine=\"EPS-RAC\" element-programme-refs=\"EP_3\" positionnement=\"3\"/>", ""));

		assertThat(codes(rapport.rejets())).containsExactly("E-3DOMAINES");
		rienNEntre();
	}

	@Test
	void aBilanEnteredDirectlyIsNeverOverwritten() {
		this.livrets.executer(
				"""
						INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, appreciation, uai, annee_scolaire)
						SELECT e.id, e.classe_id, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', 'saisi', e.uai, 2025
						FROM lsu.eleve e JOIN lsu.periode p ON p.uai = e.uai AND p.indice = 1 WHERE e.ine_courant = '990000003ZC'""",
				UAI);

		assertThat(codes(deposer(BILAN).rejets())).containsExactly("E-SAISIE");
		assertThat(this.livrets.lire("SELECT appreciation FROM lsu.bilan_periodique")).containsExactly("saisi");
	}

	private CompteRendu deposer(String document) {
		return this.livrets.deposer(UAI, document);
	}

	private void rienNEntre() {
		assertThat(this.livrets.lire("SELECT id::text FROM lsu.bilan_periodique")).isEmpty();
	}

	private static List<String> codes(List<Ligne> lignes) {
		return lignes.stream().map(Ligne::code).toList();
	}

	private static List<String> messages(List<Ligne> lignes) {
		return lignes.stream().map(Ligne::message).toList();
	}

}
