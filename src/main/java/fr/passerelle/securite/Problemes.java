package fr.passerelle.securite;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes the problems of contract §3: code, title, detail and action, in French. */
public final class Problemes {

	private Problemes() {
	}

	/**
	 * A problem.
	 * @param titre what happened, a sentence
	 * @param detail why
	 * @param action what to do, and where
	 */
	public static ProblemDetail probleme(HttpStatus statut, String code, String titre, String detail, String action) {
		ProblemDetail probleme = ProblemDetail.forStatusAndDetail(statut, detail);
		probleme.setTitle(titre);
		probleme.setProperty("code", code);
		probleme.setProperty("action", action);
		return probleme;
	}

	public static ProblemDetail nonAuthentifie() {
		return probleme(HttpStatus.UNAUTHORIZED, "NON_AUTHENTIFIE", "Vous n'êtes pas identifié.",
				"Cette demande a besoin d'un compte ou d'une clé, et ceux qui ont été donnés manquent ou ne sont pas valables.",
				"Vérifiez le nom d'utilisateur et le mot de passe, ou la clé ; après plusieurs échecs, attendez 30 secondes.");
	}

	public static ProblemDetail droitInsuffisant() {
		return probleme(HttpStatus.FORBIDDEN, "DROIT_INSUFFISANT", "Votre compte ne permet pas cette action.",
				"Le rôle de votre compte ne comprend pas cette action.",
				"Adressez-vous au chef d'établissement, au directeur d'école ou à l'académie.");
	}

}
