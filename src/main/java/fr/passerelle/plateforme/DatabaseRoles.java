package fr.passerelle.plateforme;

import java.util.List;

import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two group roles that migrations grant rights to: {@code passerelle_lecture} for
 * consumers of the views, {@code passerelle_controle} under which rules run. Neither can
 * log in.
 */
class DatabaseRoles {

	static final List<String> NAMES = List.of("passerelle_lecture", "passerelle_controle");

	private final JdbcClient jdbc;

	DatabaseRoles(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/** Creates what is missing, when the database allows it. */
	void ensure() {
		try {
			NAMES.forEach(this::create);
			this.jdbc.sql("""
					DO $$ BEGIN
					  IF NOT pg_has_role(current_user, 'passerelle_controle', 'SET') THEN
					    EXECUTE format('GRANT passerelle_controle TO %I WITH SET TRUE', current_user);
					  END IF;
					END $$""").update();
		}
		catch (DataAccessException ex) {
			throw new DemarrageImpossible("Il manque à la base les rôles de la passerelle, ou le droit de les prendre.",
					"Faites exécuter par l'administrateur de la base : CREATE ROLE passerelle_lecture; "
							+ "CREATE ROLE passerelle_controle; GRANT passerelle_controle TO "
							+ "<utilisateur de spring.datasource.username> WITH SET TRUE;",
					ex);
		}
	}

	/** Two hubs may start together: the second finds the role made by the first. */
	private void create(String name) {
		this.jdbc.sql("""
				DO $$ BEGIN
				  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN
				    CREATE ROLE %1$s NOLOGIN;
				  END IF;
				EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
				END $$""".formatted(name)).update();
	}

	/** Rules may read every table of this schema; consumers see what they are granted. */
	void open(String schema) {
		this.jdbc.sql("CREATE SCHEMA IF NOT EXISTS " + schema).update();
		this.jdbc.sql("GRANT USAGE ON SCHEMA %s TO passerelle_lecture, passerelle_controle".formatted(schema)).update();
		this.jdbc
			.sql("ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT ON TABLES TO passerelle_controle"
				.formatted(schema))
			.update();
	}

}
