package fr.passerelle.journal;

import java.util.List;
import java.util.Map;

/** The report of a deposit of which nothing was applied. */
public final class RapportVide {

	private RapportVide() {
	}

	/** A report with, or without, the reason of a refusal. */
	public static CompteRendu de(Depot depot, CompteRendu.Refus refus) {
		return new CompteRendu(depot.numero().toString(), depot.uai(), depot.flux(), depot.etat().code(),
				new CompteRendu.Synthese(depot.traiteLe(), depot.fichier(), depot.millesime(), depot.anneeScolaire(),
						null, null),
				refus, List.of(), List.of(), List.of(), Map.of(), List.of());
	}

}
