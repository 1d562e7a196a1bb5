package fr.passerelle.projection;

import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.ProjectionsDues;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the two stores of a school up to date after its deposits. Called again, it finds
 * nothing left to do.
 */
@Component("projectionStep")
public class ProjectionStep {

	private final Depots depots;

	private final ProjectionsDues dues;

	private final Projections projections;

	private final NamedParameterJdbcTemplate jdbc;

	ProjectionStep(Depots depots, ProjectionsDues dues, Projections projections, NamedParameterJdbcTemplate jdbc) {
		this.depots = depots;
		this.dues = dues;
		this.projections = projections;
		this.jdbc = jdbc;
	}

	/** Calls for the projections that are due. */
	public void appeler() {
		this.dues.appeler();
	}

	/** Projects the school and year of this deposit. */
	@Transactional
	public void projeter(String numero) {
		Depot depot = this.depots.depot(NumeroDepot.lire(numero));
		this.dues.prendre(depot.uai(), depot.anneeScolaire())
			.ifPresent((due) -> this.projections.projeter(this.jdbc, new Uai(depot.uai()), depot.anneeScolaire(),
					due.numero(), due.entites()));
	}

}
