package fr.passerelle.api;

import java.util.Set;

import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schools one may see. */
@RestController
@RequestMapping("/api/v1/etablissements")
@Tag(name = "Établissements", description = "Fraîcheur des flux de chaque établissement")
class EtablissementsController {

	private final Etablissements etablissements;

	EtablissementsController(Etablissements etablissements) {
		this.etablissements = etablissements;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Établissements connus et visibles")
	Liste<Etablissements.EtablissementJson> lister(@AuthenticationPrincipal Compte compte) {
		return Liste.entiere(this.etablissements.lister(compte.perimetre().uais()));
	}

	@GetMapping("/{uai}")
	@Reserve(Action.LIRE)
	@Operation(summary = "Un établissement")
	Etablissements.EtablissementJson lire(@PathVariable String uai, @AuthenticationPrincipal Compte compte) {
		if (!compte.perimetre().voit(uai)) {
			throw DemandeRefusee.introuvable();
		}
		return this.etablissements.lister(Set.of(uai)).stream().findFirst().orElseThrow(DemandeRefusee::introuvable);
	}

}
