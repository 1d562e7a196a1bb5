package fr.passerelle.publication.gar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Annees;
import fr.passerelle.publication.Redaction;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The records of a parcel, as the files of {@code mappings/flux/gar} give them: one file
 * for each element, whose columns are its children. All the schools at once; the rows
 * come by cursor, so that a whole académie is never in memory.
 */
final class Enregistrements {

	private static final int A_LA_FOIS = 2_000;

	private final NamedParameterJdbcTemplate jdbc;

	private final List<SqlFile> preparation;

	private final Map<Degre, List<SqlFile>> elements;

	private final SqlFile ecartes;

	private final Annees annees;

	Enregistrements(DataSource base, Mappings mappings, Annees annees) {
		this.annees = annees;
		JdbcTemplate enFlux = new JdbcTemplate(base);
		enFlux.setFetchSize(A_LA_FOIS);
		this.jdbc = new NamedParameterJdbcTemplate(enFlux);
		this.preparation = mappings.sql("flux/gar/preparation");
		this.elements = List.of(Degre.values())
			.stream()
			.collect(Collectors.toMap((degre) -> degre,
					(degre) -> mappings.sql("flux/gar/" + degre.code().toLowerCase(Locale.ROOT))));
		this.ecartes = mappings.sql("flux/gar")
			.stream()
			.filter((fichier) -> fichier.trouver("element").filter("ecartes"::equals).isPresent())
			.findFirst()
			.orElseThrow(() -> new GarFaux("mappings/flux/gar : aucun fichier « -- element: ecartes »"));
	}

	/**
	 * Decides, once for the transaction, what goes and what does not.
	 * @param uais the schools, null for all
	 */
	void preparer(Set<String> uais, Instant instant) {
		JdbcTemplate simple = (JdbcTemplate) this.jdbc.getJdbcOperations();
		if (simple.queryForObject("SELECT to_regclass('pg_temp.gar_perimetre')", String.class) != null) {
			return;
		}
		simple.execute(
				"CREATE TEMPORARY TABLE gar_perimetre (uai text PRIMARY KEY, annee_scolaire integer) ON COMMIT DROP");
		if (uais == null) {
			simple.execute("INSERT INTO gar_perimetre SELECT DISTINCT uai FROM ent.presence WHERE disparu_le IS NULL");
		}
		else {
			simple.update("INSERT INTO gar_perimetre SELECT DISTINCT unnest(?::text[])",
					(Object) uais.toArray(new String[0]));
		}
		Map<String, Integer> commencees = this.annees.parEcole(uais, instant);
		simple.update("""
				UPDATE gar_perimetre p SET annee_scolaire = a.annee_scolaire
				FROM unnest(?::text[], ?::integer[]) AS a (uai, annee_scolaire) WHERE a.uai = p.uai""",
				commencees.keySet().toArray(new String[0]), commencees.values().toArray(new Integer[0]));
		this.preparation.forEach((fichier) -> simple.execute(fichier.sql()));
	}

	/**
	 * What does not go in the parcel of this degree, and why; what goes and has to be
	 * known.
	 * @param phrases makes a sentence of what the queries tell by its code
	 */
	List<Redaction.Ecarte> ecartes(Degre degre, String consommateur, Instant instant,
			Function<Constat, String> phrases) {
		return this.jdbc.query(this.ecartes.sql(),
				Map.of("degre", degre.code(), "consommateur", consommateur, "instant", Timestamp.from(instant)),
				(ligne, rang) -> new Redaction.Ecarte(ligne.getString("uai"), ligne.getString("eleve"),
						ligne.getString("objet"), motif(ligne, phrases)));
	}

	private static String motif(ResultSet ligne, Function<Constat, String> phrases) throws SQLException {
		String code = ligne.getString("code");
		return (code == null) ? ligne.getString("motif")
				: phrases.apply(Constat.de(code, (String[]) ligne.getArray("valeurs").getArray()));
	}

	/** The schools of this degree. */
	List<String> uais(Degre degre) {
		return this.jdbc.queryForList("SELECT uai FROM gar_etab WHERE degre = :degre ORDER BY uai",
				Map.of("degre", degre.code()), String.class);
	}

	/** The elements of a degree, in the order they are written. */
	List<SqlFile> elements(Degre degre) {
		return this.elements.get(degre);
	}

	/** Gives each record of this element, in its order. */
	void lire(SqlFile element, boolean minuscules, RowCallbackHandler suite) {
		this.jdbc.query(element.sql(), Map.of("minuscules", minuscules), suite);
	}

}
