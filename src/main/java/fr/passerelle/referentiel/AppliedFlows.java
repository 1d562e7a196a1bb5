package fr.passerelle.referentiel;

import java.util.Set;

import fr.passerelle.journal.Depot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger knows to be applied, by school, year and flow. */
@Component
class AppliedFlows {

	private final JdbcClient jdbc;

	AppliedFlows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes the others wait who apply something of this school. */
	void verrouiller(String uai) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('referentiel ' || ?, 0))")
			.param(uai)
			.query()
			.listOfRows();
	}

	/** Whether one of these flows was ever applied for this school and year. */
	boolean unDe(String uai, int annee, Set<String> flux) {
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

	/** Whether a later export of the same flow is already applied (F23). */
	boolean plusRecent(Depot depot) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM echange.depot WHERE uai = :uai AND annee_scolaire = :annee AND flux = :flux
					               AND numero <> :numero AND horodatage > :horodatage AND etat IN ('traite', 'traite_avec_anomalies'))""")
			.param("uai", depot.uai())
			.param("annee", depot.anneeScolaire())
			.param("flux", depot.flux())
			.param("numero", depot.numero().valeur())
			.param("horodatage", java.sql.Timestamp.valueOf(depot.horodatage()))
			.query(Boolean.class)
			.single();
	}

}
