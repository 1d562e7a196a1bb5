package fr.passerelle.api;

import fr.passerelle.publication.ldap.Demande;
import fr.passerelle.publication.ldap.EtatsLdap;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory servers of consumers: how each does, and comparing everything. */
@RestController
@RequestMapping("/api/v1/flux/ldap")
@Tag(name = "Flux")
class LdapController {

	private final EtatsLdap etats;

	LdapController(EtatsLdap etats) {
		this.etats = etats;
	}

	@GetMapping("/annuaires")
	@Reserve(Action.ADMINISTRER)
	@Operation(summary = "Les annuaires LDAP écrits au fil de l'eau",
			description = "Panne, retard, entrées, et ce que chaque serveur a refusé, avec la cause et que faire")
	Liste<EtatsLdap.Etat> annuaires() {
		return Liste.entiere(this.etats.lister());
	}

	@PostMapping("/reconciliations")
	@Reserve(Action.ADMINISTRER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Comparer tout l'annuaire d'un consommateur, et le réparer",
			description = "« confirmation » : ce qui est retenu parce que trop partirait d'un coup part")
	Demande reconcilier(@RequestBody Reconciliation demande, @AuthenticationPrincipal Compte compte) {
		return this.etats
			.reconcilier(String.valueOf(demande.consommateur()), compte.utilisateur(), demande.confirmation())
			.orElseThrow(DemandeRefusee::introuvable);
	}

	@GetMapping("/reconciliations")
	@Reserve(Action.ADMINISTRER)
	@Operation(summary = "Réconciliations demandées, la dernière d'abord")
	Liste<Demande> reconciliations() {
		return Liste.entiere(this.etats.reconciliations());
	}

	@GetMapping("/reconciliations/{numero}")
	@Reserve(Action.ADMINISTRER)
	@Operation(summary = "Une réconciliation : faite, et ses comptes")
	Demande reconciliation(@PathVariable long numero) {
		return this.etats.reconciliation(numero).orElseThrow(DemandeRefusee::introuvable);
	}

	/** Whose directory. */
	record Reconciliation(String consommateur, boolean confirmation) {
	}

}
