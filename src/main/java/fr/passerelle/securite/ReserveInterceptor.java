package fr.passerelle.securite;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Applies {@link Reserve}. A method of the hub that reserves nothing is refused: a
 * forgotten annotation closes a door, it never opens one.
 */
class ReserveInterceptor implements HandlerInterceptor {

	private static final String NOTRE_CODE = "fr.passerelle.";

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod methode && methode.getBeanType().getName().startsWith(NOTRE_CODE)
				&& !permet(methode.getMethodAnnotation(Reserve.class), request)) {
			throw new AccessDeniedException("not permitted: " + methode.getMethod().getName());
		}
		return true;
	}

	private static boolean permet(Reserve reserve, HttpServletRequest request) {
		return reserve != null
				&& Comptes.de(request.getUserPrincipal()).filter((compte) -> compte.peut(reserve.value())).isPresent();
	}

}
