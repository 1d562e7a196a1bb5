package fr.passerelle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import fr.passerelle.journal.Decisions;
import fr.passerelle.journal.TransitionRefusee;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rejects by cause, and their replay in bulk. */
@RestController
@RequestMapping("/api/v1/rejets")
@Tag(name = "Rejets", description = "Rejets regroupés par cause")
class RejetsController {

	private final Rejets rejets;

	private final Decisions decisions;

	RejetsController(Rejets rejets, Decisions decisions) {
		this.rejets = rejets;
		this.decisions = decisions;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Rejets regroupés par cause, la plus fréquente d'abord")
	Liste<Rejets.RejetJson> lister(@AuthenticationPrincipal Compte compte) {
		return Liste.entiere(this.rejets.parCause(compte.perimetre().uais()));
	}

	@PostMapping("/rejouer")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Rejouer les dépôts d'une cause, d'un établissement, ou tous ceux qui sont visibles")
	Rejeu rejouer(@RequestBody(required = false) Demande demande, @AuthenticationPrincipal Compte compte) {
		String motif = Motif.exiger((demande != null) ? demande.motif() : null);
		Set<String> uais = compte.perimetre().uais();
		if (demande.uai() != null) {
			if (!compte.perimetre().voit(demande.uai())) {
				throw DemandeRefusee.introuvable();
			}
			uais = Set.of(demande.uai());
		}
		return rejouer(this.rejets.aRejouer(uais, demande.code()), compte.utilisateur(), motif);
	}

	/** A deposit that somebody moved meanwhile is left alone, and said so. */
	private Rejeu rejouer(List<NumeroDepot> numeros, String acteur, String motif) {
		Rejeu rejeu = new Rejeu(new ArrayList<>(), new ArrayList<>());
		for (NumeroDepot numero : numeros) {
			try {
				this.decisions.rejouer(numero, acteur, motif);
				rejeu.rejoues().add(numero.toString());
			}
			catch (TransitionRefusee ex) {
				rejeu.ignores().add(numero.toString());
			}
		}
		return rejeu;
	}

	/** What to replay. */
	record Demande(String code, String uai, String motif) {
	}

	/** What was replayed, and what had moved meanwhile. */
	record Rejeu(List<String> rejoues, List<String> ignores) {
	}

}
