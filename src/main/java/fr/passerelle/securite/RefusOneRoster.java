package fr.passerelle.securite;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers 401 and 403 of OneRoster: the header of RFC 6750, the body of 1EdTech. */
@Component
class RefusOneRoster implements AuthenticationEntryPoint, AccessDeniedHandler {

	private final AuthenticationEntryPoint sansJeton = new BearerTokenAuthenticationEntryPoint();

	private final AccessDeniedHandler sansPortee = new BearerTokenAccessDeniedHandler();

	private final ObjectMapper json;

	RefusOneRoster(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException, jakarta.servlet.ServletException {
		this.sansJeton.commence(request, response, ex);
		ecrire(response, StatutIms.echec("unauthorisedrequest",
				"Le jeton d'accès manque, ou n'est pas ou plus valable : demandez-en un nouveau à /ims/oneroster/token."));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException, jakarta.servlet.ServletException {
		this.sansPortee.handle(request, response, ex);
		ecrire(response, StatutIms.echec("forbidden", "La portée du jeton d'accès ne comprend pas cette lecture."));
	}

	private void ecrire(HttpServletResponse response, StatutIms statut) throws IOException {
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(statut));
	}

}
