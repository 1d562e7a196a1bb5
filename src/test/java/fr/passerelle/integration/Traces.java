package fr.passerelle.integration;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the stores with the transaction that wrote each. */
final class Traces {

	private Traces() {
	}

	/**
	 * One line per row of a school in the référentiel, the LSU and the ENT; lots of
	 * changes are numbered a little later.
	 */
	static List<String> de(JdbcClient jdbc, String uai) {
		return tables(jdbc).stream()
			.flatMap((table) -> jdbc
				.sql("SELECT '%1$s ' || xmin || ' ' || ctid FROM %1$s WHERE uai = ? ORDER BY 1".formatted(table))
				.param(uai)
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

	private static List<String> tables(JdbcClient jdbc) {
		return jdbc
			.sql("""
					SELECT c.table_schema || '.' || c.table_name FROM information_schema.columns c
					JOIN information_schema.tables t USING (table_schema, table_name)
					WHERE c.table_schema IN ('referentiel', 'lsu', 'ent') AND c.column_name = 'uai' AND t.table_type = 'BASE TABLE'
					  AND c.table_name <> 'changement_lot'
					ORDER BY 1""")
			.query(String.class)
			.list();
	}

}
