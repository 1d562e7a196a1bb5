package fr.passerelle.api;

import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.Redaction;
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

	List<Paquet> lister(String flux, Compte compte) {
		exiger(flux);
		return this.publications.lister(flux).stream().filter((paquet) -> voit(compte, paquet)).toList();
	}

	Paquet paquet(String flux, String nom, Compte compte) {
		exiger(flux);
		return this.publications.trouver(flux, nom)
			.filter((paquet) -> voit(compte, paquet))
			.orElseThrow(DemandeRefusee::introuvable);
	}

	/** Whether what is made for this consumer is of any concern to the account. */
	static boolean sert(String consommateur, Compte compte) {
		return compte.role() != Role.CONSOMMATEUR || compte.utilisateur().equals(consommateur);
	}

	private static boolean voit(Compte compte, Paquet paquet) {
		if (!sert(paquet.consommateur(), compte) || compte.role() == Role.CONSOMMATEUR && estGarde(paquet)) {
			return false;
		}
		return compte.perimetre().uais() == null
				|| !uais(paquet).isEmpty() && uais(paquet).stream().allMatch(compte.perimetre()::voit);
	}

	/**
	 * Made, and out of sight until its hour, or for ever: its consumer knows nothing of
	 * it.
	 */
	private static boolean estGarde(Paquet paquet) {
		return paquet.valide() && paquet.montreLe() == null;
	}

	/** The schools it speaks of, be it only to say what it leaves out. */
	private static List<String> uais(Paquet paquet) {
		return Stream.concat(paquet.uai().stream(), paquet.ecartes().stream().map(Redaction.Ecarte::uai))
			.distinct()
			.toList();
	}

}
