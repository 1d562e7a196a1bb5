package fr.passerelle.securite;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Answers a client that is not known, or may not have a token, as RFC 6749 (5.2) wants
 * it; its descriptions have no accents, the RFC allows ASCII only.
 */
@Component
class RefusJeton implements AuthenticationEntryPoint {

	private final ObjectMapper json;

	RefusJeton(ObjectMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Passerelle\"");
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.getOutputStream()
			.write(this.json.writeValueAsBytes(Map.of("error", OAuth2ErrorCodes.INVALID_CLIENT, "error_description",
					"Identifiant ou secret inconnu ; apres plusieurs refus, attendez 30 secondes.")));
	}

}
