package fr.passerelle.plateforme;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded PostgreSQL, unless {@code spring.datasource.url} names another. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embarque")
class PostgresqlConfiguration {

	@Bean(destroyMethod = "stop")
	PostgresqlServer postgresqlServer(DataLock lock, Maison maison, LocalPorts ports, Acces acces,
			EmbarqueSettings settings) {
		return new PostgresqlServer(maison.data(), ports.postgresql(), acces.postgresql(),
				settings.postgresql().attente());
	}

	@Bean
	JdbcConnectionDetails jdbcConnectionDetails(PostgresqlServer server, Acces acces) {
		return new EmbeddedJdbcDetails(server, acces.postgresql());
	}

	/** Whoever asks for the address gets it once the server takes connections. */
	private record EmbeddedJdbcDetails(PostgresqlServer server, Acces.Service access) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			this.server.await();
			return this.access.url();
		}

		@Override
		public String getUsername() {
			return this.access.utilisateur();
		}

		@Override
		public String getPassword() {
			return this.access.motdepasse();
		}

	}

}
