package fr.passerelle.api;

import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.publication.Changements;
import fr.passerelle.publication.Changements.Lecteur;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Publications;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Problemes;
import fr.passerelle.securite.Role;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What an account may read of the directory: the schools of its own, and for a consumer
 * those contracted to it only; nobody but a consumer whose settings name them receives
 * reserved fields.
 */
@Component
class LecteursVisibles {

	private final Publications publications;

	LecteursVisibles(Publications publications) {
		this.publications = publications;
	}

	Lecteur lecteur(Compte compte) {
		Consommateur consommateur = consommateur(compte);
		return (consommateur != null) ? new Lecteur(consommateur.nom(), Set.copyOf(consommateur.champs()))
				: new Lecteur(null, Set.of());
	}

	/** The schools to read, null for all. */
	Set<String> uais(Compte compte, String demande) {
		if (demande != null && !compte.perimetre().voit(demande)) {
			throw DemandeRefusee.introuvable();
		}
		Set<String> uais = (demande != null) ? Set.of(demande) : compte.perimetre().uais();
		Consommateur consommateur = consommateur(compte);
		return (consommateur != null) ? consommateur.uais(uais) : uais;
	}

	DemandeRefusee oublie(Changements.CurseurOublie oubli) {
		return new DemandeRefusee(Problemes.probleme(HttpStatus.GONE, "CHANGEMENTS_OUBLIES",
				"Ces changements ne sont plus gardés.",
				"Les changements jusqu'au curseur " + oubli.oublie() + " ont été oubliés.",
				"Relisez l'annuaire par GET /api/v1/ent/instantane, puis lisez la suite depuis le curseur de sa première ligne."));
	}

	/** A consumer is the one the settings have under the name of its account. */
	private Consommateur consommateur(Compte compte) {
		return (compte.role() != Role.CONSOMMATEUR) ? null
				: this.publications.consommateur(Changements.FLUX, compte.utilisateur())
					.orElseGet(() -> Consommateur.sansReglage(compte.utilisateur(), Changements.FLUX));
	}

}
