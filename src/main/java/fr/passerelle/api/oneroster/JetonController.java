package fr.passerelle.api.oneroster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Jetons;
import fr.passerelle.securite.Portee;
import fr.passerelle.securite.Reserve;
import fr.passerelle.securite.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives access tokens (RFC 6749, 4.4): a client is the account of a consumer, checked
 * before it comes here. Descriptions of errors are ASCII, as the RFC wants them.
 */
@RestController
@Tag(name = "OneRoster")
class JetonController {

	private final Lecteurs lecteurs;

	private final Jetons jetons;

	JetonController(Lecteurs lecteurs, Jetons jetons) {
		this.lecteurs = lecteurs;
		this.jetons = jetons;
	}

	@PostMapping(path = "/ims/oneroster/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Reserve(Action.CONSOMMER)
	@Operation(summary = "Un jeton d'accès OneRoster (OAuth 2, client_credentials)",
			description = "Le client est le compte du consommateur : HTTP Basic, ou client_id et client_secret dans le corps")
	ResponseEntity<Object> donner(@RequestParam(name = "grant_type", required = false) String type,
			@RequestParam(name = "scope", required = false) String portees, @AuthenticationPrincipal Compte compte) {
		if (type == null) {
			return erreur(OAuth2ErrorCodes.INVALID_REQUEST, "grant_type manque.");
		}
		if (!type.equals("client_credentials")) {
			return erreur(OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE, "Le seul grant_type est client_credentials.");
		}
		Optional<Consommateur> consommateur = (compte.role() == Role.CONSOMMATEUR) ? this.lecteurs.trouver(compte)
				: Optional.empty();
		if (consommateur.isEmpty()) {
			return erreur(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "Aucun consommateur OneRoster de ce nom.");
		}
		List<Portee> accordees = accordees(portees, consommateur.get());
		if (accordees.isEmpty()) {
			return erreur(OAuth2ErrorCodes.INVALID_SCOPE, "Aucune des portees de scope n'est donnee a ce client.");
		}
		return ResponseEntity.ok(new Jeton(this.jetons.donner(compte, accordees), "Bearer",
				this.jetons.duree().toSeconds(), String.join(" ", accordees.stream().map(Portee::nom).toList())));
	}

	/** Those asked for that this consumer may have, all that it may have without any. */
	private static List<Portee> accordees(String demandees, Consommateur consommateur) {
		Stream<Portee> voulues = (demandees == null || demandees.isBlank()) ? Stream.of(Portee.values())
				: Stream.of(demandees.trim().split("\\s+")).flatMap((nom) -> Portee.lire(nom).stream());
		return voulues.distinct()
			.filter((portee) -> portee != Portee.DEMOGRAPHICS || consommateur.champs().contains("demographics"))
			.toList();
	}

	private static ResponseEntity<Object> erreur(String code, String description) {
		return ResponseEntity.badRequest().body(new Erreur(code, description));
	}

	/** RFC 6749, 5.1. */
	record Jeton(@JsonProperty("access_token") String jeton, @JsonProperty("token_type") String type,
			@JsonProperty("expires_in") long duree, @JsonProperty("scope") String portees) {

		@Override
		public String toString() {
			return "Jeton[" + this.portees + "]";
		}

	}

	/** RFC 6749, 5.2. */
	record Erreur(@JsonProperty("error") String code, @JsonProperty("error_description") String description) {
	}

}
