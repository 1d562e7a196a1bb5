package fr.passerelle.rangement;

import java.util.Collection;
import java.util.stream.Collectors;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;

/**
 * The SQL of a staging table, from its mapping. Names come checked by the mapping's
 * grammar.
 */
final class StagingTable {

	private StagingTable() {
	}

	static String creation(TableMapping table) {
		return table.colonnes()
			.stream()
			.map((colonne) -> colonne.nom() + " " + type(colonne))
			.collect(Collectors.joining(", ", "CREATE TEMPORARY TABLE IF NOT EXISTS " + table.nom() + " (",
					", rang bigint, ligne integer, empreinte uuid)"));
	}

	/**
	 * Empties temporary tables that an earlier deposit may have left full. Not
	 * {@code ON COMMIT DELETE ROWS}: every commit would then truncate every staging table
	 * the connection has ever made. A small table is not worth a new file either.
	 */
	static String vidage(Collection<String> tables) {
		return tables.stream()
			.map((table) -> """
					IF pg_relation_size('pg_temp.%1$s') > 65536 THEN TRUNCATE pg_temp.%1$s; ELSE DELETE FROM pg_temp.%1$s; END IF;
					"""
				.formatted(table))
			.collect(Collectors.joining("", "DO $$ BEGIN\n", "END $$"));
	}

	static String copie(TableMapping table) {
		return table.colonnes()
			.stream()
			.map(ColonneMapping::nom)
			.collect(Collectors.joining(", ", "COPY pg_temp." + table.nom() + " (",
					", empreinte, rang, ligne) FROM STDIN"));
	}

	private static String type(ColonneMapping colonne) {
		return colonne.liste() ? "text[]" : colonne.type().sql();
	}

}
