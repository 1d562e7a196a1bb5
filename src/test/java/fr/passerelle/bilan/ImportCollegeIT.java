package fr.passerelle.bilan;

import java.io.IOException;
import java.nio.file.Files;
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

/** Bilans of a collège by file. */
@TestInstance(Lifecycle.PER_CLASS)
class ImportCollegeIT {

	private static final String UAI = LivretsDEssai.COLLEGE;

	private static final String BILAN = SchemasTest.texte("college.xml");

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
	void theCollegeOfTheScenarios() {
		this.livrets.recommencer();
	}

	@Test
	void aBilanEntersLockedWithItsTeachers() {
		CompteRendu rapport = this.livrets.deposer(UAI, BILAN);

		assertThat(rapport.etat()).isEqualTo("traite");
		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(1, 0, 0, 0));
		assertThat(this.livrets
			.lire("""
					SELECT concat_ws(' ', etat, mode, date_verrou, nom, code_division, date_conseil, appreciation, professeurs_principaux::text)
					FROM lsu.v_bilan_periodique"""))
			.containsExactly(
					"VERROUILLE IMPORT 2025-12-05 18:00:00 OZANNE 6EME B 2025-12-04 Trimestre encourageant. {51001}");
		assertThat(this.livrets.lire("""
				SELECT concat_ws(' ', d.code, d.modalite, d.libelle, a.moyenne_eleve, a.moyenne_structure, x.nom_fige)
				FROM lsu.bilan_acquis a JOIN lsu.discipline d ON d.id = a.discipline_id
				JOIN lsu.bilan_acquis_enseignant x ON x.acquis_id = a.id"""))
			.containsExactly("020700 S Français 13,5/20 12/20 Guivarch");
	}

	@Test
	void aRefusedBilanDoesNotKeepTheOthersOut() {
		String deux = BILAN
			.replace("</eleves>",
					"<eleve id=\"EL_9\" id-be=\"999\" nom=\"Inconnu\" code-division=\"6EME B\"/></eleves>")
			.replace("</bilans-periodiques>", bilan(BILAN).replace("EL_700101", "EL_9") + "</bilans-periodiques>");

		CompteRendu rapport = this.livrets.deposer(UAI, deux);

		assertThat(rapport.rejets()).extracting(Ligne::code).containsExactly("E-ELEVE-2D");
		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(1, 0, 0, 0));
		assertThat(rapport.informations()).extracting(Ligne::message)
			.contains("Bilans lus : 2 ; importés : 1 ; rejetés : 1.");
		assertThat(this.livrets.lire(
				"SELECT concat_ws(' ', bilans_lus, bilans_importes, bilans_rejetes, schema_version) FROM lsu.import_lot"))
			.containsExactly("2 1 1 3.0");
	}

	@Test
	void aReimportedBilanIsTiedToTheIdentityOfToday() {
		this.livrets.deposer(UAI, BILAN);
		this.livrets.executer(
				"""
						UPDATE lsu.eleve_version SET statut = 'ARCHIVEE', archivee_le = now() WHERE nom = 'OZANNE' AND uai = :uai;
						INSERT INTO lsu.eleve_version (eleve_id, numero, nom, prenoms, empreinte, statut, uai, annee_scolaire, numero_depot)
						SELECT id, 2, 'OZANNE-RIOU', 'Timéo', 'x', 'COURANTE', uai, 2025, 18 FROM lsu.eleve WHERE id_be = '700101' AND uai = :uai;
						UPDATE lsu.eleve e SET version_courante_id = v.id FROM lsu.eleve_version v
						WHERE v.eleve_id = e.id AND v.statut = 'COURANTE' AND e.uai = :uai""",
				UAI);
		assertThat(this.livrets.lire("SELECT nom FROM lsu.v_bilan_periodique")).containsExactly("OZANNE");

		CompteRendu rapport = this.livrets.deposer(UAI, BILAN);

		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(0, 1, 0, 0));
		assertThat(this.livrets.lire("SELECT nom FROM lsu.v_bilan_periodique")).containsExactly("OZANNE-RIOU");
	}

	@Test
	void theWholeSampleEnters() throws IOException {
		CompteRendu rapport = this.livrets.executer(LivretsDEssai.DIVISIONS_DE_L_EXEMPLE, UAI).deposer(UAI, exemple());

		assertThat(rapport.rejets()).isEmpty();
		assertThat(rapport.ecarts()).containsEntry("bilan_periodique", new Ecart(5, 0, 0, 0))
			.containsEntry("bilan_cycle", new Ecart(3, 0, 0, 0));
		assertThat(nombres()).containsExactly("acquis 23", "epi 9", "ap 7", "parcours 20", "socle 8", "cycle_socle 24",
				"comp_num 10", "comp_num_commun 3", "dispositif 8");
	}

	@Test
	void hostileDocumentsAreRefusedAndNothingIsFetched() {
		String entete = "<?xml version=\"1.0\"?>\n";
		String corps = BILAN.substring(BILAN.indexOf("<lsun-bilans"));

		assertThat(refus(entete + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + corps))
			.isEqualTo("ENV_DTD");
		assertThat(refus(entete + corps.replace("Trimestre encourageant.", "&inconnue;"))).isEqualTo("ENV_ENTITE");
		assertThat(refus(BILAN.replace("Trimestre encourageant.", "a".repeat(20_000)))).isEqualTo("E-XSD");
		assertThat(refus(BILAN.replace("schemaVersion=\"3.0\"", "schemaVersion=\"99.0\""))).isEqualTo("E-VERSION");
		assertThat(refus(BILAN.replace("import-bilan-complet.xsd", "http://127.0.0.1:1/a.xsd")
			.replace("urn:fr:edu:scolarite:lsun:bilans:import\"\n", "urn:autre\"\n"))).isEqualTo("E-XSD");
	}

	/** The sample, of our school and of the open year. */
	static String exemple() throws IOException {
		return Files.readString(Exemples.bilans2d())
			.replace("0382032C", UAI)
			.replace("millesime=\"2015\"", "millesime=\"2025\"");
	}

	private static String bilan(String document) {
		return document.substring(document.indexOf("<bilan-periodique "),
				document.indexOf("</bilan-periodique>") + "</bilan-periodique>".length());
	}

	private String refus(String document) {
		return this.livrets.deposer(UAI, document).refus().code();
	}

	private List<String> nombres() {
		return this.livrets
			.lire("""
					SELECT 'acquis ' || count(*) FROM lsu.bilan_acquis UNION ALL SELECT 'epi ' || count(*) FROM lsu.bilan_epi
					UNION ALL SELECT 'ap ' || count(*) FROM lsu.bilan_ap UNION ALL SELECT 'parcours ' || count(*) FROM lsu.bilan_parcours
					UNION ALL SELECT 'socle ' || count(*) FROM lsu.bilan_socle UNION ALL SELECT 'cycle_socle ' || count(*) FROM lsu.bilan_cycle_socle
					UNION ALL SELECT 'comp_num ' || count(*) FROM lsu.bilan_comp_num
					UNION ALL SELECT 'comp_num_commun ' || count(*) FROM lsu.bilan_comp_num_commun
					UNION ALL SELECT 'dispositif ' || count(*) FROM lsu.bilan_dispositif""");
	}

}
