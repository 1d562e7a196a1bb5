package fr.passerelle.api;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.publication.gar.Responsables;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Problemes;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who gives the resources of a school in the GAR, as its head names them. */
@RestController
@RequestMapping("/api/v1/etablissements/{uai}/gar/responsables")
@Tag(name = "GAR", description = "Responsables d'affectation")
class GarController {

	private final Responsables responsables;

	private final Catalogue catalogue;

	GarController(Responsables responsables, Catalogue catalogue) {
		this.responsables = responsables;
		this.catalogue = catalogue;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Responsables d'affectation d'un établissement")
	Liste<Responsables.Responsable> lister(@PathVariable String uai, @AuthenticationPrincipal Compte compte) {
		voir(uai, compte);
		return Liste.entiere(this.responsables.lister(uai));
	}

	@PutMapping("/{personneId}")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Nommer un responsable d'affectation, ou changer son adresse",
			description = "Un personnel présent de l'établissement (son numéro dans l'annuaire ENT), 15 au plus ; l'adresse est obligatoire")
	void nommer(@PathVariable String uai, @PathVariable long personneId, @RequestBody Nomination nomination,
			@AuthenticationPrincipal Compte compte) {
		voir(uai, compte);
		this.responsables.nommer(uai, personneId, nomination.courriel(), compte.utilisateur()).ifPresent((refus) -> {
			Texte texte = this.catalogue.texte(refus);
			throw new DemandeRefusee(Problemes.probleme(HttpStatus.UNPROCESSABLE_ENTITY, texte.code(), texte.titre(),
					texte.cause(), texte.correction()));
		});
	}

	@DeleteMapping("/{personneId}")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Retirer un responsable d'affectation")
	void retirer(@PathVariable String uai, @PathVariable long personneId, @AuthenticationPrincipal Compte compte) {
		voir(uai, compte);
		if (!this.responsables.retirer(uai, personneId)) {
			throw DemandeRefusee.introuvable();
		}
	}

	private static void voir(String uai, Compte compte) {
		if (!compte.perimetre().voit(uai)) {
			throw DemandeRefusee.introuvable();
		}
	}

	/** The mail of who is named. */
	record Nomination(String courriel) {
	}

}
