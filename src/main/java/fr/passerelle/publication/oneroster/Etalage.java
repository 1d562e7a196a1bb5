package fr.passerelle.publication.oneroster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The rows of the files laid out as tables of one transaction, {@code f_<fichier>}, and
 * what {@link Controle} asks of the files asked of them.
 */
@Component
class Etalage {

	private final NamedParameterJdbcTemplate jdbc;

	Etalage(DataSource base) {
		this.jdbc = new NamedParameterJdbcTemplate(base);
	}

	/** Lays them out, {@link Enregistrements#preparer} having been called. */
	void etaler(List<Fichier> fichiers, List<String> champs) {
		for (Fichier fichier : fichiers) {
			this.jdbc.getJdbcOperations().execute("DROP TABLE IF EXISTS " + table(fichier.nom()));
			this.jdbc.update(
					"CREATE TEMPORARY TABLE %s ON COMMIT DROP AS %s".formatted(table(fichier.nom()), fichier.sql()),
					Map.of("champs", champs.toArray(new String[0])));
			this.jdbc.getJdbcOperations().execute("ANALYZE " + table(fichier.nom()));
		}
	}

	/** One fault of each kind is enough: nothing of it is shown. */
	List<Constat> fautes(List<Fichier> fichiers) {
		List<Constat> fautes = new ArrayList<>();
		for (Fichier fichier : fichiers) {
			chercher(fautes, "ONEROSTER_REPETE", fichier, "sourcedId",
					"SELECT \"sourcedId\" FROM %s GROUP BY 1 HAVING count(*) > 1".formatted(table(fichier.nom())));
			for (String colonne : fichier.exige()) {
				chercher(fautes, "ONEROSTER_VIDE", fichier, colonne,
						"SELECT \"sourcedId\" FROM %s WHERE btrim(coalesce(\"%s\"::text, '')) = ''"
							.formatted(table(fichier.nom()), colonne));
			}
			fichier.cite()
				.forEach((colonne, autre) -> chercher(fautes, "ONEROSTER_REFERENCE", fichier, colonne, """
						SELECT f."sourcedId" FROM %s f, unnest(string_to_array(f."%s"::text, ',')) cite
						WHERE NOT EXISTS (SELECT FROM %s a WHERE a."sourcedId" = cite)"""
					.formatted(table(fichier.nom()), colonne, table(autre))));
			if (fichier.nom().equals("roles")) {
				chercher(fautes, "ONEROSTER_PRINCIPAL", fichier, "roleType",
						"""
								SELECT "userSourcedId" FROM f_roles GROUP BY 1 HAVING count(*) FILTER (WHERE "roleType" = 'primary') <> 1""");
			}
		}
		return fautes;
	}

	private void chercher(List<Constat> fautes, String code, Fichier fichier, String colonne, String sql) {
		this.jdbc.queryForList(sql + " LIMIT 1", Map.of(), String.class)
			.forEach((id) -> fautes.add(
					Constat.de(code, "fichier", fichier.nom(), "identifiant", String.valueOf(id), "colonne", colonne)));
	}

	private static String table(String fichier) {
		return "\"f_" + fichier + '"';
	}

}
