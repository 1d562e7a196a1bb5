package fr.passerelle.plateforme;

import java.nio.file.Path;
import java.util.Optional;

import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The embedded broker. It starts while the rest of the hub does; {@link #await()} is the
 * promise that it takes connections.
 */
class ArtemisServer {

	private final InBackground<ActiveMQServer> start;

	ArtemisServer(Path data, int port, Acces.Service user, int maxDiskUsage) {
		this.start = new InBackground<>("artemis", () -> {
			LocalPort.checkFree(port, "Artemis", "passerelle.embarque.artemis.port");
			ActiveMQServer server = new ActiveMQServerImpl(
					BrokerConfiguration.of(data.resolve("artemis"), port, maxDiskUsage), security(user));
			server.start();
			return server;
		});
	}

	private static ActiveMQJAASSecurityManager security(Acces.Service user) {
		SecurityConfiguration users = new SecurityConfiguration();
		users.addUser(user.utilisateur(), user.motdepasse());
		users.addRole(user.utilisateur(), BrokerConfiguration.ROLE);
		return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
	}

	void await() {
		this.start.await();
	}

	void stop() throws Exception {
		Optional<ActiveMQServer> server = this.start.awaitOutcome();
		if (server.isPresent()) {
			server.get().stop();
		}
	}

}
