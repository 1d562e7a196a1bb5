package fr.passerelle.architecture;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.boot.context.properties.ConfigurationProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every setting is documented where people look for it, and every one written is read.
 */
class ReglagesTest {

	private static final Path FICHIER = Path.of("src/main/resources/application.yaml");

	private static final Pattern LUE = Pattern
		.compile("(?:\\$\\{|\\{\\{|\")(passerelle(?:\\.[a-z][a-z0-9-]*)+)(?=[:}\"])");

	private static final Pattern LIGNE = Pattern.compile("^( *)([a-z][a-z0-9-]*):(.*)$");

	@Test
	void aSettingReadInTheCodeOrTheRoutesIsInApplicationYaml() throws IOException {
		Set<String> lues = new TreeSet<>(lues(Path.of("routes"), ".yaml"));
		lues.addAll(valeurs());
		lues.removeAll(ecrites());

		assertThat(lues).as("""
				Settings nobody can find. Write each in src/main/resources/application.yaml with its default,
				below a comment line that says in French what it does and its unit.""").isEmpty();
	}

	@Test
	void everySettingOfARecordIsInApplicationYaml() throws IOException {
		Set<String> attendues = composants();
		attendues.removeAll(ecrites());

		assertThat(attendues).as("""
				Settings of a @ConfigurationProperties record that application.yaml does not show.
				Write each there with its default and a comment line.""").isEmpty();
	}

	@Test
	void aSettingOfApplicationYamlIsReadBySomething() throws IOException {
		Set<String> orphelines = ecrites();
		orphelines.removeAll(lues(Path.of("routes"), ".yaml"));
		orphelines.removeAll(lues(Path.of("src/main"), ""));
		orphelines.removeAll(composants());

		assertThat(orphelines).as("Settings of application.yaml that nothing reads: remove them, or read them.")
			.isEmpty();
	}

	@Test
	void everySettingHasItsCommentLine() throws IOException {
		assertThat(sansCommentaire()).as("""
				Settings without a word. Put a comment line in French above each (or above the first of its
				neighbours): what it does, its unit.""").isEmpty();
	}

	private static Set<String> valeurs() throws IOException {
		Set<String> lues = new TreeSet<>();
		try (Stream<Path> fichiers = Files.walk(Path.of("src/main/java"))) {
			for (Path fichier : fichiers.filter((f) -> f.toString().endsWith(".java")).toList()) {
				Pattern.compile("@Value\\(\"\\$\\{(passerelle\\.[a-z0-9.-]+)")
					.matcher(Files.readString(fichier))
					.results()
					.map((r) -> r.group(1))
					.forEach(lues::add);
			}
		}
		lues.removeIf((cle) -> cle.startsWith("passerelle.demonstration."));
		return lues;
	}

	private static Set<String> lues(Path dossier, String fin) throws IOException {
		Set<String> lues = new TreeSet<>();
		try (Stream<Path> fichiers = Files.walk(dossier)) {
			for (Path fichier : fichiers.filter(Files::isRegularFile)
				.filter((f) -> f.toString().endsWith(fin))
				.filter((f) -> f.toString().endsWith(".java") || f.toString().endsWith(".yaml"))
				.toList()) {
				LUE.matcher(Files.readString(fichier)).results().map((MatchResult r) -> r.group(1)).forEach(lues::add);
			}
		}
		return lues;
	}

	/** Keys of the settings records, nested records followed. */
	private static Set<String> composants() {
		JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("fr.passerelle");
		Set<String> cles = new TreeSet<>();
		for (JavaClass classe : classes) {
			if (classe.isAnnotatedWith(ConfigurationProperties.class) && classe.isRecord()) {
				ajouter(cles, classe.getAnnotationOfType(ConfigurationProperties.class).value(), classe.reflect());
			}
		}
		return cles;
	}

	private static void ajouter(Set<String> cles, String prefixe, Class<?> classe) {
		for (RecordComponent composant : classe.getRecordComponents()) {
			String cle = prefixe + "." + composant.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
			if (composant.getType().isRecord()) {
				ajouter(cles, cle, composant.getType());
			}
			else {
				cles.add(cle);
			}
		}
	}

	private static Set<String> ecrites() throws IOException {
		Object racine = new Yaml().load(Files.readString(FICHIER));
		Set<String> cles = new TreeSet<>();
		aplatir(cles, "", racine);
		cles.removeIf((cle) -> !cle.startsWith("passerelle."));
		return cles;
	}

	private static void aplatir(Set<String> cles, String prefixe, Object valeur) {
		if (valeur instanceof java.util.Map<?, ?> objet && !objet.isEmpty()) {
			objet.forEach(
					(nom, enfant) -> aplatir(cles, prefixe.isEmpty() ? nom.toString() : prefixe + "." + nom, enfant));
		}
		else {
			cles.add(prefixe);
		}
	}

	private static List<String> sansCommentaire() throws IOException {
		List<String> muettes = new ArrayList<>();
		boolean commentee = false;
		boolean nous = false;
		int retraitCommente = -1;
		for (String ligne : Files.readAllLines(FICHIER)) {
			var cle = LIGNE.matcher(ligne);
			nous = cle.matches() && cle.group(1).isEmpty() ? cle.group(2).equals("passerelle") : nous;
			if (ligne.strip().startsWith("#")) {
				commentee = true;
				retraitCommente = ligne.indexOf('#');
			}
			else if (cle.matches() && nous && !cle.group(3).isBlank()) {
				if (!commentee && cle.group(1).length() != retraitCommente) {
					muettes.add(cle.group(2));
				}
				commentee = false;
			}
		}
		return muettes;
	}

}
