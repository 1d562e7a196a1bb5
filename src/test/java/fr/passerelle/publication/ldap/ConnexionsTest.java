package fr.passerelle.publication.ldap;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.util.ObjectPair;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who the hub gives its password to: a server that proves its name. */
class ConnexionsTest {

	private static final Nommage NOMMAGE = new Nommage(Sdet.BASE, "AC-EXEMPLE", "ou=people", "ou=structures",
			"ou=groups", "dn");

	private final Connexions connexions = new Connexions(new Modeles(new Mappings(Path.of("mappings"))));

	@TempDir
	private Path dossier;

	private InMemoryDirectoryServer serveur;

	@AfterEach
	void fermer() {
		this.serveur.shutDown(true);
	}

	@Test
	void aServerIsWrittenToOverLdaps() throws Exception {
		servir("localhost", true);

		try (Serveur ouvert = this.connexions.ouvrir(annuaire("ldaps", false, true), NOMMAGE)) {
			assertThat(ouvert.lire("ou=people," + Sdet.BASE)).isPresent();
		}
	}

	@Test
	void aServerIsWrittenToOverStartTls() throws Exception {
		servir("localhost", false);

		try (Serveur ouvert = this.connexions.ouvrir(annuaire("ldap", true, true), NOMMAGE)) {
			assertThat(ouvert.lire("ou=people," + Sdet.BASE)).isPresent();
		}
	}

	@Test
	void aServerThatNobodyVouchesForIsNotGivenThePassword() throws Exception {
		servir("localhost", true);
		assertThatExceptionOfType(AnnuaireEnPanne.class)
			.isThrownBy(() -> this.connexions.ouvrir(annuaire("ldaps", false, false), NOMMAGE));
		this.serveur.shutDown(true);

		servir("localhost", false);
		assertThatExceptionOfType(AnnuaireEnPanne.class)
			.isThrownBy(() -> this.connexions.ouvrir(annuaire("ldap", true, false), NOMMAGE));
	}

	@Test
	void aServerOfAnotherNameIsNotGivenThePassword() throws Exception {
		servir("autre.exemple.invalid", true);
		assertThatExceptionOfType(AnnuaireEnPanne.class)
			.isThrownBy(() -> this.connexions.ouvrir(annuaire("ldaps", false, true), NOMMAGE));
		this.serveur.shutDown(true);

		servir("autre.exemple.invalid", false);
		assertThatExceptionOfType(AnnuaireEnPanne.class)
			.isThrownBy(() -> this.connexions.ouvrir(annuaire("ldap", true, true), NOMMAGE));
	}

	private AnnuaireSettings annuaire(String protocole, boolean starttls, boolean certificats) {
		URI url = URI.create(protocole + "://localhost:" + this.serveur.getListenPort());
		return new AnnuaireSettings("ent", url, starttls, certificats ? this.dossier.resolve("autorite.pem") : null,
				Sdet.COMPTE, Sdet.MOT_DE_PASSE, null, null, null, null, null, null, Duration.ofSeconds(5),
				Duration.ofSeconds(5), null, "");
	}

	private void servir(String nom, boolean ldaps) throws Exception {
		SSLContext chiffrement = chiffrement(nom);
		InMemoryDirectoryServerConfig reglages = new InMemoryDirectoryServerConfig(Sdet.BASE);
		reglages.setSchema(Sdet.schema());
		reglages.addAdditionalBindCredentials(Sdet.COMPTE, Sdet.MOT_DE_PASSE);
		reglages.setListenerConfigs(ldaps
				? InMemoryListenerConfig.createLDAPSConfig("ldap", null, 0, chiffrement.getServerSocketFactory(), null)
				: InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, chiffrement.getSocketFactory()));
		this.serveur = new InMemoryDirectoryServer(reglages);
		this.serveur.add(Sdet.BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "exemple"));
		this.serveur.startListening();
	}

	/** A certificate of this name, its own authority. */
	private SSLContext chiffrement(String nom) throws Exception {
		long maintenant = System.currentTimeMillis();
		ObjectPair<X509Certificate, java.security.KeyPair> paire = X509Certificate.generateSelfSignedCertificate(
				SignatureAlgorithmIdentifier.SHA_256_WITH_RSA, PublicKeyAlgorithmIdentifier.RSA, 2048,
				new DN("CN=" + nom), maintenant - 60_000, maintenant + 3_600_000);
		Files.writeString(this.dossier.resolve("autorite.pem"), paire.getFirst().toPEMString());
		KeyStore coffre = KeyStore.getInstance("PKCS12");
		coffre.load(null, null);
		coffre.setKeyEntry("serveur", paire.getSecond().getPrivate(), new char[0],
				new Certificate[] { paire.getFirst().toCertificate() });
		KeyManagerFactory cles = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		cles.init(coffre, new char[0]);
		SSLContext contexte = SSLContext.getInstance("TLS");
		contexte.init(cles.getKeyManagers(), null, null);
		return contexte;
	}

}
