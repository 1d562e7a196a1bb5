package fr.passerelle.api;

import fr.passerelle.depot.FichierTropGrand;
import fr.passerelle.journal.TransitionRefusee;
import fr.passerelle.securite.Problemes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of the API as a problem; what went wrong inside stays in the log. */
@RestControllerAdvice(annotations = RestController.class)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler
	ResponseEntity<Object> refusee(DemandeRefusee ex) {
		return reponse(ex.probleme());
	}

	@ExceptionHandler
	ResponseEntity<Object> interdite(AccessDeniedException ex) {
		return reponse(Problemes.droitInsuffisant());
	}

	@ExceptionHandler
	ResponseEntity<Object> etat(TransitionRefusee ex) {
		return reponse(Problemes.probleme(HttpStatus.CONFLICT, "ETAT_INCOMPATIBLE",
				"L'état de ce dépôt ne permet pas cette action.",
				"Il a changé d'état entre-temps, ou l'action a déjà été faite.", "Relisez le dépôt avant de décider."));
	}

	@ExceptionHandler
	ResponseEntity<Object> tropGrand(FichierTropGrand ex) {
		return reponse(ProblemesHttp.tropGrand());
	}

	@ExceptionHandler
	ResponseEntity<Object> envoiIllisible(MultipartException ex) {
		return reponse(ProblemesHttp.selon(HttpStatus.BAD_REQUEST));
	}

	@Override
	protected ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders entetes, HttpStatusCode statut, WebRequest request) {
		return reponse(ProblemesHttp.tropGrand());
	}

	@ExceptionHandler
	ResponseEntity<Object> incident(RuntimeException ex) {
		LOG.error("answering a call of the API", ex);
		return reponse(ProblemesHttp.selon(HttpStatus.INTERNAL_SERVER_ERROR));
	}

	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, Object corps, HttpHeaders entetes,
			HttpStatusCode statut, WebRequest request) {
		return ResponseEntity.status(statut)
			.headers(entetes)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemesHttp.selon(HttpStatus.valueOf(statut.value())));
	}

	private static ResponseEntity<Object> reponse(ProblemDetail probleme) {
		return ResponseEntity.status(probleme.getStatus())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(probleme);
	}

}
