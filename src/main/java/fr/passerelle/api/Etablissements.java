package fr.passerelle.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.passerelle.coherence.Dossiers;
import fr.passerelle.coherence.Synchros;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The known schools and the freshness of what each of them sent. */
@Repository
class Etablissements {

	private final JdbcClient jdbc;

	Etablissements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The schools among these (null: all), by UAI. */
	List<EtablissementJson> lister(Set<String> uais) {
		Map<String, List<FraicheurJson>> fraicheurs = fraicheurs(uais);
		return this.jdbc.sql(
				"SELECT uai, territoire, connu_le FROM echange.v_etablissement WHERE (:tous OR uai = ANY (:uais)) ORDER BY uai")
			.param("tous", uais == null)
			.param("uais", tableau(uais))
			.query((ligne, rang) -> new EtablissementJson(ligne.getString(1), ligne.getString(2), instant(ligne, 3),
					fraicheurs.getOrDefault(ligne.getString(1), List.of())))
			.list();
	}

	/** For each flux the last deposit that was applied, by school. */
	private Map<String, List<FraicheurJson>> fraicheurs(Set<String> uais) {
		return this.jdbc
			.sql("""
					SELECT DISTINCT ON (uai, flux) uai, flux, numero, etat, millesime, depose_le, traite_le FROM echange.v_depot
					WHERE etat IN ('traite', 'traite_avec_anomalies') AND flux IS NOT NULL AND (:tous OR uai = ANY (:uais))
					ORDER BY uai, flux, traite_le DESC, numero DESC""")
			.param("tous", uais == null)
			.param("uais", tableau(uais))
			.query((ligne, rang) -> Map.entry(ligne.getString(1),
					new FraicheurJson(ligne.getString(2), Long.toString(ligne.getLong(3)), ligne.getString(4),
							ligne.getString(5), instant(ligne, 6), instant(ligne, 7))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static String[] tableau(Set<String> uais) {
		return (uais != null) ? uais.toArray(new String[0]) : new String[0];
	}

	private static Instant instant(ResultSet ligne, int colonne) throws SQLException {
		Timestamp valeur = ligne.getTimestamp(colonne);
		return (valeur != null) ? valeur.toInstant() : null;
	}

	/** A school on the wire. */
	record EtablissementJson(String uai, String territoire, Instant connuLe, List<FraicheurJson> fraicheur) {
	}

	/** A school, where it is in the chain of synchronisations, and its lots. */
	record FicheJson(String uai, String territoire, Instant connuLe, List<FraicheurJson> fraicheur,
			Integer anneeScolaire, List<Synchros.Etape> etapes, List<Dossiers.Dossier> dossiers) {

		static FicheJson de(EtablissementJson etablissement, Integer annee, List<Synchros.Etape> etapes,
				List<Dossiers.Dossier> dossiers) {
			return new FicheJson(etablissement.uai(), etablissement.territoire(), etablissement.connuLe(),
					etablissement.fraicheur(), annee, etapes, dossiers);
		}

	}

	/** The last deposit of a flux that was applied. */
	record FraicheurJson(String flux, String numero, String etat, String millesime, Instant deposeLe,
			Instant traiteLe) {
	}

}
