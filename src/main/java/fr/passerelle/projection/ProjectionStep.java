package fr.passerelle.projection;

import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the two stores of a school up to date after a deposit. Done again, it finds
 * nothing left to do.
 */
@Component("projectionStep")
public class ProjectionStep {

	private final Depots depots;

	private final Projections projections;

	private final NamedParameterJdbcTemplate jdbc;

	ProjectionStep(Depots depots, Projections projections, NamedParameterJdbcTemplate jdbc) {
		this.depots = depots;
		this.projections = projections;
		this.jdbc = jdbc;
	}

	@Transactional
	public void projeter(String numero) {
		Depot depot = this.depots.depot(NumeroDepot.lire(numero));
		Set<String> changees = this.depots.compteRendu(depot.numero())
			.stream()
			.flatMap((compteRendu) -> compteRendu.ecarts().entrySet().stream())
			.filter((ecart) -> change(ecart.getValue()))
			.map(java.util.Map.Entry::getKey)
			.collect(Collectors.toSet());
		this.projections.projeter(this.jdbc, new Uai(depot.uai()), depot.anneeScolaire(), depot.numero(), changees);
	}

	private static boolean change(Ecart ecart) {
		return ecart.crees() + ecart.modifies() + ecart.disparus() > 0;
	}

}
