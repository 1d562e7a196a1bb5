package fr.passerelle.publication.aaf;

import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;
import fr.passerelle.publication.Annees;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schools a parcel speaks of, the year and the degree of each. */
@Component("perimetreAaf")
class Perimetre {

	/** Where the queries find them. */
	private static final String TABLE = """
			DROP TABLE IF EXISTS flux_etablissement, aaf_ecarte, aaf_etablissement, aaf_mef, aaf_matiere, aaf_structure, aaf_eleve,
			    aaf_eleve_classe, aaf_eleve_groupe, aaf_responsable, aaf_lien, aaf_eleve_responsable, aaf_suppleance, aaf_service,
			    aaf_principal, aaf_agent;
			CREATE TEMPORARY TABLE flux_etablissement (uai text PRIMARY KEY, annee_scolaire integer NOT NULL, jour date NOT NULL) ON COMMIT DROP""";

	private static final String ECOLES = """
			SELECT a.uai, a.annee_scolaire,
			       EXISTS (SELECT FROM ent.structure s WHERE s.uai = a.uai AND s.annee_scolaire = a.annee_scolaire AND s.disparu_le IS NULL) AS identite,
			       EXISTS (SELECT FROM referentiel.eleve e WHERE e.uai = a.uai AND e.annee_scolaire = a.annee_scolaire AND e.source = 'ONDE')
			       OR EXISTS (SELECT FROM referentiel.enseignant n WHERE n.uai = a.uai AND n.annee_scolaire = a.annee_scolaire AND n.type = 'onde') AS premier
			FROM unnest(:uais::text[], :annees::integer[]) AS a (uai, annee_scolaire) ORDER BY a.uai""";

	private final JdbcClient jdbc;

	private final JdbcTemplate lots;

	private final Annees annees;

	private final Calendriers calendriers;

	Perimetre(JdbcClient jdbc, JdbcTemplate lots, Annees annees, Calendriers calendriers) {
		this.jdbc = jdbc;
		this.lots = lots;
		this.annees = annees;
		this.calendriers = calendriers;
	}

	/** The degrees that these schools (null: all) are of, the second one first. */
	List<Degre> degres(Set<String> uais, Instant instant) {
		return ecoles(uais, instant).stream().map(Ecole::degre).distinct().sorted().toList();
	}

	/**
	 * Puts the schools where the queries find them.
	 * @return those left out, because nothing said their name
	 */
	List<String> poser(Degre degre, Set<String> uais, Instant instant) {
		List<Ecole> ecoles = ecoles(uais, instant).stream().filter((ecole) -> ecole.degre() == degre).toList();
		this.lots.execute(TABLE);
		List<Object[]> lignes = ecoles.stream()
			.filter(Ecole::identite)
			.map((ecole) -> new Object[] { ecole.uai(), ecole.annee(),
					Date.valueOf(this.calendriers.jour(new Uai(ecole.uai()), instant)) })
			.toList();
		this.lots.batchUpdate("INSERT INTO flux_etablissement VALUES (?, ?, ?)", lignes);
		return ecoles.stream().filter((ecole) -> !ecole.identite()).map(Ecole::uai).toList();
	}

	private List<Ecole> ecoles(Set<String> uais, Instant instant) {
		Map<String, Integer> annees = this.annees.parEcole(uais, instant);
		return this.jdbc.sql(ECOLES)
			.param("uais", annees.keySet().toArray(new String[0]))
			.param("annees", annees.values().toArray(new Integer[0]))
			.query((ligne, rang) -> new Ecole(ligne.getString("uai"), ligne.getInt("annee_scolaire"),
					ligne.getBoolean("identite"), ligne.getBoolean("premier") ? Degre.PREMIER : Degre.SECOND))
			.list();
	}

	/** A school in its year. */
	private record Ecole(String uai, int annee, boolean identite, Degre degre) {
	}

}
