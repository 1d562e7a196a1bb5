package fr.passerelle.securite;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses writing calls that a browser says come from another site. The API has no CSRF
 * token, and a browser that once answered the Basic question repeats the password.
 */
class OrigineFilter extends OncePerRequestFilter {

	private static final Set<String> LECTURES = Set.of("GET", "HEAD", "OPTIONS");

	private final AccessDeniedHandler refus;

	OrigineFilter(AccessDeniedHandler refus) {
		this.refus = refus;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain suite)
			throws ServletException, IOException {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site == null || site.equals("same-origin") || site.equals("none")
				|| LECTURES.contains(request.getMethod())) {
			suite.doFilter(request, response);
		}
		else {
			this.refus.handle(request, response, new AccessDeniedException("cross-site call"));
		}
	}

}
