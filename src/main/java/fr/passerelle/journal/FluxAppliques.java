package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger knows to be applied, by school, year and flow. */
@Repository
public class FluxAppliques {

	private final JdbcClient jdbc;

	public FluxAppliques(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether one of these flows was ever applied for this school and year. */
	public boolean unDe(String uai, int annee, Set<String> flux) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM echange.depot WHERE uai = :uai AND annee_scolaire = :annee AND flux = ANY (:flux)
					               AND etat IN ('traite', 'traite_avec_anomalies'))""")
			.param("uai", uai)
			.param("annee", annee)
			.param("flux", flux.toArray(new String[0]))
			.query(Boolean.class)
			.single();
	}

	/** Moment of the most recent export that is applied: an older one comes too late. */
	public Optional<LocalDateTime> dernierExport(String uai, int annee, String flux) {
		return this.jdbc.sql("""
				SELECT horodatage FROM echange.depot
				WHERE uai = :uai AND annee_scolaire = :annee AND flux = :flux AND horodatage IS NOT NULL
				  AND etat IN ('traite', 'traite_avec_anomalies')
				ORDER BY horodatage DESC LIMIT 1""")
			.param("uai", uai)
			.param("annee", annee)
			.param("flux", flux)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toLocalDateTime);
	}

}
