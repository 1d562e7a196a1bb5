package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which deposit takes the place of an earlier one of the same kind, when only the last is
 * to be applied (elegroupe.md §4: only the last file of a school is kept).
 */
@Repository
public class Remplacements {

	private final JdbcClient jdbc;

	private final Clock horloge;

	Remplacements(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	/**
	 * The last of the deposits of the same school, year and flow that are more recent and
	 * may be applied now: one that waits for another night replaces nothing tonight. The
	 * moment of the export goes before the order of the deposits, as everywhere.
	 */
	public Optional<NumeroDepot> remplacant(Depot depot) {
		return this.jdbc
			.sql("""
					SELECT numero FROM echange.depot d
					WHERE uai = :uai AND annee_scolaire = :annee AND flux = :flux AND etat = 'depose'
					  AND (coalesce(horodatage, '-infinity'), numero) > (coalesce(:horodatage::timestamp, '-infinity'), :numero)
					  AND NOT EXISTS (SELECT FROM echange.outbox o WHERE o.numero = d.numero AND o.adresse = 'passerelle.depots'
					                  AND o.publie_le IS NULL AND o.disponible_le > :maintenant)
					ORDER BY horodatage DESC NULLS LAST, numero DESC LIMIT 1""")
			.param("uai", depot.uai())
			.param("annee", depot.anneeScolaire())
			.param("flux", depot.flux())
			.param("horodatage", (depot.horodatage() != null) ? Timestamp.valueOf(depot.horodatage()) : null)
			.param("numero", depot.numero().valeur())
			.param("maintenant", Timestamp.from(this.horloge.instant()))
			.query(Long.class)
			.optional()
			.map(NumeroDepot::new);
	}

}
