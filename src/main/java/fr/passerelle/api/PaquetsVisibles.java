package fr.passerelle.api;

import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.RecherchePaquets;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Role;

import org.springframework.stereotype.Component;

/**
 * The packages that an account may see: a consumer those made for it, a school those that
 * speak of it alone. Any other does not exist.
 */
@Component
class PaquetsVisibles {

	private final Publications publications;

	PaquetsVisibles(Publications publications) {
		this.publications = publications;
	}

	void exiger(String flux) {
		if (!this.publications.connait(flux)) {
			throw DemandeRefusee.introuvable();
		}
	}

	Paquet paquet(String flux, String nom, Compte compte) {
		return this.publications.chercher(visibles(flux, compte).nomme(nom), 0, 1)
			.stream()
			.findFirst()
			.orElseThrow(DemandeRefusee::introuvable);
	}

	/** Those of a feed; what waits out of sight, its consumer knows nothing of. */
	RecherchePaquets visibles(String flux, Compte compte) {
		exiger(flux);
		boolean sien = compte.role() == Role.CONSOMMATEUR;
		return new RecherchePaquets(flux, null, sien ? compte.utilisateur() : null, sien, compte.perimetre().uais(),
				null);
	}

	/** Whether what is made for this consumer is of any concern to the account. */
	static boolean sert(String consommateur, Compte compte) {
		return compte.role() != Role.CONSOMMATEUR || compte.utilisateur().equals(consommateur);
	}

}
