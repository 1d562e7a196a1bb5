package fr.passerelle.api.oneroster;

import fr.passerelle.securite.StatutIms;

import org.springframework.http.HttpStatus;

/** A call that is answered by an error of the protocol. */
class Refus extends RuntimeException {

	private final HttpStatus statut;

	private final String code;

	private Refus(HttpStatus statut, String code, String description) {
		super(description, null, false, false);
		this.statut = statut;
		this.code = code;
	}

	static Refus invalide(String code, String description) {
		return new Refus(HttpStatus.BAD_REQUEST, code, description);
	}

	/** What is not there, and what is another school's, alike. */
	static Refus inconnu() {
		return new Refus(HttpStatus.NOT_FOUND, "unknownobject", "Aucun objet de cet identifiant à cette adresse.");
	}

	static Refus interdit(String description) {
		return new Refus(HttpStatus.FORBIDDEN, "forbidden", description);
	}

	static Refus occupe() {
		return new Refus(HttpStatus.TOO_MANY_REQUESTS, "server_busy",
				"L'annuaire de ce consommateur est en préparation : redemandez dans un moment.");
	}

	static Refus incident() {
		return new Refus(HttpStatus.INTERNAL_SERVER_ERROR, "internal_server_error",
				"Un incident est survenu de notre côté. Réessayez plus tard ; l'incident est enregistré.");
	}

	HttpStatus statut() {
		return this.statut;
	}

	StatutIms corps() {
		return StatutIms.echec(this.code, getMessage());
	}

}
