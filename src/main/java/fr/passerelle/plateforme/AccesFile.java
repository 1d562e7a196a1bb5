package fr.passerelle.plateforme;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * {@code data/acces.properties}, readable by its owner only: passwords are drawn once and
 * read again afterwards, addresses follow the settings of the day.
 */
class AccesFile {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Path file;

	AccesFile(Path data) {
		this.file = data.resolve("acces.properties");
	}

	/** The accesses, passwords kept from the file or drawn now, the file up to date. */
	Acces keep(Acces wanted) {
		Properties known = read();
		Acces acces = new Acces(complete(known, "postgresql", wanted.postgresql()),
				complete(known, "artemis", wanted.artemis()), complete(known, "console", wanted.console()),
				known.getProperty("api.cle", secret()));
		Map<String, String> lines = lines(acces);
		if (!lines.equals(known)) {
			write(lines);
		}
		return acces;
	}

	/** A missing password (null) is kept or drawn; an empty one is somebody else's. */
	private static Acces.Service complete(Properties known, String name, Acces.Service wanted) {
		if (wanted.motdepasse() != null) {
			return wanted;
		}
		String kept = known.getProperty(name + ".motdepasse", "");
		return new Acces.Service(wanted.url(), wanted.utilisateur(), kept.isEmpty() ? secret() : kept);
	}

	private static String secret() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static Map<String, String> lines(Acces acces) {
		Map<String, String> lines = new LinkedHashMap<>();
		Map<String, Acces.Service> services = new LinkedHashMap<>();
		services.put("postgresql", acces.postgresql());
		services.put("artemis", acces.artemis());
		services.put("console", acces.console());
		services.forEach((name, service) -> {
			lines.put(name + ".url", service.url());
			lines.put(name + ".utilisateur", service.utilisateur());
			lines.put(name + ".motdepasse", service.motdepasse());
		});
		lines.put("api.cle", acces.apiCle());
		return lines;
	}

	private Properties read() {
		Properties properties = new Properties();
		try {
			if (Files.exists(this.file)) {
				properties.load(new StringReader(Files.readString(this.file)));
			}
			return properties;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new DemarrageImpossible("Le fichier « %s » ne peut pas être lu.".formatted(this.file),
					"Rendez-le lisible à l'utilisateur qui lance la passerelle, ou restaurez-le.", ex);
		}
	}

	private void write(Map<String, String> lines) {
		try {
			Path draft = this.file.resolveSibling("acces.properties.part");
			Files.deleteIfExists(draft);
			Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(draft, lines.entrySet()
				.stream()
				.map((line) -> line.getKey() + "=" + line.getValue())
				.collect(Collectors.joining("\n", "# Accès locaux de la passerelle. Ne pas diffuser.\n", "\n")));
			Files.move(draft, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new DemarrageImpossible("Le fichier « %s » ne peut pas être écrit.".formatted(this.file),
					"Vérifiez la place libre et les droits sur ce dossier.", ex);
		}
	}

}
