package fr.passerelle.api.oneroster;

import java.util.Optional;
import java.util.Set;

import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.oneroster.Instantanes;
import fr.passerelle.publication.oneroster.Instantanes.Lecture;
import fr.passerelle.securite.Compte;

import org.springframework.stereotype.Component;

/**
 * The consumer behind an account: the one the settings have under its name, for the
 * schools that both the settings and the account have.
 */
@Component("lecteursOneRoster")
class Lecteurs {

	private final Publications publications;

	private final Instantanes instantanes;

	Lecteurs(Publications publications, Instantanes instantanes) {
		this.publications = publications;
		this.instantanes = instantanes;
	}

	Optional<Consommateur> trouver(Compte compte) {
		return this.publications.consommateur(Instantanes.FLUX, compte.utilisateur());
	}

	/**
	 * The consumer, with something to read. One without a school is refused: an empty
	 * directory would make it delete what it has.
	 */
	Lecture ouvrir(Compte compte, boolean parcours) {
		Consommateur consommateur = trouver(compte)
			.orElseThrow(() -> Refus.interdit("Aucun consommateur OneRoster de ce nom n'est réglé."));
		Set<String> uais = consommateur.uais(compte.perimetre().uais());
		if (uais != null && uais.isEmpty()) {
			throw Refus.interdit("Aucun établissement n'est donné à la fois à ce consommateur et à son compte.");
		}
		return this.instantanes.ouvrir(consommateur, uais, parcours);
	}

}
