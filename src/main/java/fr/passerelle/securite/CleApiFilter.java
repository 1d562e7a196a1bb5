package fr.passerelle.securite;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes {@code Authorization: Bearer} with the key of data/acces.properties. */
class CleApiFilter extends OncePerRequestFilter {

	private static final String PREFIXE = "bearer ";

	private final ComptesFixes comptes;

	private final AuthenticationEntryPoint refus;

	CleApiFilter(ComptesFixes comptes, AuthenticationEntryPoint refus) {
		this.comptes = comptes;
		this.refus = refus;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain suite)
			throws ServletException, IOException {
		String entete = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (entete == null || !entete.regionMatches(true, 0, PREFIXE, 0, PREFIXE.length())) {
			suite.doFilter(request, response);
			return;
		}
		Optional<Compte> compte = this.comptes.parCle(entete.substring(PREFIXE.length()).trim());
		if (compte.isEmpty()) {
			this.refus.commence(request, response, new BadCredentialsException("unknown key"));
			return;
		}
		SecurityContext contexte = SecurityContextHolder.createEmptyContext();
		contexte
			.setAuthentication(CompteAuthentication.authentifie(compte.get(), new WebAuthenticationDetails(request)));
		SecurityContextHolder.setContext(contexte);
		suite.doFilter(request, response);
	}

}
