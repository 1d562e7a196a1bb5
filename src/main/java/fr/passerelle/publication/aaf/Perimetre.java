package fr.passerelle.publication.aaf;

import java.sql.Date;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The schools a parcel speaks of, and the year of each: the last one begun that has
 * élèves, so that a school late in September still has those of June.
 */
@Component("perimetreAaf")
class Perimetre {

	/** Where the queries find them. */
	private static final String TABLE = """
			DROP TABLE IF EXISTS flux_etablissement, aaf_ecarte, aaf_etablissement, aaf_mef, aaf_matiere, aaf_structure, aaf_eleve,
			    aaf_eleve_classe, aaf_eleve_groupe, aaf_responsable, aaf_lien, aaf_eleve_responsable, aaf_suppleance, aaf_service,
			    aaf_principal, aaf_agent;
			CREATE TEMPORARY TABLE flux_etablissement (uai text PRIMARY KEY, annee_scolaire integer NOT NULL, jour date NOT NULL) ON COMMIT DROP""";

	private static final String ANNEES = """
			WITH annee AS MATERIALIZED (
			    SELECT uai, annee_scolaire, bool_or(profil = 'Eleve') AS eleves FROM ent.presence
			    WHERE disparu_le IS NULL AND (:tous OR uai = ANY (:uais)) GROUP BY uai, annee_scolaire)
			SELECT p.uai, p.annee_scolaire, p.eleves,
			       EXISTS (SELECT FROM ent.structure s WHERE s.uai = p.uai AND s.annee_scolaire = p.annee_scolaire AND s.disparu_le IS NULL) AS identite,
			       EXISTS (SELECT FROM referentiel.eleve e WHERE e.uai = p.uai AND e.annee_scolaire = p.annee_scolaire AND e.source = 'ONDE')
			       OR EXISTS (SELECT FROM referentiel.enseignant n WHERE n.uai = p.uai AND n.annee_scolaire = p.annee_scolaire AND n.type = 'onde') AS premier
			FROM annee p ORDER BY p.uai, p.annee_scolaire""";

	private final JdbcClient jdbc;

	private final JdbcTemplate lots;

	private final Calendriers calendriers;

	Perimetre(JdbcClient jdbc, JdbcTemplate lots, Calendriers calendriers) {
		this.jdbc = jdbc;
		this.lots = lots;
		this.calendriers = calendriers;
	}

	/** The degrees that these schools (null: all) are of, the second one first. */
	List<Degre> degres(Set<String> uais) {
		return annees(uais).stream().map(Ecole::degre).distinct().sorted().toList();
	}

	/**
	 * Puts the schools where the queries find them.
	 * @return those left out, because nothing said their name
	 */
	List<String> poser(Degre degre, Set<String> uais, Instant instant) {
		Map<String, Ecole> ecoles = annees(uais).stream()
			.filter((annee) -> annee.degre() == degre)
			.filter((annee) -> this.calendriers.estCommencee(new Uai(annee.uai()), annee.annee(), instant))
			.collect(Collectors.toMap(Ecole::uai, Function.identity(), Ecole::laMeilleure, TreeMap::new));
		this.lots.execute(TABLE);
		List<Object[]> lignes = ecoles.values()
			.stream()
			.filter(Ecole::identite)
			.map((ecole) -> new Object[] { ecole.uai(), ecole.annee(),
					Date.valueOf(this.calendriers.jour(new Uai(ecole.uai()), instant)) })
			.toList();
		this.lots.batchUpdate("INSERT INTO flux_etablissement VALUES (?, ?, ?)", lignes);
		return ecoles.values().stream().filter((ecole) -> !ecole.identite()).map(Ecole::uai).toList();
	}

	private List<Ecole> annees(Set<String> uais) {
		return this.jdbc.sql(ANNEES)
			.param("tous", uais == null)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : new String[0])
			.query((ligne, rang) -> new Ecole(ligne.getString("uai"), ligne.getInt("annee_scolaire"),
					ligne.getBoolean("eleves"), ligne.getBoolean("identite"),
					ligne.getBoolean("premier") ? Degre.PREMIER : Degre.SECOND))
			.list();
	}

	/** A school in a year. */
	private record Ecole(String uai, int annee, boolean eleves, boolean identite, Degre degre) {

		/** Of two years in order, the later one that has élèves. */
		Ecole laMeilleure(Ecole suivante) {
			return (suivante.eleves() || !this.eleves) ? suivante : this;
		}

	}

}
