package fr.passerelle.api;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.lsu.Consultation;
import fr.passerelle.lsu.Degre;
import fr.passerelle.lsu.LsuRefus;
import fr.passerelle.noyau.Constat;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Problemes;
import fr.passerelle.securite.Role;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * The only way from an address to the report books of a school, and from their refusals
 * to a problem.
 */
@Component
class LivretsVisibles {

	private final Consultation consultation;

	private final Catalogue catalogue;

	LivretsVisibles(Consultation consultation, Catalogue catalogue) {
		this.consultation = consultation;
		this.catalogue = catalogue;
	}

	/** Nothing is there for who does not see the school, or before it is in the store. */
	Degre voir(String uai, Compte compte) {
		if (!compte.perimetre().voit(uai)) {
			throw DemandeRefusee.introuvable();
		}
		return this.consultation.degre(uai).orElseThrow(DemandeRefusee::introuvable);
	}

	/** A head keeps the books of a collège, a director those of an école (LSU R1). */
	void tenir(String uai, Compte compte) {
		Role attendu = (voir(uai, compte) == Degre.PREMIER) ? Role.DIRECTEUR_ECOLE : Role.CHEF_ETABLISSEMENT;
		if (compte.role() != attendu) {
			throw DemandeRefusee.interdite();
		}
	}

	DemandeRefusee refus(LsuRefus refus) {
		if (refus.genre() == LsuRefus.Genre.INTROUVABLE) {
			return DemandeRefusee.introuvable();
		}
		HttpStatus statut = (refus.genre() == LsuRefus.Genre.ETAT) ? HttpStatus.CONFLICT
				: HttpStatus.UNPROCESSABLE_ENTITY;
		return new DemandeRefusee(probleme(statut, refus.constats().get(0)));
	}

	ProblemDetail probleme(HttpStatus statut, Constat constat) {
		Texte texte = texte(constat);
		return Problemes.probleme(statut, texte.code(), texte.titre(), texte.cause(), texte.correction());
	}

	Texte texte(Constat constat) {
		return this.catalogue.texte(constat);
	}

}
