package fr.passerelle.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds everywhere in the code, told to whoever breaks it. */
class CodeConventionsTest {

	private static final String RACINE = "fr.passerelle";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(RACINE);

	private static final String ROUTES = texte(Path.of("routes"));

	private static final String JOURNAL = texte(Path.of("src/main/resources/logback-spring.xml"));

	private static final List<Class<?>> MOMENTS = List.of(Instant.class, LocalDate.class, LocalDateTime.class,
			OffsetDateTime.class, ZonedDateTime.class, Year.class);

	@Test
	void theKernelKnowsNoFramework() {
		noClasses().that()
			.resideInAPackage(RACINE + ".noyau")
			.and()
			.doNotHaveSimpleName("package-info")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("java..", RACINE + ".noyau")
			.because("the kernel is spoken by every module, of this framework and of the next")
			.check(CLASSES);
	}

	@Test
	void nothingPrintsOrStopsTheHubButTheCommandLine() {
		GivenClassesConjunction autres = noClasses().that()
			.resideOutsideOfPackage(RACINE + ".commande")
			.and()
			.doNotHaveFullyQualifiedName(RACINE + ".Passerelle");

		autres.should()
			.callMethod(System.class, "exit", int.class)
			.because("a module that stops the hub stops the others; throw instead")
			.check(CLASSES);
		autres.and()
			.resideOutsideOfPackage(RACINE + ".plateforme")
			.should()
			.accessField(System.class, "out")
			.orShould()
			.accessField(System.class, "err")
			.because("only the command line and the start speak to a terminal; the rest writes logs")
			.check(CLASSES);
	}

	@Test
	void timeComesFromTheClockBean() {
		for (Class<?> moment : MOMENTS) {
			noClasses().should()
				.callMethod(moment, "now")
				.because("tests and rehearsals move the Clock bean: take a Clock in the constructor, horloge.instant()")
				.check(CLASSES);
		}
		noClasses().that()
			.resideOutsideOfPackages(RACINE + ".plateforme", RACINE + ".commande")
			.and()
			.doNotHaveFullyQualifiedName(RACINE + ".generateur.Generation")
			.should()
			.callMethod(Clock.class, "systemUTC")
			.orShould()
			.callMethod(Clock.class, "systemDefaultZone")
			.because("there is one Clock bean, made by the platform")
			.check(CLASSES);
	}

	@Test
	void logsGoThroughSlf4j() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAPackage("java.util.logging..")
			.because("the level of a log is a setting: org.slf4j.LoggerFactory.getLogger(X.class)")
			.check(CLASSES);
	}

	@Test
	void whatABeanNeedsIsInItsConstructor() {
		noFields().should()
			.beAnnotatedWith(Autowired.class)
			.orShould()
			.beAnnotatedWith(Value.class)
			.because("a class made by hand in a test must say what it needs: use the constructor")
			.check(CLASSES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Impl", "Manager", "Helper", "Util", "Utils", "Dto" })
	void aClassIsNamedByWhatItDoes(String fin) {
		noClasses().should()
			.haveSimpleNameEndingWith(fin)
			.because("such a name says nothing: a store is a plural (Eleves), a doer is a doer (Unzipper)")
			.check(CLASSES);
	}

	@Test
	void aPublicClassIsUsedFromAnotherPackage() {
		Set<String> pourRien = new TreeSet<>();
		for (JavaClass classe : CLASSES) {
			if (estOuverte(classe) && !serviteurDesRoutes(classe) && !faiteParLogback(classe)
					&& !visibleAilleurs(classe)) {
				pourRien.add(classe.getName());
			}
		}

		assertThat(pourRien).as("""
				Public without need: nothing outside their package uses these classes. Remove the word
				« public »: what a package shows is a promise, what it hides can change.""").isEmpty();
	}

	private static boolean estOuverte(JavaClass classe) {
		return classe.isTopLevelClass() && classe.getModifiers().contains(JavaModifier.PUBLIC)
				&& !classe.getFullName().equals(RACINE + ".Passerelle")
				&& !classe.getPackageName().equals(RACINE + ".noyau") && !classe.getSimpleName().equals("package-info");
	}

	/**
	 * Camel calls the beans that the routes name by reflection, which wants them public.
	 */
	private static boolean serviteurDesRoutes(JavaClass classe) {
		return Pattern.compile("\\b" + nomDeBean(classe) + "\\b").matcher(ROUTES).find();
	}

	private static boolean faiteParLogback(JavaClass classe) {
		return JOURNAL.contains("\"" + classe.getName() + "\"");
	}

	private static String nomDeBean(JavaClass classe) {
		return classe.tryGetAnnotationOfType(Component.class)
			.map(Component::value)
			.filter((nom) -> !nom.isEmpty())
			.orElse(Character.toLowerCase(classe.getSimpleName().charAt(0)) + classe.getSimpleName().substring(1));
	}

	/**
	 * Used by another package, be it a feed of the same module, or part of what a public
	 * class of its own promises.
	 */
	private static boolean visibleAilleurs(JavaClass classe) {
		return classe.getDirectDependenciesToSelf()
			.stream()
			.map(Dependency::getOriginClass)
			.anyMatch((origine) -> !origine.getPackageName().equals(classe.getPackageName()) || estOuverte(origine));
	}

	private static String texte(Path dossier) {
		try (Stream<Path> fichiers = Files.walk(dossier)) {
			StringBuilder texte = new StringBuilder();
			for (Path fichier : fichiers.filter(Files::isRegularFile).toList()) {
				texte.append(Files.readString(fichier));
			}
			return texte.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
