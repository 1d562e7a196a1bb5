package fr.passerelle.plateforme;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MigrationsIT {

	@Test
	void givesEachSchemaItsOwnHistory() {
		DataSource base = MaisonDeTest.baseNeuve();

		Migrations migrations = new Migrations(base, new DatabaseRoles(base));

		assertThat(JdbcClient.create(base)
			.sql("SELECT table_schema FROM information_schema.tables WHERE table_name = 'flyway_schema_history'")
			.query(String.class)
			.list()).containsExactlyInAnyOrderElementsOf(List.of("echange", "referentiel", "lsu", "ent"));
		assertThat(migrations.empechement()).isEqualTo(Optional.empty());
	}

	@Test
	void canBeRunAgainOnTheSameDatabase() {
		DataSource base = MaisonDeTest.baseMigree();

		Migrations migrations = new Migrations(base, new DatabaseRoles(base));

		assertThat(migrations.empechement()).isEqualTo(Optional.empty());
	}

	@Test
	void refusesADatabaseNewerThanTheCode() {
		DataSource base = MaisonDeTest.baseMigree();
		JdbcClient.create(base)
			.sql("""
					INSERT INTO lsu.flyway_schema_history(installed_rank, version, description, type, script, checksum,
					  installed_by, execution_time, success)
					VALUES (9999, '99990101', 'de demain', 'SQL', 'V99990101__de_demain.sql', 1, 'essai', 1, true)""")
			.update();

		assertThatExceptionOfType(DemarrageImpossible.class)
			.isThrownBy(() -> new Migrations(base, new DatabaseRoles(base)))
			.withMessageStartingWith("Le schéma « lsu » de la base n'est pas celui de cette version de la passerelle");
	}

	@Test
	void letsRulesReadTablesAndNothingElse() {
		DataSource base = MaisonDeTest.baseMigree();
		JdbcClient jdbc = JdbcClient.create(base);
		jdbc.sql("CREATE TABLE referentiel.essai (valeur int)").update();

		List<Boolean> rights = jdbc.sql("""
				SELECT has_table_privilege('passerelle_controle', 'referentiel.essai', droit)
				FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY AS d(droit, rang)
				ORDER BY rang""").query(Boolean.class).list();

		assertThat(rights).containsExactly(true, false, false, false);
	}

	@Test
	void hidesTablesFromConsumersOfTheViews() {
		DataSource base = MaisonDeTest.baseMigree();
		JdbcClient jdbc = JdbcClient.create(base);
		jdbc.sql("CREATE TABLE ent.essai (valeur int)").update();

		boolean reads = jdbc.sql("SELECT has_table_privilege('passerelle_lecture', 'ent.essai', 'SELECT')")
			.query(Boolean.class)
			.single();

		assertThat(reads).isFalse();
	}

}
