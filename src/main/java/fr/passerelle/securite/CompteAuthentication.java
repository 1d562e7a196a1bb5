package fr.passerelle.securite;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password, of HTTP Basic and of the login page alike. The account is
 * read again each time: a role taken away is gone at the next call.
 */
@Component
class CompteAuthentication implements AuthenticationProvider {

	private final Comptes comptes;

	private final MotsDePasse motsDePasse;

	private final EchecsRecents echecs;

	CompteAuthentication(Comptes comptes, MotsDePasse motsDePasse, EchecsRecents echecs) {
		this.comptes = comptes;
		this.motsDePasse = motsDePasse;
		this.echecs = echecs;
	}

	@Override
	public Authentication authenticate(Authentication demande) {
		String qui = demande.getName() + '@' + adresse(demande);
		if (this.echecs.doitAttendre(qui)) {
			throw new LockedException("too many failures");
		}
		CompteConnu connu = this.comptes.trouver(demande.getName()).orElse(null);
		if (!this.motsDePasse.verifier(String.valueOf(demande.getCredentials()), connu) || connu == null) {
			this.echecs.noter(qui);
			throw new BadCredentialsException("wrong name or password");
		}
		this.echecs.oublier(qui);
		return authentifie(connu.compte(), demande.getDetails());
	}

	static Authentication authentifie(Compte compte, Object details) {
		var authentication = UsernamePasswordAuthenticationToken.authenticated(compte, null,
				AuthorityUtils.createAuthorityList("ROLE_" + compte.role().code()));
		authentication.setDetails(details);
		return authentication;
	}

	private static String adresse(Authentication demande) {
		return (demande.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress() : "";
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
