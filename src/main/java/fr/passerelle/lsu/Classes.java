package fr.passerelle.lsu;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The classes of a school, in the order in which they are shown. */
@Repository
class Classes {

	/** By level in an école, where labels begin with it; by code elsewhere. */
	private static final String ORDRE = """
			ORDER BY CASE WHEN c.code IS NULL THEN
			             array_position(ARRAY['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2', 'ULIS'],
			                            (regexp_match(upper(c.libelle), '(TPS|PS|MS|GS|CP|CE1|CE2|CM1|CM2|ULIS)'))[1]) END NULLS LAST,
			         coalesce(c.code, c.libelle), c.id""";

	private final JdbcClient jdbc;

	Classes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Classe> de(Ecole ecole) {
		return this.jdbc
			.sql("""
					SELECT c.id, coalesce(c.code, c.id_onde), c.libelle, c.mode_source, c.periodicite_id, p.nb_periodes, c.code IS NOT NULL
					FROM lsu.classe c LEFT JOIN lsu.periodicite p ON p.id = c.periodicite_id
					WHERE c.uai = ? AND c.annee_scolaire = ? AND c.disparu_le IS NULL
					"""
					+ ORDRE)
			.params(ecole.uai(), ecole.anneeScolaire())
			.query((ligne, rang) -> new Classe(ligne.getLong(1), ligne.getString(2), ligne.getString(3),
					ligne.getString(4), (Long) ligne.getObject(5), (Integer) ligne.getObject(6), ligne.getBoolean(7)))
			.list();
	}

	/**
	 * A class.
	 *
	 * @param code code of the division, or ONDE's identifier
	 * @param periodicite null while its periods are not configured
	 * @param division whether it is one of the second degree
	 */
	record Classe(long id, String code, String libelle, String modeSource, Long periodicite, Integer nbPeriodes,
			boolean division) {

		/** As the messages name it: a division by its code, a class by its label. */
		String nom() {
			return this.division ? this.code : this.libelle;
		}

		boolean seNomme(String mot) {
			return mot.equals(this.code) || mot.equals(this.libelle);
		}

	}

}
