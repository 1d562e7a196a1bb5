package fr.passerelle.api;

import fr.passerelle.publication.EtatAnnuaire;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a school sees of itself in the ENT directory. */
@RestController
@Tag(name = "Annuaire")
class EtatEntController {

	private final EtatAnnuaire etats;

	EtatEntController(EtatAnnuaire etats) {
		this.etats = etats;
	}

	@GetMapping("/api/v1/etablissements/{uai}/ent")
	@Reserve(Action.LIRE)
	@Operation(summary = "État dans l'annuaire ENT",
			description = "Classes et groupes, avec les effectifs de leurs trois groupes de profil, et quand l'ENT et le GAR en auront connaissance")
	EtatAnnuaire.Etat lire(@PathVariable String uai, @AuthenticationPrincipal Compte compte) {
		if (!compte.perimetre().voit(uai)) {
			throw DemandeRefusee.introuvable();
		}
		return this.etats.de(uai).orElseThrow(DemandeRefusee::introuvable);
	}

}
