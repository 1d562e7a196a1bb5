package fr.passerelle.securite;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account has changed since it was opened: rights taken away do not
 * live on in a browser.
 */
class CompteActuelFilter extends OncePerRequestFilter {

	private final Comptes comptes;

	CompteActuelFilter(Comptes comptes) {
		this.comptes = comptes;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain suite)
			throws ServletException, IOException {
		Authentication qui = SecurityContextHolder.getContext().getAuthentication();
		if (qui != null && qui.getPrincipal() instanceof Compte compte && !estActuel(compte)) {
			SecurityContextHolder.clearContext();
			HttpSession session = request.getSession(false);
			if (session != null) {
				session.invalidate();
			}
		}
		suite.doFilter(request, response);
	}

	private boolean estActuel(Compte compte) {
		return this.comptes.trouver(compte.utilisateur()).filter((connu) -> connu.compte().equals(compte)).isPresent();
	}

}
