package fr.passerelle.api;

import java.util.List;
import java.util.Set;

import fr.passerelle.coherence.Dossiers;
import fr.passerelle.coherence.Synchros;
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

/** The schools one may see. */
@RestController
@RequestMapping("/api/v1/etablissements")
@Tag(name = "Établissements", description = "Fraîcheur des flux, synchronisations et dossiers de chaque établissement")
class EtablissementsController {

	private static final Set<String> DECLARABLES = Set.of("4a", "4b");

	private final Etablissements etablissements;

	private final Synchros synchros;

	private final Dossiers dossiers;

	EtablissementsController(Etablissements etablissements, Synchros synchros, Dossiers dossiers) {
		this.etablissements = etablissements;
		this.synchros = synchros;
		this.dossiers = dossiers;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Établissements connus et visibles")
	Liste<Etablissements.EtablissementJson> lister(@AuthenticationPrincipal Compte compte) {
		return Liste.entiere(this.etablissements.lister(compte.perimetre().uais()));
	}

	@GetMapping("/{uai}")
	@Reserve(Action.LIRE)
	@Operation(summary = "Un établissement : fraîcheur de ses flux, étapes de ses synchronisations, dossiers")
	Etablissements.FicheJson lire(@PathVariable String uai, @AuthenticationPrincipal Compte compte) {
		Etablissements.EtablissementJson etablissement = etablissement(uai, compte);
		Integer annee = this.synchros.annee(uai).orElse(null);
		return Etablissements.FicheJson.de(etablissement, annee,
				(annee != null) ? this.synchros.etapes(uai, annee) : List.of(), this.dossiers.de(uai));
	}

	@PostMapping("/{uai}/synchros/{etape}/declarations")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Déclarer faite une synchronisation qu'aucun fichier ne montre (4a, 4b)")
	Synchros.Etape declarer(@PathVariable String uai, @PathVariable String etape,
			@RequestBody(required = false) Declaration declaration, @AuthenticationPrincipal Compte compte) {
		etablissement(uai, compte);
		if (!DECLARABLES.contains(etape)) {
			throw DemandeRefusee
				.invalide("Seules les étapes 4a et 4b se déclarent ; les autres se voient dans les fichiers.");
		}
		int annee = this.synchros.annee(uai).orElseThrow(DemandeRefusee::introuvable);
		this.synchros.declarer(uai, annee, etape, compte.utilisateur(), Declaration.message(declaration));
		return this.synchros.etapes(uai, annee)
			.stream()
			.filter((une) -> une.etape().equals(etape))
			.findFirst()
			.orElseThrow();
	}

	private Etablissements.EtablissementJson etablissement(String uai, Compte compte) {
		if (!compte.perimetre().voit(uai)) {
			throw DemandeRefusee.introuvable();
		}
		return this.etablissements.lister(Set.of(uai)).stream().findFirst().orElseThrow(DemandeRefusee::introuvable);
	}

	/** What the application answered, as the person read it. */
	record Declaration(String message) {

		/** Longer than any message of STS-WEB; beyond, it is something else. */
		private static final int MAX = 300;

		static String message(Declaration declaration) {
			String message = (declaration != null) ? declaration.message() : null;
			if (message != null && message.length() > MAX) {
				throw DemandeRefusee.invalide("« message » dépasse " + MAX + " caractères.");
			}
			return message;
		}

	}

}
