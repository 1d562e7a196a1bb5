package fr.passerelle.console;

import fr.passerelle.journal.Depot;
import fr.passerelle.rapport.Fuseau;

/** A row of the list of deposits. */
record DepotAffiche(String numero, String deposeLe, String uai, String flux, String fichier, EtatAffiche etat,
		boolean rapport) {

	static DepotAffiche de(Depot depot, Fuseau fuseau) {
		return new DepotAffiche(depot.numero().toString(), fuseau.moment(depot.deposeLe(), depot.uai()),
				(depot.uai() != null) ? depot.uai() : "inconnu", (depot.flux() != null) ? depot.flux() : "non reconnu",
				depot.fichier(), EtatAffiche.de(depot.etat()), depot.etat().estFinal());
	}

}
