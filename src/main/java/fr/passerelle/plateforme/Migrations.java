package fr.passerelle.plateforme;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the four schemas to the version of the code, each by its own history, and
 * refuses a database that is newer than the code.
 */
class Migrations implements Verification {

	static final List<String> SCHEMAS = List.of("echange", "referentiel", "lsu", "ent");

	private final List<Flyway> histories;

	Migrations(DataSource dataSource, DatabaseRoles roles) {
		this.histories = SCHEMAS.stream().map((schema) -> history(dataSource, schema)).toList();
		roles.ensure();
		SCHEMAS.forEach(roles::open);
		this.histories.forEach(Migrations::migrate);
	}

	private static Flyway history(DataSource dataSource, String schema) {
		return Flyway.configure()
			.dataSource(dataSource)
			.defaultSchema(schema)
			.schemas(schema)
			.locations("classpath:db/migration/" + schema)
			.validateMigrationNaming(true)
			.placeholderReplacement(false)
			.ignoreMigrationPatterns(new String[0])
			.cleanDisabled(true)
			.load();
	}

	private static void migrate(Flyway history) {
		String schema = schema(history);
		try {
			history.migrate();
		}
		catch (FlywayException ex) {
			throw new DemarrageImpossible(
					"Le schéma « %s » de la base n'est pas celui de cette version de la passerelle : %s"
						.formatted(schema, ex.getMessage()),
					"Si la base vient d'une version plus récente, lancez cette version ou restaurez la sauvegarde "
							+ "d'avant ; si une migration a échoué, rien n'en a été gardé : corrigez la cause et relancez.",
					ex);
		}
	}

	@Override
	public Optional<String> empechement() {
		return this.histories.stream()
			.filter((history) -> history.info().pending().length > 0)
			.map((history) -> "Le schéma « %s » de la base n'est pas à jour.".formatted(schema(history)))
			.findFirst();
	}

	private static String schema(Flyway history) {
		return history.getConfiguration().getDefaultSchema();
	}

}
