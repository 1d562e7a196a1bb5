package fr.passerelle.journal;

import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The search over deposits that the API and the page share. Filters: {@code uai},
 * {@code flux}, {@code etat}, {@code depuis} (ISO instant or date) and {@code q} (part of
 * the file name or the number).
 */
final class DepotSearch {

	private static final String OU = """
			FROM echange.depot
			WHERE (:tous OR uai = ANY (:uais))
			  AND (:uai::text IS NULL OR uai = :uai) AND (:flux::text IS NULL OR flux = :flux) AND (:etat::text IS NULL OR etat = :etat)
			  AND (:depuis::text IS NULL OR depose_le >= :depuis::timestamptz)
			  AND (:q::text IS NULL OR strpos(lower(fichier), lower(:q)) > 0 OR numero::text = :q)
			""";

	private DepotSearch() {
	}

	static JdbcClient.StatementSpec sur(JdbcClient jdbc, Set<String> uais, Map<String, String> filtres) {
		return preparer(jdbc, "SELECT * " + OU + "ORDER BY numero DESC LIMIT :taille OFFSET :saut", uais, filtres);
	}

	static JdbcClient.StatementSpec compte(JdbcClient jdbc, Set<String> uais, Map<String, String> filtres) {
		return preparer(jdbc, "SELECT count(*) " + OU, uais, filtres);
	}

	private static JdbcClient.StatementSpec preparer(JdbcClient jdbc, String sql, Set<String> uais,
			Map<String, String> filtres) {
		JdbcClient.StatementSpec requete = jdbc.sql(sql)
			.param("tous", uais == null)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : new String[0]);
		for (String filtre : new String[] { "uai", "flux", "etat", "depuis", "q" }) {
			requete = requete.param(filtre, filtres.get(filtre));
		}
		return requete;
	}

}
