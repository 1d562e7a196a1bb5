package fr.passerelle.api;

import fr.passerelle.journal.Decisions;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person decides about a deposit; always with a reason, kept for ever. */
@RestController
@RequestMapping("/api/v1/depots/{numero}")
@Tag(name = "Dépôts")
class DecisionsController {

	private final Decisions decisions;

	private final Depots depots;

	private final DepotsVisibles visibles;

	DecisionsController(Decisions decisions, Depots depots, DepotsVisibles visibles) {
		this.decisions = decisions;
		this.depots = depots;
		this.visibles = visibles;
	}

	@PostMapping("/confirmer")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Confirmer un dépôt retenu")
	DepotJson confirmer(@PathVariable String numero, @RequestBody(required = false) Motif motif,
			@AuthenticationPrincipal Compte compte) {
		return decider(numero, motif, compte, this.decisions::confirmer);
	}

	@PostMapping("/annuler")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Annuler un dépôt qui n'est pas encore appliqué")
	DepotJson annuler(@PathVariable String numero, @RequestBody(required = false) Motif motif,
			@AuthenticationPrincipal Compte compte) {
		return decider(numero, motif, compte, this.decisions::annuler);
	}

	@PostMapping("/rejouer")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Rejouer un dépôt en échec ou traité avec anomalies")
	DepotJson rejouer(@PathVariable String numero, @RequestBody(required = false) Motif motif,
			@AuthenticationPrincipal Compte compte) {
		return decider(numero, motif, compte, this.decisions::rejouer);
	}

	@PostMapping("/forcer")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Appliquer un dépôt périmé malgré tout")
	DepotJson forcer(@PathVariable String numero, @RequestBody(required = false) Motif motif,
			@AuthenticationPrincipal Compte compte) {
		return decider(numero, motif, compte, this.decisions::forcer);
	}

	private DepotJson decider(String numero, Motif motif, Compte compte, Decision decision) {
		NumeroDepot depot = this.visibles.depot(numero, compte).numero();
		decision.prendre(depot, compte.utilisateur(), Motif.exiger(motif));
		return DepotJson.de(this.depots.depot(depot), compte.perimetre());
	}

	/** One of the four doors of {@link Decisions}. */
	@FunctionalInterface
	private interface Decision {

		void prendre(NumeroDepot numero, String acteur, String motif);

	}

}
