package fr.passerelle.coherence;

/** What one application holds and the next one in the chain does not, by code. */
final class Ecarts {

	/** A report names what a person can look up; the count says the rest. */
	private static final int MAX_NOMS = 200;

	/** Synchro 3: groups and services that the timetable sent and STS does not show. */
	static final String EDT_ABSENT_DE_STS = """
			SELECT g.code_groupe FROM referentiel.v_edt_groupe g
			WHERE g.uai = :uai AND g.annee_scolaire = :annee AND g.disparu_le IS NULL
			  AND NOT EXISTS (SELECT FROM referentiel.groupe s WHERE s.uai = g.uai AND s.annee_scolaire = g.annee_scolaire AND s.source = 'STS'
			                  AND s.disparu_le IS NULL AND s.code_groupe = g.code_groupe)
			UNION
			SELECT v.code_structure || ' ' || v.code_matiere || ' ' || v.code_modalite FROM referentiel.v_edt_service v
			WHERE v.uai = :uai AND v.annee_scolaire = :annee AND v.disparu_le IS NULL
			  AND NOT EXISTS (SELECT FROM referentiel.v_service s WHERE s.uai = v.uai AND s.annee_scolaire = v.annee_scolaire AND s.disparu_le IS NULL
			                  AND s.type_structure = v.type_structure AND s.code_structure = v.code_structure
			                  AND s.code_matiere = v.code_matiere AND s.code_modalite = v.code_modalite)
			ORDER BY 1 LIMIT\s"""
			+ MAX_NOMS;

	/** Synchro 4a: divisions and groups of STS that SIECLE does not know. */
	static final String STS_ABSENT_DE_SIECLE = """
			SELECT code FROM (
			    SELECT code_division AS code, 'D' AS type, source FROM referentiel.division
			    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL
			    UNION ALL
			    SELECT code_groupe, 'G', source FROM referentiel.groupe
			    WHERE uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL) structure
			GROUP BY type, code HAVING every(source = 'STS')
			ORDER BY 1 LIMIT\s""" + MAX_NOMS;

	private Ecarts() {
	}

}
