package fr.passerelle.publication.ldap;

import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;
import fr.passerelle.publication.Annees;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The schools that entries are made of, and the year of each. */
@Component("perimetreLdap")
class Perimetre {

	private static final String TABLE = """
			DROP TABLE IF EXISTS ldap_demande;
			CREATE TEMPORARY TABLE ldap_demande (uai text PRIMARY KEY, annee_scolaire integer NOT NULL, jour date NOT NULL) ON COMMIT DROP""";

	private final JdbcTemplate jdbc;

	private final Annees annees;

	private final Calendriers calendriers;

	Perimetre(JdbcTemplate jdbc, Annees annees, Calendriers calendriers) {
		this.jdbc = jdbc;
		this.annees = annees;
		this.calendriers = calendriers;
	}

	/**
	 * Puts the schools where the queries find them.
	 * @param uais null for all
	 */
	void poser(Set<String> uais, Instant instant) {
		this.jdbc.execute(TABLE);
		List<Object[]> ecoles = this.annees.parEcole(uais, instant)
			.entrySet()
			.stream()
			.map((ecole) -> new Object[] { ecole.getKey(), ecole.getValue(),
					Date.valueOf(this.calendriers.jour(new Uai(ecole.getKey()), instant)) })
			.toList();
		this.jdbc.batchUpdate("INSERT INTO ldap_demande VALUES (?, ?, ?)", ecoles);
	}

}
