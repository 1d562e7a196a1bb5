package fr.passerelle.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.Passerelle;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/** What each module may use, as its package-info says. */
class ModulesTest {

	private static final Path SOURCES = Path.of("src/main/java/fr/passerelle");

	@Test
	void everyModuleUsesOnlyWhatItsPackageInfoAllows() {
		ApplicationModules.of(Passerelle.class).verify();
	}

	@Test
	void everyPackageSaysWhatItIsForAndWhatItMayUse() throws Exception {
		List<Path> muets;
		try (Stream<Path> dossiers = Files.list(SOURCES)) {
			muets = dossiers.filter(Files::isDirectory).filter((dossier) -> !declare(dossier)).toList();
		}

		assertThat(muets).as("""
				A module without its declaration. Write a package-info.java with a sentence and
				@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau" }).""").isEmpty();
	}

	private static boolean declare(Path dossier) {
		try {
			Path info = dossier.resolve("package-info.java");
			return Files.exists(info) && Files.readString(info).contains("/**")
					&& Files.readString(info).contains("ApplicationModule(");
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
