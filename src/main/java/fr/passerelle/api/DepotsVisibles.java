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

	private final Depots depots;

	DepotsVisibles(Depots depots) {
		this.depots = depots;
	}

	Depot depot(String numero, Compte compte) {
		return this.depots.trouver(lire(numero))
			.filter((depot) -> compte.voit(depot.uai(), depot.canal(), depot.deposant()))
			.orElseThrow(DemandeRefusee::introuvable);
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
