package fr.passerelle.api.oneroster;

import fr.passerelle.publication.oneroster.Instantanes;
import fr.passerelle.securite.StatutIms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Every error of the interface in the form of 1EdTech. */
@RestControllerAdvice(assignableTypes = OneRosterController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneRosterAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(OneRosterAdvice.class);

	/** Seconds after which what was being made may be there. */
	private static final String ATTENTE = "30";

	@ExceptionHandler
	ResponseEntity<StatutIms> refusee(Refus ex) {
		return reponse(ex);
	}

	@ExceptionHandler
	ResponseEntity<StatutIms> interdite(AccessDeniedException ex) {
		return reponse(Refus.interdit("Le compte ne permet pas cette lecture."));
	}

	@ExceptionHandler
	ResponseEntity<StatutIms> enPreparation(Instantanes.EnPreparation ex) {
		return reponse(Refus.occupe());
	}

	@ExceptionHandler
	ResponseEntity<StatutIms> incident(RuntimeException ex) {
		LOG.error("answering a call of OneRoster", ex);
		return reponse(Refus.incident());
	}

	private static ResponseEntity<StatutIms> reponse(Refus refus) {
		ResponseEntity.BodyBuilder reponse = ResponseEntity.status(refus.statut())
			.contentType(MediaType.APPLICATION_JSON);
		if (refus.statut() == HttpStatus.TOO_MANY_REQUESTS) {
			reponse.header(HttpHeaders.RETRY_AFTER, ATTENTE);
		}
		return reponse.body(refus.corps());
	}

}
