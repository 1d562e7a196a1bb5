package fr.passerelle.referentiel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the others wait who apply something of the same school. */
@Component
class SchoolLock {

	private final JdbcClient jdbc;

	SchoolLock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Held until the end of the transaction. */
	void verrouiller(String uai) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('referentiel ' || ?, 0))")
			.param(uai)
			.query()
			.listOfRows();
	}

}
