package fr.passerelle.publication.ldap;

import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;

import org.springframework.stereotype.Component;

/** Opens connections: encrypted, to the host its certificate names, bound as the hub. */
@Component("connexionsLdap")
class Connexions {

	private static final int LDAP = 389;

	private static final int LDAPS = 636;

	private final Modeles modeles;

	Connexions(Modeles modeles) {
		this.modeles = modeles;
	}

	/** Opens, encrypts, binds. */
	Serveur ouvrir(AnnuaireSettings annuaire, Nommage nommage) {
		LDAPConnection connexion = connecter(annuaire);
		try {
			if (annuaire.starttls()) {
				connexion.processExtendedOperation(new StartTLSExtendedRequest(chiffrement(annuaire)));
			}
			connexion.bind(annuaire.compte(), annuaire.motdepasse());
			return new Serveur(connexion, nommage, this.modeles).preparer();
		}
		catch (LDAPException ex) {
			connexion.close();
			throw new AnnuaireEnPanne(ex);
		}
		catch (AnnuaireEnPanne ex) {
			connexion.close();
			throw ex;
		}
	}

	private LDAPConnection connecter(AnnuaireSettings annuaire) {
		boolean ldaps = annuaire.url().getScheme().equals("ldaps");
		int port = (annuaire.url().getPort() > 0) ? annuaire.url().getPort() : ldaps ? LDAPS : LDAP;
		SSLSocketFactory prises = ldaps ? chiffrement(annuaire).getSocketFactory() : null;
		try {
			return new LDAPConnection(prises, options(annuaire), annuaire.url().getHost(), port);
		}
		catch (LDAPException ex) {
			throw new AnnuaireEnPanne(ex);
		}
	}

	/** Without a bound, a server that says nothing would hold its consumer for ever. */
	private static LDAPConnectionOptions options(AnnuaireSettings annuaire) {
		LDAPConnectionOptions options = new LDAPConnectionOptions();
		options.setConnectTimeoutMillis((int) annuaire.delaiConnexion().toMillis());
		options.setResponseTimeoutMillis(annuaire.delaiReponse().toMillis());
		options.setAbandonOnTimeout(true);
		options.setFollowReferrals(false);
		options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
		return options;
	}

	private static SSLContext chiffrement(AnnuaireSettings annuaire) {
		try {
			return (annuaire.certificats() != null)
					? new SSLUtil(new PEMFileTrustManager(annuaire.certificats().toFile())).createSSLContext()
					: SSLContext.getDefault();
		}
		catch (GeneralSecurityException ex) {
			throw new AnnuaireEnPanne("certificats illisibles (" + ex.getClass().getSimpleName() + ")");
		}
	}

}
