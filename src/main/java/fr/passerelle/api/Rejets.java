package fr.passerelle.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was set aside, grouped by cause, and the deposits that could be replayed. */
@Repository
class Rejets {

	/** Enough to look into a cause; the list of deposits has filters for the rest. */
	private static final int DEPOTS_PAR_CAUSE = 100;

	private final JdbcClient jdbc;

	Rejets(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The causes, the most frequent first; the wording is that of the last report. */
	List<RejetJson> parCause(Set<String> uais) {
		return this.jdbc
			.sql("""
					WITH cause AS (
					  SELECT a.code, min(a.regle) AS regle, count(*) AS nombre, max(a.numero) AS dernier,
					         (array_agg(DISTINCT a.numero ORDER BY a.numero DESC))[1\\:%d] AS depots
					  FROM echange.anomalie a JOIN echange.depot d USING (numero)
					  WHERE a.nature <> 'information' AND (:tous OR d.uai = ANY (:uais))
					  GROUP BY a.code)
					SELECT code, regle, nombre, depots, coalesce(
					    jsonb_path_query_first(contenu, '$.rejets[*] ? (@.code == $code).libelle', jsonb_build_object('code', code)),
					    jsonb_path_query_first(contenu, '$.anomalies[*] ? (@.code == $code).libelle', jsonb_build_object('code', code)),
					    to_jsonb(code)) #>> '{}' AS libelle
					FROM cause LEFT JOIN echange.compte_rendu ON numero = dernier
					ORDER BY nombre DESC, code"""
				.formatted(DEPOTS_PAR_CAUSE))
			.param("tous", uais == null)
			.param("uais", tableau(uais))
			.query((ligne, rang) -> new RejetJson(ligne.getString("code"), ligne.getString("regle"),
					ligne.getString("libelle"), ligne.getLong("nombre"),
					Arrays.stream((Long[]) ligne.getArray("depots").getArray()).map(String::valueOf).toList()))
			.list();
	}

	/**
	 * The deposits a replay could mend: failed ones, and those with anomalies that
	 * nothing newer of the same school and flux has replaced.
	 * @param code only those with this cause, or null
	 */
	List<NumeroDepot> aRejouer(Set<String> uais, String code) {
		return this.jdbc
			.sql("""
					SELECT d.numero FROM echange.depot d
					WHERE (:tous OR d.uai = ANY (:uais))
					  AND (d.etat = 'traite_avec_anomalies' OR d.etat = 'en_echec')
					  AND (:code::text IS NULL OR EXISTS (SELECT FROM echange.anomalie a WHERE a.numero = d.numero AND a.code = :code))
					  AND NOT EXISTS (SELECT FROM echange.depot s
					                  WHERE s.uai = d.uai AND s.flux = d.flux AND s.annee_scolaire = d.annee_scolaire
					                    AND s.numero > d.numero AND s.etat IN ('traite', 'traite_avec_anomalies'))
					ORDER BY d.numero""")
			.param("tous", uais == null)
			.param("uais", tableau(uais))
			.param("code", code)
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

	private static String[] tableau(Set<String> uais) {
		return (uais != null) ? uais.toArray(new String[0]) : new String[0];
	}

	/** A cause on the wire. */
	record RejetJson(String code, String regle, String libelle, long nombre, List<String> depots) {
	}

}
