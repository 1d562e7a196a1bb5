package fr.passerelle.plateforme;

import java.nio.file.Path;
import java.util.Set;

import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** How the embedded broker keeps messages: on the disk before it says so, none lost. */
final class BrokerConfiguration {

	static final String ROLE = "passerelle";

	/** Writes are gathered for that long: doubles the durable sends of one thread. */
	private static final int JOURNAL_BUFFER_TIMEOUT_NS = 300_000;

	/** Duplicates are seen among that many last messages of each address. */
	private static final int DUPLICATE_IDS = 20_000;

	/** Messages are references: more in memory means a consumer is away. */
	private static final long MEMORY = 64L * 1024 * 1024;

	private BrokerConfiguration() {
	}

	static Configuration of(Path folder, int port, int maxDiskUsage) throws Exception {
		ConfigurationImpl configuration = new ConfigurationImpl();
		configuration.setName("passerelle");
		configuration.setPersistenceEnabled(true);
		configuration.setSecurityEnabled(true);
		configuration.setJMXManagementEnabled(false);
		configuration.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
		configuration.setMaxDiskUsage(maxDiskUsage);
		configuration.setGlobalMaxSize(MEMORY);
		configuration.setIDCacheSize(DUPLICATE_IDS);
		configuration.setPersistIDCache(true);
		configuration.addAcceptorConfiguration("local", "tcp://" + LocalPort.HOST + ":" + port + "?protocols=CORE");
		store(configuration, folder);
		addresses(configuration);
		configuration.putSecurityRoles("#", Set.of(everything()));
		return configuration;
	}

	private static void store(Configuration configuration, Path folder) {
		configuration.setJournalDirectory(folder.resolve("journal").toString());
		configuration.setBindingsDirectory(folder.resolve("bindings").toString());
		configuration.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
		configuration.setPagingDirectory(folder.resolve("paging").toString());
		configuration.setJournalType(JournalType.NIO);
		configuration.setJournalDatasync(true);
		configuration.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_TIMEOUT_NS);
	}

	private static void addresses(Configuration configuration) {
		configuration.addAddressSetting("#", settings());
		configuration.addAddressSetting(Adresses.ENTREE + ".#", patientes());
		Adresses.FILES.forEach((name) -> configuration.addAddressConfiguration(address(name, RoutingType.ANYCAST)
			.addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST).setDurable(true))));
		Adresses.EVENEMENTS
			.forEach((name) -> configuration.addAddressConfiguration(address(name, RoutingType.MULTICAST)));
	}

	private static CoreAddressConfiguration address(String name, RoutingType type) {
		return new CoreAddressConfiguration().setName(name).addRoutingType(type);
	}

	/** No redelivery delay: it would break the order of a school. */
	private static AddressSettings settings() {
		return new AddressSettings().setDeadLetterAddress(SimpleString.of(Adresses.LETTRES_MORTES))
			.setExpiryAddress(SimpleString.of(Adresses.EXPIRES))
			.setMaxDeliveryAttempts(5)
			.setRedeliveryDelay(0)
			.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
			.setAutoDeleteQueues(false)
			.setAutoDeleteAddresses(false);
	}

	/**
	 * A file that could not be taken comes again later and later, for half an hour: its
	 * bytes are read from the broker as a stream, and can only be read again if it comes
	 * again.
	 */
	private static AddressSettings patientes() {
		return settings().setMaxDeliveryAttempts(34)
			.setRedeliveryDelay(1_000)
			.setRedeliveryMultiplier(2)
			.setMaxRedeliveryDelay(60_000);
	}

	private static Role everything() {
		return new Role(ROLE, true, true, true, true, true, true, true, true, true, true, true, true);
	}

}
