package fr.passerelle.canal;

import java.nio.file.Path;

import org.apache.camel.component.file.remote.SftpConfiguration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An SFTP server and how to join it.
 *
 * @param nom how routes, consumers and the ledger name it
 * @param motdepasse given, unless a key is
 * @param cle file of the private key
 * @param phraseCle what opens the key, if it is closed
 * @param hotesConnus file of the keys by which the server is known
 */
public record ServeurSftp(String nom, String hote, @DefaultValue("22") int port, String utilisateur, String motdepasse,
		Path cle, String phraseCle, Path hotesConnus) {

	private static final int CONNEXION_MS = 10_000;

	/** A server that says nothing for so long is gone. */
	private static final int SILENCE_MS = 60_000;

	private static final int SIGNE_DE_VIE_MS = 15_000;

	/**
	 * Says to Camel how to join it: known keys only, whatever else was said before.
	 */
	public void joindre(SftpConfiguration configuration) {
		configuration.setHost(this.hote);
		configuration.setPort(this.port);
		configuration.setUsername(this.utilisateur);
		configuration.setPassword(this.motdepasse);
		configuration.setPrivateKeyFile((this.cle != null) ? this.cle.toString() : null);
		configuration.setPrivateKeyPassphrase(this.phraseCle);
		configuration.setPreferredAuthentications((this.cle != null) ? "publickey,password" : "password");
		configuration.setKnownHostsFile(this.hotesConnus.toString());
		configuration.setUseUserKnownHostsFile(false);
		configuration.setAutoCreateKnownHostsFile(false);
		configuration.setStrictHostKeyChecking("yes");
		configuration.setConnectTimeout(CONNEXION_MS);
		configuration.setSoTimeout(SILENCE_MS);
		configuration.setServerAliveInterval(SIGNE_DE_VIE_MS);
		configuration.setThrowExceptionOnConnectFailed(true);
		configuration.setStepwise(false);
	}

	@Override
	public String toString() {
		return "sftp:" + this.nom;
	}

}
