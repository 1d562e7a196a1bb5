package fr.passerelle.api;

import fr.passerelle.securite.Problemes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems of HTTP itself, in French. */
final class ProblemesHttp {

	private ProblemesHttp() {
	}

	static ProblemDetail tropGrand() {
		return Problemes.probleme(HttpStatus.PAYLOAD_TOO_LARGE, "FICHIER_TROP_GRAND", "Le fichier est trop grand.",
				"Il dépasse la taille acceptée par la passerelle.",
				"Vérifiez que c'est bien le fichier exporté, sans rien d'autre dans l'archive.");
	}

	static ProblemDetail selon(HttpStatus statut) {
		return switch (statut) {
			case UNAUTHORIZED -> Problemes.nonAuthentifie();
			case FORBIDDEN -> Problemes.droitInsuffisant();
			case NOT_FOUND -> DemandeRefusee.introuvable().probleme();
			case PAYLOAD_TOO_LARGE -> tropGrand();
			case METHOD_NOT_ALLOWED ->
				Problemes.probleme(statut, "METHODE_INCONNUE", "Cette adresse n'accepte pas cette méthode.",
						"La méthode HTTP n'est pas prévue ici.", "La description des appels est à /v3/api-docs.");
			default -> statut.is4xxClientError()
					? Problemes.probleme(statut, "DEMANDE_INVALIDE", "La demande n'est pas valable.",
							"Un paramètre ou le corps manque, ou n'a pas la forme attendue.",
							"Corrigez la demande ; la description des appels est à /v3/api-docs.")
					: Problemes.probleme(HttpStatus.INTERNAL_SERVER_ERROR, "INCIDENT",
							"Un incident est survenu de notre côté.", "Votre demande n'est pas en cause.",
							"Réessayez plus tard ; l'incident est enregistré.");
		};
	}

}
