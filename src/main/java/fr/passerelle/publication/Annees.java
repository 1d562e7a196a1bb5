package fr.passerelle.publication;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The year of a school that feeds tell: the last one begun that has élèves. A school late
 * in September still has those of June; one that prepares its rentrée in June is not
 * there yet.
 */
@Component
public class Annees {

	/** Those without élèves first, then the oldest: the last one read is kept. */
	private static final String CONNUES = """
			SELECT uai, annee_scolaire FROM ent.presence WHERE disparu_le IS NULL AND (? OR uai = ANY (?))
			GROUP BY uai, annee_scolaire ORDER BY bool_or(profil = 'Eleve'), annee_scolaire""";

	private final JdbcTemplate jdbc;

	private final Calendriers calendriers;

	Annees(JdbcTemplate jdbc, Calendriers calendriers) {
		this.jdbc = jdbc;
		this.calendriers = calendriers;
	}

	/**
	 * The year of each school of the directory that has begun one.
	 * @param uais the schools, null for all
	 */
	public Map<String, Integer> parEcole(Set<String> uais, Instant instant) {
		Map<String, Integer> annees = new TreeMap<>();
		this.jdbc.query(CONNUES, (ligne) -> {
			if (this.calendriers.estCommencee(new Uai(ligne.getString(1)), ligne.getInt(2), instant)) {
				annees.put(ligne.getString(1), ligne.getInt(2));
			}
		}, uais == null, (uais != null) ? uais.toArray(new String[0]) : new String[0]);
		return annees;
	}

}
