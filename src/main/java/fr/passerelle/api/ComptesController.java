package fr.passerelle.api;

import java.util.List;

import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.CompteRefuse;
import fr.passerelle.securite.Comptes;
import fr.passerelle.securite.Problemes;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates accounts. */
@RestController
@RequestMapping("/api/v1/comptes")
@Tag(name = "Comptes", description = "Comptes locaux, créés par l'académie")
class ComptesController {

	private final Comptes comptes;

	ComptesController(Comptes comptes) {
		this.comptes = comptes;
	}

	@PostMapping
	@Reserve(Action.ADMINISTRER)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Créer un compte", description = "Le mot de passe n'est donné qu'ici, une seule fois")
	Cree creer(@RequestBody Demande demande, @AuthenticationPrincipal Compte createur) {
		List<String> uais = (demande.uai() != null) ? demande.uai() : List.of();
		try {
			String motDePasse = this.comptes.creer(demande.utilisateur(), demande.role(), uais, createur);
			return new Cree(demande.utilisateur(), motDePasse);
		}
		catch (CompteRefuse ex) {
			throw refuser(ex.cause());
		}
	}

	private static DemandeRefusee refuser(CompteRefuse.Cause cause) {
		return switch (cause) {
			case NOM_INVALIDE -> DemandeRefusee
				.invalide("« utilisateur » a de 3 à 64 lettres sans accent, chiffres, points, tirets ou arobases.");
			case ROLE_INCONNU -> DemandeRefusee.invalide("Ce rôle n'existe pas.");
			case UAI_INVALIDE -> DemandeRefusee
				.invalide("« uai » est la liste des codes UAI du compte ; un compte d'établissement en a au moins un.");
			case HORS_PERIMETRE -> DemandeRefusee.interdite();
			case NOM_PRIS -> new DemandeRefusee(Problemes.probleme(HttpStatus.CONFLICT, "COMPTE_EXISTANT",
					"Ce nom d'utilisateur est déjà pris.", "Un compte de ce nom existe.", "Choisissez un autre nom."));
		};
	}

	/** The account to create. */
	record Demande(String utilisateur, String role, List<String> uai) {
	}

	/** The account created; its password is told this once. */
	record Cree(String utilisateur, String motdepasse) {

		@Override
		public String toString() {
			return "Cree[" + this.utilisateur + "]";
		}

	}

}
