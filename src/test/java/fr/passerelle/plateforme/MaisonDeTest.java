package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * The real database for tests: one PostgreSQL per JVM on a free port, under
 * {@code target/}, gone at the end; as many databases as wanted. A Spring context that
 * asks for {@code @ContextConfiguration(initializers = MaisonDeTest.Initializer.class)}
 * gets an empty database, a home and a broker of its own.
 */
public final class MaisonDeTest {

	private static final Path TARGET = Path.of("target").toAbsolutePath();

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private static final List<ConfigurableApplicationContext> CONTEXTS = new CopyOnWriteArrayList<>();

	private static MaisonDeTest instance;

	private final Path folder;

	private final Acces.Service acces;

	private final PostgresqlServer server;

	private boolean migrated;

	private MaisonDeTest() throws IOException {
		this.folder = Files.createDirectories(TARGET.resolve("maisons-de-test/" + ProcessHandle.current().pid()));
		linkPrograms(this.folder);
		// A commit that asks for it waits for a replica that never comes; no other does.
		Files.writeString(this.folder.resolve("postgresql/reglages.conf"), """
				fsync = off
				max_connections = 200
				synchronous_commit = local
				synchronous_standby_names = 'absent'
				""");
		int port = LocalPort.choose(0);
		this.acces = new Acces.Service("jdbc:postgresql://127.0.0.1:" + port + "/", "passerelle", "essai");
		this.server = new PostgresqlServer(this.folder, port, this.acces, Duration.ofMinutes(1));
		Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
		this.server.await();
		new DatabaseRoles(source("passerelle")).ensure();
	}

	/** Gives a data folder the programs of PostgreSQL, unpacked once for all runs. */
	public static void linkPrograms(Path data) throws IOException {
		Path bin = new PostgresqlBinaries(TARGET.resolve("programmes-postgresql")).unpack();
		Path link = data.resolve("postgresql").resolve(bin.getParent().getFileName());
		Files.createDirectories(link.getParent());
		Files.createSymbolicLink(link, bin.getParent());
	}

	/** Hubs leave before what they stand on: Spring's own hook runs beside this one. */
	private void remove() {
		CONTEXTS.forEach(ConfigurableApplicationContext::close);
		try {
			this.server.stop();
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static synchronized MaisonDeTest get() {
		try {
			instance = (instance != null) ? instance : new MaisonDeTest();
			return instance;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A database without anything in it but the two roles beside it. */
	public static DataSource baseNeuve() {
		return get().source(get().create("template1"));
	}

	/** A database with the four schemas of the code, copied from one migrated once. */
	public static DataSource baseMigree() {
		get().migrateOnce();
		return get().source(get().create("modele"));
	}

	/** The settings of a hub with a database, a home and a broker of its own. */
	public static Map<String, Object> reglages() {
		PGSimpleDataSource base = (PGSimpleDataSource) baseMigree();
		Map<String, Object> settings = new HashMap<>();
		settings.put("passerelle.home", maisonNeuve().toString());
		settings.put("passerelle.embarque.artemis.port", 0);
		settings.put("spring.datasource.url", base.getURL());
		settings.put("spring.datasource.username", base.getUser());
		settings.put("spring.datasource.password", base.getPassword());
		settings.put("spring.datasource.hikari.maximum-pool-size", 6);
		settings.put("spring.datasource.hikari.minimum-idle", 0);
		return settings;
	}

	/** An empty home that sees the routes and mappings of the project. */
	public static Path maisonNeuve() {
		try {
			Path home = Files.createDirectories(get().folder.resolve("maison" + COUNTER.incrementAndGet()));
			for (String name : new String[] { "routes", "mappings" }) {
				if (Files.isDirectory(Path.of(name))) {
					Files.createSymbolicLink(home.resolve(name), Path.of(name).toAbsolutePath());
				}
			}
			return home;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private synchronized void migrateOnce() {
		if (!this.migrated) {
			sql("CREATE DATABASE modele");
			DataSource model = source("modele");
			new Migrations(model, new DatabaseRoles(model));
			this.migrated = true;
		}
	}

	private String create(String template) {
		String name = "essai" + COUNTER.incrementAndGet();
		sql("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, template));
		return name;
	}

	private void sql(String statement) {
		JdbcClient.create(source("passerelle")).sql(statement).update();
	}

	private DataSource source(String database) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL(this.acces.url() + database);
		source.setUser(this.acces.utilisateur());
		source.setPassword(this.acces.motdepasse());
		return source;
	}

	/** Gives a Spring context the settings of {@link #reglages()}. */
	public static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			CONTEXTS.add(context);
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("maison-de-test", reglages()));
		}

	}

}
