package fr.passerelle.api;

import java.util.List;
import java.util.Map;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Transitions;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads deposits. */
@RestController
@RequestMapping("/api/v1/depots")
@Tag(name = "Dépôts", description = "Déposer un fichier, suivre sa vie, décider")
class DepotsController {

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	private final Transitions transitions;

	private final DepotsVisibles visibles;

	DepotsController(Depots depots, ComptesRendus comptesRendus, Transitions transitions, DepotsVisibles visibles) {
		this.depots = depots;
		this.comptesRendus = comptesRendus;
		this.transitions = transitions;
		this.visibles = visibles;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Liste des dépôts visibles, du plus récent au plus ancien")
	Liste<DepotJson> lister(@Parameter(description = "Code UAI") @RequestParam(required = false) String uai,
			@Parameter(description = "Flux, par exemple ELEGROUPE") @RequestParam(required = false) String flux,
			@Parameter(description = "État, par exemple traite") @RequestParam(required = false) String etat,
			@Parameter(description = "Date ou instant ISO") @RequestParam(required = false) String depuis,
			@Parameter(description = "Partie du nom du fichier, ou numéro") @RequestParam(required = false) String q,
			@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int taille,
			@AuthenticationPrincipal Compte compte) {
		Map<String, String> filtres = Filtres.lire(uai, flux, etat, depuis, q);
		Pagination pagination = new Pagination(page, taille);
		if (filtres.containsKey("uai") && !compte.perimetre().voit(filtres.get("uai"))) {
			throw DemandeRefusee.introuvable();
		}
		List<DepotJson> elements = this.depots
			.page(compte.perimetre().uais(), filtres, pagination.page(), pagination.taille())
			.stream()
			.map((depot) -> DepotJson.de(depot, compte.perimetre()))
			.toList();
		return new Liste<>(elements, this.depots.total(compte.perimetre().uais(), filtres), page, taille);
	}

	@GetMapping("/{numero}")
	@Reserve(Action.LIRE)
	@Operation(summary = "Un dépôt et sa vie")
	DepotJson lire(@PathVariable String numero, @AuthenticationPrincipal Compte compte) {
		Depot depot = this.visibles.depot(numero, compte);
		CompteRendu.Refus refus = this.comptesRendus.trouver(depot.numero()).map(CompteRendu::refus).orElse(null);
		return DepotJson.de(depot, compte.perimetre(), refus, this.transitions.de(depot.numero()));
	}

}
