package fr.passerelle.projection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database itself refuses (I1 to I5), whatever the code above it does. */
class LsuInvariantsIT {

	private static final String VERROUILLER = """
			UPDATE lsu.bilan_periodique b SET etat = 'VERROUILLE', date_verrou = '2025-12-05 18:00',
			  eleve_version_id = e.version_courante_id, etablissement_version_id = t.version_courante_id,
			  classe_libelle_fige = 'SIXIEME A'
			FROM lsu.eleve e, lsu.etablissement t WHERE e.id = b.eleve_id AND t.id = e.etablissement_id""";

	private static final String DEVERROUILLER = """
			UPDATE lsu.bilan_periodique SET etat = 'DEVERROUILLE', date_verrou = NULL, eleve_version_id = NULL,
			  etablissement_version_id = NULL, classe_libelle_fige = NULL""";

	private static final String ARCHIVER = """
			UPDATE lsu.eleve_version SET statut = 'ARCHIVEE', archivee_le = now()
			WHERE id = (SELECT version_courante_id FROM lsu.eleve WHERE id_be = '700101');
			INSERT INTO lsu.eleve_version (eleve_id, numero, nom, prenoms, empreinte, statut, uai, annee_scolaire, numero_depot)
			SELECT id, 2, 'OZANNE-RIOU', 'Timéo', 'x', 'COURANTE', uai, 2025, 18 FROM lsu.eleve WHERE id_be = '700101';
			UPDATE lsu.eleve e SET version_courante_id = v.id FROM lsu.eleve_version v
			WHERE v.eleve_id = e.id AND v.statut = 'COURANTE'""";

	private final CollegeDEssai college = new CollegeDEssai();

	@BeforeEach
	void oneUnlockedBilan() {
		this.college.projeter();
		this.college.changer(
				"""
						INSERT INTO lsu.periodicite (etablissement_id, nb_periodes, uai, annee_scolaire, numero_depot)
						SELECT id, 3, uai, 2025, 18 FROM lsu.etablissement;
						INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire, numero_depot)
						SELECT id, 3, 1, '2025-09-01', '2025-11-30', uai, 2025, 18 FROM lsu.periodicite;
						INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, uai, annee_scolaire)
						SELECT e.id, e.classe_id, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', e.uai, 2025
						FROM lsu.eleve e, lsu.periode p WHERE e.id_be = '700101';
						INSERT INTO lsu.bilan_dispositif (bilan_id, code, uai, annee_scolaire)
						SELECT id, 'PAP', uai, 2025 FROM lsu.bilan_periodique""");
	}

	@Test
	void aLockedBilanAndItsRowsCannotChange() {
		this.college.changer(VERROUILLER);

		refuse("UPDATE lsu.bilan_periodique SET appreciation = 'autre'", "I1");
		refuse("DELETE FROM lsu.bilan_periodique", "I1");
		refuse(DEVERROUILLER + ", appreciation = 'autre'", "I1");
		refuse("UPDATE lsu.bilan_dispositif SET code = 'PAI'", "I1");
		refuse("DELETE FROM lsu.bilan_dispositif", "I1");
		refuse("""
				INSERT INTO lsu.bilan_socle (bilan_id, code, positionnement, uai, annee_scolaire)
				SELECT id, 'CPD_FRA', 3, uai, 2025 FROM lsu.bilan_periodique""", "I1");
	}

	@Test
	void anUnlockedBilanChangesAgain() {
		this.college.changer(VERROUILLER)
			.changer(DEVERROUILLER)
			.changer("UPDATE lsu.bilan_dispositif SET code = 'PAI'");

		assertThat(this.college.lire("SELECT etat || ' ' || dispositifs::text FROM lsu.v_bilan_periodique"))
			.containsExactly("DEVERROUILLE {PAI}");
	}

	@Test
	void aLockWithoutAllItsTiesIsRefused() {
		refuse("UPDATE lsu.bilan_periodique SET etat = 'VERROUILLE', date_verrou = '2025-12-05 18:00'",
				"bilan_periodique_verrou");
	}

	@Test
	void anOpenImportOfTheSchoolReplacesALockedBilanAndAClosedOneDoesNot() {
		this.college.changer(VERROUILLER)
			.changer(
					"""
							INSERT INTO lsu.import_lot (id, etablissement_id, fichier, sha256, degre, schema_version, depose_par, debut, uai,
							  annee_scolaire, numero_depot)
							SELECT 7, id, 'bilans.xml', repeat('0', 64), '2D', '3.0', 'essai', now(), uai, 2025, 18
							FROM lsu.etablissement""");

		this.college.changer("SET LOCAL lsu.import_id = '7'; UPDATE lsu.bilan_dispositif SET code = 'PPRE'");
		this.college.changer("UPDATE lsu.import_lot SET fin = now()");

		assertThat(this.college.lire("SELECT code FROM lsu.bilan_dispositif")).containsExactly("PPRE");
		refuse("SET LOCAL lsu.import_id = '7'; UPDATE lsu.bilan_dispositif SET code = 'PAP'", "I1");
	}

	@Test
	void anArchivedVersionCanNeitherChangeNorGo() {
		this.college.changer(VERROUILLER).changer(ARCHIVER);

		refuse("UPDATE lsu.eleve_version SET nom = 'AUTRE' WHERE statut = 'ARCHIVEE'", "I2");
		refuse("DELETE FROM lsu.eleve_version WHERE statut = 'ARCHIVEE'", "bilan_periodique");
	}

	@Test
	void theVersionALockedBilanIsTiedToCannotBeOverwritten() {
		this.college.changer(VERROUILLER);

		refuse("UPDATE lsu.eleve_version SET nom = 'AUTRE' WHERE nom = 'OZANNE'", "I2");
	}

	@Test
	void anIdentityWithoutLockedBilanIsOverwritten() {
		this.college.changer("UPDATE lsu.eleve_version SET nom = 'OZANNE-RIOU' WHERE nom = 'OZANNE'");

		assertThat(this.college.lire("SELECT nom FROM lsu.v_eleve WHERE id_be = '700101'"))
			.containsExactly("OZANNE-RIOU");
	}

	@Test
	void theUaiOfASchoolCannotChange() {
		refuse("UPDATE lsu.etablissement SET uai = '0009101T'", "I3");
	}

	@Test
	void twoRunsOfOneSchoolCannotGoAtOnce() {
		String run = """
				INSERT INTO lsu.sync_execution (etablissement_id, degre, declencheur, demandeur, debut, etat, uai, annee_scolaire)
				SELECT id, '2D', 'MANUEL', 'essai', now(), 'EN_COURS', uai, 2025 FROM lsu.etablissement""";
		this.college.changer(run);

		refuse(run, "sync_une_seule_en_cours");
	}

	@Test
	void aLockedBilanShowsItsFormerIdentityAndAnUnlockedOneTheNew() {
		String nom = "SELECT nom FROM lsu.v_bilan_periodique";
		this.college.changer(VERROUILLER).changer(ARCHIVER);
		String verrouille = this.college.lire(nom).get(0);

		this.college.changer(DEVERROUILLER);

		assertThat(verrouille).isEqualTo("OZANNE");
		assertThat(this.college.lire(nom)).containsExactly("OZANNE-RIOU");
	}

	@Test
	void periodsOfOnePeriodicityCannotOverlap() {
		refuse("""
				INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire, numero_depot)
				SELECT id, 3, 2, '2025-11-30', '2026-03-06', uai, 2025, 18 FROM lsu.periodicite""",
				"periode_sans_chevauchement");
	}

	private void refuse(String sql, String cause) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.college.changer(sql))
			.withMessageContaining(cause);
	}

}
