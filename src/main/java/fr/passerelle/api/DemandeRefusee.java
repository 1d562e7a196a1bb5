package fr.passerelle.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

import fr.passerelle.securite.Problemes;

/** A call that cannot be answered as asked; carries the problem the caller reads. */
class DemandeRefusee extends RuntimeException {

	private final transient ProblemDetail probleme;

	DemandeRefusee(ProblemDetail probleme) {
		super(probleme.getTitle(), null, false, false);
		this.probleme = probleme;
	}

	ProblemDetail probleme() {
		return this.probleme;
	}

	static DemandeRefusee introuvable() {
		return new DemandeRefusee(Problemes.probleme(HttpStatus.NOT_FOUND, "INTROUVABLE",
				"Ce que vous demandez n'existe pas, ou ne concerne pas votre établissement.",
				"Aucun élément de ce nom n'est visible avec votre compte.",
				"Vérifiez le numéro de dépôt ou le code UAI, et le compte utilisé."));
	}

	static DemandeRefusee invalide(String detail) {
		return new DemandeRefusee(
				Problemes.probleme(HttpStatus.BAD_REQUEST, "DEMANDE_INVALIDE", "La demande n'est pas valable.", detail,
						"Corrigez la demande ; la description des appels est à /v3/api-docs."));
	}

	static DemandeRefusee interdite() {
		return new DemandeRefusee(Problemes.droitInsuffisant());
	}

}
