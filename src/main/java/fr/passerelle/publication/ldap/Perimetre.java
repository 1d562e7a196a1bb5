package fr.passerelle.publication.ldap;

import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The schools that entries are made of, and the year of each: the last one begun that has
 * élèves, so that a school late in September still has those of June.
 */
@Component("perimetreLdap")
class Perimetre {

	private static final String TABLE = """
			DROP TABLE IF EXISTS ldap_demande;
			CREATE TEMPORARY TABLE ldap_demande (uai text PRIMARY KEY, annee_scolaire integer NOT NULL, jour date NOT NULL) ON COMMIT DROP""";

	private static final String ANNEES = """
			SELECT uai, annee_scolaire FROM ent.presence WHERE disparu_le IS NULL AND (? OR uai = ANY (?))
			GROUP BY uai, annee_scolaire ORDER BY uai, bool_or(profil = 'Eleve'), annee_scolaire""";

	private final JdbcTemplate jdbc;

	private final Calendriers calendriers;

	Perimetre(JdbcTemplate jdbc, Calendriers calendriers) {
		this.jdbc = jdbc;
		this.calendriers = calendriers;
	}

	/**
	 * Puts the schools where the queries find them.
	 * @param uais null for all
	 */
	void poser(Set<String> uais, Instant instant) {
		Map<String, Integer> annees = new TreeMap<>();
		this.jdbc.query(ANNEES, (ligne) -> {
			if (this.calendriers.estCommencee(new Uai(ligne.getString(1)), ligne.getInt(2), instant)) {
				annees.put(ligne.getString(1), ligne.getInt(2));
			}
		}, uais == null, (uais != null) ? uais.toArray(new String[0]) : new String[0]);
		this.jdbc.execute(TABLE);
		List<Object[]> ecoles = annees.entrySet()
			.stream()
			.map((ecole) -> new Object[] { ecole.getKey(), ecole.getValue(),
					Date.valueOf(this.calendriers.jour(new Uai(ecole.getKey()), instant)) })
			.toList();
		this.jdbc.batchUpdate("INSERT INTO ldap_demande VALUES (?, ?, ?)", ecoles);
	}

}
