package fr.passerelle.referentiel;

import java.time.Clock;

import fr.passerelle.journal.Depot;
import fr.passerelle.mapping.Mappings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The year that each application of a school writes, learned from its own exports: it
 * goes before the territory's calendar (contract §2).
 */
@Component
class KnownYears {

	private final JdbcClient jdbc;

	private final Mappings mappings;

	private final Clock horloge;

	KnownYears(JdbcClient jdbc, Mappings mappings, Clock horloge) {
		this.jdbc = jdbc;
		this.mappings = mappings;
		this.horloge = horloge;
	}

	void noter(Depot depot) {
		String systeme = this.mappings.source(depot.flux()).orElseThrow().systeme();
		this.jdbc
			.sql("""
					INSERT INTO echange.millesime_vu AS m (uai, systeme, millesime, annee_scolaire, numero, vu_le)
					VALUES (:uai, :systeme, :millesime, :annee, :numero, :le)
					ON CONFLICT (uai, systeme) DO UPDATE SET millesime = excluded.millesime, annee_scolaire = excluded.annee_scolaire,
					    numero = excluded.numero, vu_le = excluded.vu_le
					WHERE m.annee_scolaire <> excluded.annee_scolaire""")
			.param("uai", depot.uai())
			.param("systeme", systeme)
			.param("millesime", depot.millesime())
			.param("annee", depot.anneeScolaire())
			.param("numero", depot.numero().valeur())
			.param("le", java.sql.Timestamp.from(this.horloge.instant()))
			.update();
	}

}
