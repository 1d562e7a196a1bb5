package fr.passerelle.api;

import java.util.Locale;

import fr.passerelle.securite.StatutIms;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered when no controller was reached: a problem to machines, in the form of
 * 1EdTech to those of OneRoster, a page to persons. Never a stack trace.
 */
@Controller
class ErrorPages implements ErrorController {

	private static final MediaType PROBLEME = MediaType.APPLICATION_PROBLEM_JSON;

	@RequestMapping("/error")
	Object erreur(HttpServletRequest request) {
		ProblemDetail probleme = ProblemesHttp.selon(statut(request));
		if (adresse(request).startsWith("/ims/")) {
			return ResponseEntity.status(probleme.getStatus())
				.contentType(MediaType.APPLICATION_JSON)
				.body(StatutIms.echec(mineur(probleme.getStatus()), probleme.getTitle()));
		}
		if (!veutUnePage(request)) {
			return ResponseEntity.status(probleme.getStatus()).contentType(PROBLEME).body(probleme);
		}
		ModelAndView page = new ModelAndView("erreur", HttpStatus.valueOf(probleme.getStatus()));
		page.addObject("probleme", probleme);
		page.addObject("action", probleme.getProperties().get("action"));
		return page;
	}

	/** The code of the protocol that says what this status does. */
	private static String mineur(int statut) {
		return switch (statut) {
			case 404 -> "unknownobject";
			case 500 -> "internal_server_error";
			default -> "invaliddata";
		};
	}

	private static HttpStatus statut(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus statut = (code instanceof Integer nombre) ? HttpStatus.resolve(nombre) : HttpStatus.NOT_FOUND;
		return (statut != null) ? statut : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String adresse(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
	}

	private static boolean veutUnePage(HttpServletRequest request) {
		String accept = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
		return !adresse(request).startsWith("/api/") && accept.contains("text/html");
	}

}
