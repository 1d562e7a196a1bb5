package fr.passerelle.plateforme;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Home, accesses, time and schemas: what every other module stands on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmbarqueSettings.class)
class PlateformeConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(PlateformeConfiguration.class);

	@Bean
	static EarlyStart earlyStart() {
		return new EarlyStart();
	}

	@Bean
	Maison maison(@Value("${passerelle.home:}") String home) {
		return new Maison(Path.of(home));
	}

	@Bean
	DataLock dataLock(Maison maison) {
		return new DataLock(maison.data());
	}

	@Bean
	LocalPorts localPorts(EmbarqueSettings settings) {
		return new LocalPorts(LocalPort.choose(settings.postgresql().port()),
				LocalPort.choose(settings.artemis().port()));
	}

	@Bean
	Acces acces(DataLock lock, Maison maison, LocalPorts ports, Environment environment) {
		Acces acces = new AccesFile(maison.data()).keep(WantedAcces.of(environment, ports));
		if (!environment.containsProperty("spring.datasource.url")) {
			logger.info(
					"Pour regarder dans la base : psql -h 127.0.0.1 -p {} -U {} -d passerelle "
							+ "(mot de passe : postgresql.motdepasse de {})",
					ports.postgresql(), acces.postgresql().utilisateur(), maison.data().resolve("acces.properties"));
		}
		return acces;
	}

	@Bean
	ConsoleAddress consoleAddress(Maison maison, Acces acces) {
		return new ConsoleAddress(maison, acces);
	}

	@Bean
	DatabaseRoles databaseRoles(DataSource dataSource) {
		return new DatabaseRoles(dataSource);
	}

	@Bean
	Migrations migrations(DataSource dataSource, DatabaseRoles roles) {
		return new Migrations(dataSource, roles);
	}

	/** The only clock: nothing else may ask what time it is. */
	@Bean
	Clock clock(@Value("${passerelle.horloge:}") String start) {
		Clock system = Clock.systemUTC();
		return start.isEmpty() ? system
				: Clock.offset(system, Duration.between(system.instant(), Instant.parse(start)));
	}

}
