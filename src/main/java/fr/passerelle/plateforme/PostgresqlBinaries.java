package fr.passerelle.plateforme;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * The programs of PostgreSQL, unpacked once per version from the archive of the class
 * path.
 */
class PostgresqlBinaries {

	private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");

	private final Path folder;

	private final URL archive;

	PostgresqlBinaries(Path parent) {
		this.archive = archive();
		this.folder = parent.resolve(version(this.archive));
	}

	/** The folder of the programs, unpacked if it is not there yet. */
	Path unpack() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			Path draft = this.folder.resolveSibling(this.folder.getFileName() + ".part");
			FileSystemUtils.deleteRecursively(draft);
			unpackTo(draft);
			Files.move(draft, this.folder);
		}
		return this.folder.resolve("bin");
	}

	String majorVersion() {
		return this.folder.getFileName().toString().split("\\.")[0];
	}

	private static URL archive() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
		String architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
		String name = "/postgres-%s-%s.txz".formatted(system, architecture);
		URL url = PostgresqlBinaries.class.getResource(name);
		if (url == null) {
			throw new DemarrageImpossible(
					"Ce paquet ne contient pas PostgreSQL pour cette machine (%s).".formatted(name.substring(1)),
					"Construisez la passerelle sur une machine du même type, ou donnez une base externe : "
							+ "spring.datasource.url.");
		}
		return url;
	}

	private static String version(URL archive) {
		Matcher matcher = VERSION.matcher(archive.toString());
		if (!matcher.find()) {
			throw new IllegalStateException("reading the PostgreSQL version in " + archive);
		}
		return matcher.group(1);
	}

	private void unpackTo(Path draft) throws IOException {
		try (InputStream bytes = this.archive.openStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(
						new XZCompressorInputStream(new BufferedInputStream(bytes)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				write(tar, entry, draft.resolve(entry.getName()).normalize());
			}
		}
	}

	private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
		if (entry.isDirectory()) {
			Files.createDirectories(target);
			return;
		}
		Files.createDirectories(target.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(tar, target);
		Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
	}

	private static Set<PosixFilePermission> permissions(boolean executable) {
		Set<PosixFilePermission> permissions = EnumSet.of(PosixFilePermission.OWNER_READ,
				PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
		if (executable) {
			permissions.addAll(Set.of(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE,
					PosixFilePermission.OTHERS_EXECUTE));
		}
		return permissions;
	}

}
