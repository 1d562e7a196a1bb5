package fr.passerelle.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

	private static final Path SOURCES = Path.of("src/main/java/fr/passerelle");

	private static final Pattern CONSTAT = Pattern.compile("Constat\\s*\\.de\\(\\s*\"([A-Z0-9_-]+)\"");

	private static final Pattern CONSTANTE = Pattern.compile("static final String \\w+ = \"([A-Z0-9_]+)\";");

	private static final Pattern VARIANTE = Pattern.compile("\"variante\",\\s*\"([a-z-]+)\"");

	private final Mappings mappings = new Mappings(Path.of("mappings"));

	private final Catalogue catalogue = Catalogue.lire(this.mappings);

	@Test
	void everyCodeUsedInJavaHasItsTexts() throws IOException {
		Set<String> utilises = new TreeSet<>(trouver(CONSTAT, ""));
		utilises.addAll(trouver(CONSTANTE, "Codes.java"));

		assertThat(utilises).contains("C01", "C17", "ENV_DTD")
			.allSatisfy((code) -> assertThat(this.catalogue.regle(code))
				.as("the code %s is given in Java but has no entry in src/main/resources/messages/*.yaml", code)
				.isPresent());
	}

	@Test
	void everyVariantUsedInJavaHasItsTexts() throws IOException {
		Set<String> connues = new TreeSet<>(this.catalogue.regles().stream().map(Regle::variante).toList());

		assertThat(connues).containsAll(trouver(VARIANTE, ""));
	}

	@Test
	void everyRefusalSaysWhatToDo() {
		assertThat(this.catalogue.regles()).filteredOn((regle) -> regle.effet() == Effet.REFUS)
			.allSatisfy((regle) -> assertThat(regle.correction()).as(regle.cle()).isNotBlank());
	}

	@Test
	void everyVariableOfARuleIsGivenByItsQuery() {
		for (SqlFile fichier : this.mappings.sql("controles")) {
			assertThat(this.catalogue.variables(ReglesSql.regle(fichier)))
				.as("mappings/%s must select a column for each {variable} of its head", fichier.nom())
				.allSatisfy((variable) -> assertThat(fichier.sql()).containsPattern("\\b" + variable + "\\b"));
		}
	}

	@Test
	void theOfficialTextsAreVerbatim() {
		assertThat(titre("ELEGROUPE_D3")).isEqualTo("Nom du fichier mal formaté!");
		assertThat(titre("ELEGROUPE_D5")).isEqualTo("Nom de fichier .zip incorrect ! Le nom du fichier .zip doit être "
				+ "indique à celui du fichier .xml.");
		assertThat(titre("C17")).isEqualTo("Année du fichier différente de l'année utilisée !");
		assertThat(titre("C18")).isEqualTo(titre("C17"));
		assertThat(this.catalogue.regles()).filteredOn((regle) -> regle.code().equals("C17"))
			.extracting(Regle::titre)
			.containsOnly(titre("C17"));
	}

	private String titre(String code) {
		return this.catalogue.regle(code).orElseThrow().titre();
	}

	private static Set<String> trouver(Pattern motif, String fin) throws IOException {
		try (Stream<Path> fichiers = Files.walk(SOURCES)) {
			Set<String> trouves = new TreeSet<>();
			for (Path fichier : fichiers.filter((f) -> f.toString().endsWith(fin.isEmpty() ? ".java" : fin)).toList()) {
				Matcher code = motif.matcher(Files.readString(fichier));
				while (code.find()) {
					trouves.add(code.group(1));
				}
			}
			return trouves;
		}
	}

}
