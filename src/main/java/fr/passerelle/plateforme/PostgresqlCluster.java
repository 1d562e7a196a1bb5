package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of the database: made whole or not at all, checksums on, one way in (scram
 * over the loopback), no password for the superuser, hence no way in for it.
 */
class PostgresqlCluster {

	/** Only the hub's own role can enter. */
	private static final String HBA = "host all all 127.0.0.1/32 scram-sha-256\n";

	private final Path folder;

	private final Path bin;

	private final PostgresqlUser user;

	PostgresqlCluster(Path folder, Path bin, PostgresqlUser user) {
		this.folder = folder;
		this.bin = bin;
		this.user = user;
	}

	/** Makes the database if there is none, and sets the password of its owner. */
	void prepare(String majorVersion, Acces.Service owner) throws IOException {
		if (!Files.exists(this.folder)) {
			create(owner);
		}
		checkVersion(majorVersion);
		configure(this.folder);
		keepPassword(owner);
	}

	private void create(Acces.Service owner) throws IOException {
		Path draft = this.folder.resolveSibling("base.part");
		Commands.run(command("sh", "-c", "rm -rf \"$1\"", "sh", draft.toString()), "");
		Commands.run(
				command(program("initdb"), "-D", draft.toString(), "-U", "postgres", "-E", "UTF8", "--locale=C",
						"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--auth=reject", "--data-checksums"),
				"");
		configure(draft);
		single(draft, "CREATE ROLE %s LOGIN CREATEROLE CREATEDB PASSWORD %s;\nCREATE DATABASE %s OWNER %s;\n"
			.formatted(owner.utilisateur(), quoted(owner.motdepasse()), owner.utilisateur(), owner.utilisateur()));
		Files.move(draft, this.folder, StandardCopyOption.ATOMIC_MOVE);
	}

	private void checkVersion(String majorVersion) throws IOException {
		String version = Files.readString(this.folder.resolve("PG_VERSION")).strip();
		if (!version.equals(majorVersion)) {
			throw new DemarrageImpossible(
					"La base de « %s » a été créée par PostgreSQL %s ; cette passerelle embarque PostgreSQL %s."
						.formatted(this.folder, version, majorVersion),
					"Exportez-la avec l'ancienne version de la passerelle (pg_dump), puis rechargez-la dans une "
							+ "maison neuve : voir docs/operations.md.");
		}
	}

	private void configure(Path target) throws IOException {
		try (InputStream settings = PostgresqlCluster.class.getResourceAsStream("postgresql.conf")) {
			Files.write(target.resolve("postgresql.conf"), settings.readAllBytes());
		}
		Files.writeString(target.resolve("pg_hba.conf"), HBA);
	}

	/** An access file lost and drawn again would lock the hub out of its own database. */
	private void keepPassword(Acces.Service owner) throws IOException {
		Path witness = this.folder.resolveSibling("motdepasse.empreinte");
		String print = DigestUtils.sha256Hex(owner.motdepasse());
		if (!Files.exists(witness) || !Files.readString(witness).equals(print)) {
			single(this.folder,
					"ALTER ROLE %s PASSWORD %s;\n".formatted(owner.utilisateur(), quoted(owner.motdepasse())));
			Files.writeString(witness, print);
		}
	}

	/** Speaks to the database while no server runs. */
	private void single(Path target, String sql) throws IOException {
		Commands.run(command(program("postgres"), "--single", "-D", target.toString(), "-c", "logging_collector=off",
				"-c", "log_min_messages=fatal", "postgres"), sql);
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "''") + "'";
	}

	private List<String> command(String... words) {
		return this.user.command(List.of(words)).toList();
	}

	private String program(String name) {
		return this.bin.resolve(name).toString();
	}

}
