package fr.passerelle.projection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * The LSU and ENT stores follow the référentiel: each projection compares the whole state
 * of one school and year with the store and writes the differences only.
 */
public final class Projections {

	private final List<Projection> projections;

	private final Clock clock;

	/**
	 * Reads and checks the SQL files of this folder.
	 * @throws IllegalStateException with a French sentence, when one of them is wrong
	 */
	public Projections(Path dossier, Clock clock) {
		this.projections = new ProjectionFolder(dossier).read();
		this.clock = clock;
	}

	/**
	 * Runs the projections that follow one of these entities, in their order, inside the
	 * caller's transaction.
	 * @return what each of them wrote, by name, in the order they ran
	 */
	public Map<String, Bilan> projeter(NamedParameterJdbcTemplate jdbc, Uai uai, int anneeScolaire, NumeroDepot numero,
			Set<String> entitesChangees) {
		SqlParameterSource parametres = new MapSqlParameterSource().addValue("uai", uai.code())
			.addValue("annee", anneeScolaire)
			.addValue("numero", numero.valeur())
			.addValue("instant", this.clock.instant().atOffset(ZoneOffset.UTC));
		return SchoolSizedPlans.during(jdbc.getJdbcOperations(), () -> run(jdbc, parametres, entitesChangees));
	}

	private Map<String, Bilan> run(NamedParameterJdbcTemplate jdbc, SqlParameterSource parametres,
			Set<String> entitesChangees) {
		Map<String, Bilan> bilans = new LinkedHashMap<>();
		for (Projection projection : this.projections) {
			if (projection.concerne(entitesChangees)) {
				bilans.put(projection.nom(), run(jdbc, projection, parametres));
			}
		}
		return bilans;
	}

	private static Bilan run(NamedParameterJdbcTemplate jdbc, Projection projection, SqlParameterSource parametres) {
		Map<String, Integer> nombres = new HashMap<>();
		RowCallbackHandler compte = (row) -> nombres.put(row.getString("operation"), row.getInt("nombre"));
		jdbc.query(projection.sql(), parametres, compte);
		return Bilan.de(nombres);
	}

}
