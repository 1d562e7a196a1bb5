package fr.passerelle.referentiel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;

/**
 * Where a fusion writes: a table of the référentiel, and the columns that say which of
 * its rows are this source's.
 *
 * @param table with its schema
 * @param constantes column and its literal, for the rows of this source; empty when all
 * are
 */
record FusionTarget(String table, Map<String, String> constantes) {

	private static final Pattern FORME = Pattern
		.compile("([a-z_]+\\.[a-z_]+)(?: WHERE ([a-z_]+) = ('[A-Za-z0-9_]+'))?");

	static FusionTarget de(SqlFile fichier) {
		Matcher cible = FORME.matcher(fichier.champ("cible"));
		if (!cible.matches()) {
			throw new MappingFaux(fichier.nom(),
					"« cible » est une table du référentiel, suivie au plus de WHERE colonne = 'VALEUR'");
		}
		Map<String, String> constantes = new LinkedHashMap<>();
		if (cible.group(2) != null) {
			constantes.put(cible.group(2), cible.group(3));
		}
		return new FusionTarget(cible.group(1), constantes);
	}

	/** The rows of this school, year and source that are there. */
	String presents() {
		return conditions("c") + " AND c.disparu_le IS NULL";
	}

	/** The rows of this school, year and source, there or not. */
	String conditions(String alias) {
		StringBuilder conditions = new StringBuilder(
				"%1$s.uai = :uai AND %1$s.annee_scolaire = :annee".formatted(alias));
		this.constantes
			.forEach((colonne, valeur) -> conditions.append(" AND %s.%s = %s".formatted(alias, colonne, valeur)));
		return conditions.toString();
	}

	/** Of these columns, those that staging gives. */
	List<String> donnees(List<String> colonnes) {
		return colonnes.stream().filter((colonne) -> !this.constantes.containsKey(colonne)).toList();
	}

}
