package fr.passerelle.api;

import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.securite.Compte;
import org.springframework.stereotype.Component;

/**
 * The only way from a number in an address to a deposit: what is not the caller's does
 * not exist, and a wrong number looks the same.
 */
@Component
class DepotsVisibles {

	private static final String HTTP = "http";

	private final Depots depots;

	DepotsVisibles(Depots depots) {
		this.depots = depots;
	}

	Depot depot(String numero, Compte compte) {
		return this.depots.trouver(lire(numero))
			.filter((depot) -> voit(compte, depot))
			.orElseThrow(DemandeRefusee::introuvable);
	}

	/**
	 * A school sees its deposits, and what its account posted that no school is known of.
	 */
	private static boolean voit(Compte compte, Depot depot) {
		return compte.perimetre().voit(depot.uai())
				|| depot.uai() == null && HTTP.equals(depot.canal()) && compte.utilisateur().equals(depot.deposant());
	}

	private static NumeroDepot lire(String numero) {
		try {
			return NumeroDepot.lire(numero);
		}
		catch (IllegalArgumentException ex) {
			throw DemandeRefusee.introuvable();
		}
	}

}
