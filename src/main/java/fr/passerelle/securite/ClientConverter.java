package fr.passerelle.securite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Finds the name and the secret of an OAuth 2 client where RFC 6749 (2.3.1) lets them be:
 * HTTP Basic, each form-encoded, or the body.
 */
class ClientConverter implements AuthenticationConverter {

	private static final String BASIC = "basic ";

	@Override
	public Authentication convert(HttpServletRequest request) {
		String entete = request.getHeader(HttpHeaders.AUTHORIZATION);
		String nom = request.getParameter("client_id");
		String secret = surLeFil(request) ? null : request.getParameter("client_secret");
		if (entete != null && entete.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
			String[] deux = deux(entete.substring(BASIC.length()).trim());
			return client(request, deux[0], deux[1]);
		}
		return (nom != null && secret != null) ? client(request, nom, secret) : null;
	}

	/** A secret in the address ends in the logs of others: it is not taken. */
	private static boolean surLeFil(HttpServletRequest request) {
		return request.getQueryString() != null && request.getQueryString().contains("client_secret");
	}

	private static Authentication client(HttpServletRequest request, String nom, String secret) {
		UsernamePasswordAuthenticationToken client = UsernamePasswordAuthenticationToken.unauthenticated(nom, secret);
		client.setDetails(new WebAuthenticationDetails(request));
		return client;
	}

	private static String[] deux(String code) {
		try {
			String[] deux = new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8).split(":", 2);
			if (deux.length == 2) {
				return new String[] { decoder(deux[0]), decoder(deux[1]) };
			}
		}
		catch (IllegalArgumentException ex) {
			// not Base64, or not form-encoded: told as any other wrong credentials
		}
		throw new BadCredentialsException("unreadable credentials");
	}

	private static String decoder(String texte) {
		return URLDecoder.decode(texte, StandardCharsets.UTF_8);
	}

}
