package fr.passerelle.projection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The LSU and ENT stores follow the référentiel: each projection compares the whole state
 * of one school and year with the store and writes the differences only.
 */
public final class Projections {

	private final List<Projection> projections;

	private final Clock clock;

	private final int seuil;

	private final Delais delais;

	/**
	 * Reads and checks the SQL files of this folder.
	 * @param seuil changes of one kind, of a school at once, beyond which consumers are
	 * told to read the school again
	 * @param delais how long who is missing stays in the directory
	 * @throws IllegalStateException with a French sentence, when one of them is wrong
	 */
	public Projections(Path dossier, Clock clock, int seuil, Delais delais) {
		this.projections = new ProjectionFolder(dossier).read();
		this.clock = clock;
		this.seuil = seuil;
		this.delais = delais;
	}

	/**
	 * Runs the projections that follow one of these entities, in their order, inside the
	 * caller's transaction.
	 * @return what each of them wrote, by name, in the order they ran
	 */
	public Map<String, Bilan> projeter(NamedParameterJdbcTemplate jdbc, Uai uai, int anneeScolaire, NumeroDepot numero,
			Set<String> entitesChangees) {
		Instant maintenant = this.clock.instant();
		MapSqlParameterSource parametres = new MapSqlParameterSource().addValue("uai", uai.code())
			.addValue("annee", anneeScolaire)
			.addValue("numero", numero.valeur())
			.addValue("instant", maintenant.atOffset(ZoneOffset.UTC))
			.addValues(this.delais.limites(maintenant));
		Lot lot = new Lot(jdbc, parametres, this.seuil);
		Map<String, Bilan> bilans = SchoolSizedPlans.during(jdbc.getJdbcOperations(), () -> run(lot, entitesChangees));
		lot.fermer();
		return bilans;
	}

	private Map<String, Bilan> run(Lot lot, Set<String> entitesChangees) {
		Map<String, Bilan> bilans = new LinkedHashMap<>();
		for (Projection projection : this.projections) {
			if (projection.concerne(entitesChangees)) {
				bilans.put(projection.nom(), lot.run(projection));
			}
		}
		return bilans;
	}

}
