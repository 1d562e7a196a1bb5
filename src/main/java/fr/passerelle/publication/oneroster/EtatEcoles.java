package fr.passerelle.publication.oneroster;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;
import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Says in a few letters which state of the directory schools are in: what the last files
 * made of it, and the day, since an enrolment ends with its day.
 */
@Component
class EtatEcoles {

	private final NamedParameterJdbcTemplate jdbc;

	private final Calendriers calendriers;

	EtatEcoles(DataSource base, Calendriers calendriers) {
		this.jdbc = new NamedParameterJdbcTemplate(base);
		this.calendriers = calendriers;
	}

	/** The state of these schools, null for all. */
	String de(Set<String> uais, Instant instant) {
		StringBuilder etat = new StringBuilder();
		this.jdbc.query(
				"""
						SELECT uai, string_agg(concat_ws(' ', annee_scolaire, numero, extract(epoch FROM faite_le)), ' ' ORDER BY annee_scolaire)
						FROM echange.projection_faite WHERE :tous OR uai = ANY (:uais) GROUP BY uai ORDER BY uai""",
				Map.of("tous", uais == null, "uais", (uais != null) ? uais.toArray(new String[0]) : new String[0]),
				(ligne) -> {
					etat.append(ligne.getString(1))
						.append(ligne.getString(2))
						.append(this.calendriers.jour(new Uai(ligne.getString(1)), instant));
				});
		return DigestUtils.sha256Hex(etat.toString());
	}

}
