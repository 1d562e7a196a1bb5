package fr.passerelle.rangement;

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
