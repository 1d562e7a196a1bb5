package fr.passerelle.plateforme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.security.auth.module.UnixSystem;

/**
 * As whom PostgreSQL runs, since it refuses to run as root: the words to put before its
 * commands, empty for an ordinary user.
 */
class PostgresqlUser {

	/** The user "nobody" of every Linux. */
	private static final int NOBODY = 65534;

	private final List<String> prefix;

	private PostgresqlUser(List<String> prefix) {
		this.prefix = prefix;
	}

	/** The user for this folder, made ready for that user. */
	static PostgresqlUser of(Path folder) throws IOException {
		return of(folder, new UnixSystem().getUid());
	}

	static PostgresqlUser of(Path folder, long me) throws IOException {
		Files.createDirectories(folder);
		if (me != 0) {
			checkOwned(folder, me);
			return new PostgresqlUser(List.of());
		}
		int owner = id(folder, "uid");
		if (owner == 0 && id(folder.getParent(), "uid") != 0) {
			owner = id(folder.getParent(), "uid");
			give(folder, owner, id(folder.getParent(), "gid"));
		}
		if (owner == 0 && Commands.succeeds(List.of("unshare", "-U", "true"))) {
			return new PostgresqlUser(List.of("unshare", "-U"));
		}
		if (owner == 0) {
			give(folder, NOBODY, NOBODY);
		}
		return new PostgresqlUser(
				List.of("setpriv", "--reuid=" + id(folder, "uid"), "--regid=" + id(folder, "gid"), "--clear-groups"));
	}

	Stream<String> command(List<String> words) {
		return Stream.concat(this.prefix.stream(), words.stream());
	}

	private static void checkOwned(Path folder, long me) throws IOException {
		if (id(folder, "uid") != me) {
			throw new DemarrageImpossible(
					"Le dossier « %s » appartient à l'utilisateur « %s » : PostgreSQL refuse d'y démarrer sous « %s »."
						.formatted(folder, Files.getOwner(folder).getName(), System.getProperty("user.name")),
					"Lancez la passerelle sous cet utilisateur, ou donnez-vous le dossier : sudo chown -R %s « %s »."
						.formatted(System.getProperty("user.name"), folder.getParent()));
		}
	}

	private static int id(Path folder, String kind) throws IOException {
		return (Integer) Files.getAttribute(folder, "unix:" + kind, LinkOption.NOFOLLOW_LINKS);
	}

	private static void give(Path folder, int uid, int gid) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.toList()) {
				Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
				Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
			}
		}
	}

}
