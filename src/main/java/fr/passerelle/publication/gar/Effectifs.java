package fr.passerelle.publication.gar;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the last valid parcel of each consumer held, school by school. */
@Repository
class Effectifs {

	private final JdbcClient jdbc;

	Effectifs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What has gone in mass since the last valid parcel, over the schools asked for.
	 * @param uais the schools, null for all
	 */
	List<Constat> disparitions(String consommateur, Degre degre, Set<String> uais,
			Map<String, Coherence.Effectif> maintenant, GarSettings.Disparition limites) {
		Map<String, Object> avant = this.jdbc
			.sql("""
					SELECT coalesce(sum(eleves), 0) AS eleves, coalesce(sum(groupes), 0) AS groupes, coalesce(sum(liens), 0) AS liens
					FROM echange.gar_effectif WHERE consommateur = ? AND degre = ? AND (?::text[] IS NULL OR uai = ANY (?::text[]))""")
			.params(consommateur, degre.code(), tableau(uais), tableau(uais))
			.query()
			.singleRow();
		List<Constat> constats = new ArrayList<>();
		comparer("élèves", avant.get("eleves"), maintenant.values().stream().mapToLong((e) -> e.eleves).sum(), limites,
				constats);
		comparer("groupes", avant.get("groupes"), maintenant.values().stream().mapToLong((e) -> e.groupes).sum(),
				limites, constats);
		comparer("liens", avant.get("liens"), maintenant.values().stream().mapToLong((e) -> e.liens).sum(), limites,
				constats);
		return constats;
	}

	private static void comparer(String quoi, Object avant, long apres, GarSettings.Disparition limites,
			List<Constat> constats) {
		long nombre = ((Number) avant).longValue();
		if (limites.depassee(nombre, apres)) {
			constats.add(Constat.de("GAR_DISPARITION", "quoi", quoi, "avant", Long.toString(nombre), "apres",
					Long.toString(apres)));
		}
	}

	/** Notes what a valid parcel of all the schools of a consumer holds. */
	void noter(String consommateur, Degre degre, Map<String, Coherence.Effectif> effectifs, Instant instant) {
		this.jdbc.sql("DELETE FROM echange.gar_effectif WHERE consommateur = ? AND degre = ?")
			.params(consommateur, degre.code())
			.update();
		String[] uais = effectifs.keySet().toArray(new String[0]);
		this.jdbc.sql("""
				INSERT INTO echange.gar_effectif (consommateur, degre, uai, eleves, groupes, liens, paquet_le)
				SELECT ?, ?, e.uai, e.eleves, e.groupes, e.liens, ?
				FROM unnest(?::text[], ?::integer[], ?::integer[], ?::integer[]) AS e (uai, eleves, groupes, liens)""")
			.params(consommateur, degre.code(), Timestamp.from(instant), uais,
					effectifs.values().stream().map((e) -> e.eleves).toArray(Integer[]::new),
					effectifs.values().stream().map((e) -> e.groupes).toArray(Integer[]::new),
					effectifs.values().stream().map((e) -> e.liens).toArray(Integer[]::new))
			.update();
	}

	private static String[] tableau(Set<String> uais) {
		return (uais != null) ? uais.toArray(new String[0]) : null;
	}

}
