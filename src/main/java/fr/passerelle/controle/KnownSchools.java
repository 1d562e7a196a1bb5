package fr.passerelle.controle;

import java.time.Instant;

import fr.passerelle.journal.Depot;
import fr.passerelle.noyau.Uai;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A school becomes known with its first accepted deposit (contract §2). */
@Component
class KnownSchools {

	private final JdbcClient jdbc;

	KnownSchools(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void connaitre(Uai uai, String territoire, Depot depot, Instant instant) {
		this.jdbc.sql("""
				INSERT INTO echange.etablissement (uai, territoire, connu_le, numero) VALUES (?, ?, ?, ?)
				ON CONFLICT (uai) DO NOTHING""")
			.param(uai.code())
			.param(territoire)
			.param(java.sql.Timestamp.from(instant))
			.param(depot.numero().valeur())
			.update();
	}

}
