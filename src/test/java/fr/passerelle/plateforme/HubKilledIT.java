package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The embedded services of a hub in a process of its own, killed and started again. */
class HubKilledIT {

	private final List<ChildHub> hubs = new ArrayList<>();

	@TempDir
	private Path home;

	@BeforeEach
	void unpackPrograms() throws IOException {
		MaisonDeTest.linkPrograms(this.home.resolve("data"));
	}

	@AfterEach
	void stopHubs() {
		this.hubs.forEach(ChildHub::stop);
	}

	@Test
	void killedStoppedOrWithoutItsAccessFileAHubLeavesNoServerAndKeepsItsData() throws Exception {
		ChildHub killed = hub().awaitReady();
		database().sql("CREATE TABLE echange.temoin AS SELECT 42 AS valeur").update();
		killed.kill();
		ChildHub.awaitNoServer(this.home);

		ChildHub stopped = hub().awaitReady();
		assertThat(witness()).isEqualTo(42);
		stopped.stop();
		ChildHub.awaitNoServer(this.home);
		assertThat(this.home.resolve("data/postgresql/base/postmaster.pid")).doesNotExist();

		Files.delete(this.home.resolve("data/acces.properties"));
		hub().awaitReady();
		assertThat(witness()).isEqualTo(42);
	}

	@Test
	void aRunningHubRefusesASecondOneOnItsDataAndWhoeverHasNoPassword() throws Exception {
		hub().awaitReady();

		String refusal = hub().refusal();

		assertThat(refusal)
			.contains("Le dossier de données « %s » est déjà utilisé".formatted(this.home.resolve("data")))
			.contains("--passerelle.home=DOSSIER")
			.doesNotContain("\tat ");
		try (ActiveMQConnectionFactory anonymous = new ActiveMQConnectionFactory(acces().getProperty("artemis.url"))) {
			assertThatExceptionOfType(JMSException.class).isThrownBy(anonymous::createConnection)
				.withMessageContaining("AMQ229031");
		}
	}

	@Test
	void aPortTakenBySomebodyElseIsNamed() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {

			String refusal = hub("--passerelle.embarque.postgresql.port=" + other.getLocalPort()).refusal();

			assertThat(refusal)
				.contains("Le port %d, où doit écouter PostgreSQL, est déjà pris".formatted(other.getLocalPort()))
				.contains("--passerelle.embarque.postgresql.port=PORT")
				.doesNotContain("\tat ");
		}
	}

	private ChildHub hub(String... settings) throws IOException {
		ChildHub hub = new ChildHub(this.home, settings);
		this.hubs.add(hub);
		return hub;
	}

	private int witness() throws IOException {
		return database().sql("SELECT valeur FROM echange.temoin").query(Integer.class).single();
	}

	private Properties acces() throws IOException {
		Properties acces = new Properties();
		try (Reader reader = Files.newBufferedReader(this.home.resolve("data/acces.properties"))) {
			acces.load(reader);
		}
		return acces;
	}

	private JdbcClient database() throws IOException {
		Properties acces = acces();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL(acces.getProperty("postgresql.url"));
		source.setUser(acces.getProperty("postgresql.utilisateur"));
		source.setPassword(acces.getProperty("postgresql.motdepasse"));
		return JdbcClient.create(source);
	}

}
