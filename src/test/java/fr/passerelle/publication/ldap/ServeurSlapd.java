package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import org.awaitility.Awaitility;

/**
 * A real OpenLDAP, on a free port, with a folder and a database of its own and the schema
 * of the document. It can be killed, and started again on what it has on its disk.
 */
final class ServeurSlapd implements AutoCloseable {

	private static final Path PROGRAMME = Path.of("/usr/sbin/slapd");

	private final Path dossier;

	private final int port;

	private Process processus;

	ServeurSlapd(Path dossier) {
		this.dossier = dossier;
		try (ServerSocket libre = new ServerSocket(0)) {
			this.port = libre.getLocalPort();
			Files.createDirectories(dossier.resolve("base"));
			Files.writeString(dossier.resolve("sdet.schema"), schema());
			Files.writeString(dossier.resolve("slapd.conf"), """
					include /etc/ldap/schema/core.schema
					include /etc/ldap/schema/cosine.schema
					include /etc/ldap/schema/inetorgperson.schema
					include %1$s/sdet.schema
					pidfile %1$s/slapd.pid
					modulepath /usr/lib/ldap
					moduleload back_mdb
					sizelimit size.soft=500 size.hard=500 size.prtotal=unlimited
					database mdb
					maxsize 104857600
					suffix "%2$s"
					rootdn "%3$s"
					rootpw %4$s
					directory %1$s/base
					""".formatted(dossier, Sdet.BASE, Sdet.COMPTE, Sdet.MOT_DE_PASSE));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static boolean estInstalle() {
		return Files.isExecutable(PROGRAMME);
	}

	String url() {
		return "ldap://127.0.0.1:" + this.port;
	}

	ServeurSlapd demarrer() {
		try {
			this.processus = new ProcessBuilder(PROGRAMME.toString(), "-f",
					this.dossier.resolve("slapd.conf").toString(), "-h", url() + "/", "-d", "0")
				.redirectErrorStream(true)
				.redirectOutput(this.dossier.resolve("slapd.log").toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::repond);
		return this;
	}

	private boolean repond() {
		try (LDAPConnection connexion = connexion()) {
			return connexion.isConnected();
		}
		catch (LDAPException ex) {
			return false;
		}
	}

	LDAPConnection connexion() throws LDAPException {
		return new LDAPConnection("127.0.0.1", this.port, Sdet.COMPTE, Sdet.MOT_DE_PASSE);
	}

	/** As a power cut does. */
	void tuer() {
		this.processus.destroyForcibly().onExit().join();
	}

	@Override
	public void close() {
		tuer();
	}

	/** The definitions of the LDIF, in the words of slapd.conf. */
	private static String schema() throws IOException {
		List<String> lignes = Files.readAllLines(Sdet.FICHIER);
		return lignes.stream()
			.filter((ligne) -> ligne.startsWith("attributeTypes: ") || ligne.startsWith("objectClasses: "))
			.map((ligne) -> ligne.replaceFirst("^attributeTypes: ", "attributetype ")
				.replaceFirst("^objectClasses: ", "objectclass "))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
