package fr.passerelle.jeux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Effet;
import fr.passerelle.catalogue.Regle;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The corpus is whole, and {@code jeux/README.md} says what each case is for. */
class CorpusTest {

	private static final Path README = Cas.JEUX.resolve("README.md");

	/** A row that tells a case. */
	private static final Pattern DIT = Pattern.compile("^\\| `([a-z]+/[a-z0-9-]+)` \\| .+ \\|$", Pattern.MULTILINE);

	/** A row of the table of codes: the code, then the cases and tests that show it. */
	private static final Pattern LIGNE = Pattern.compile("^\\| `([A-Z][^`]*)` \\| (.*) \\|$", Pattern.MULTILINE);

	private static final Pattern PREUVE = Pattern.compile("`([^`]+)`");

	private static final Pattern VARIABLE = Pattern.compile("\\{[a-z_]+[0-9]?\\}");

	@Test
	void everyCodeHasACaseThatShowsItOrATestThatIsNamed() throws IOException {
		Map<String, List<String>> table = table();
		Map<String, String> sansPreuve = new TreeMap<>();
		for (Regle regle : Catalogue.lire(new Mappings(Path.of("mappings"))).regles()) {
			List<String> preuves = table.getOrDefault(regle.cle(), List.of());
			if (preuves.isEmpty() || !preuves.stream().allMatch((preuve) -> montre(preuve, regle))) {
				sansPreuve.put(regle.cle(), preuves + " ; montré par " + montrePar(regle));
			}
		}

		assertThat(sansPreuve).as("""
				Codes of docs/regles.md whose row in %s names nothing, or names a case or a test that does
				not show them. Write a case, or name the test: | `CODE` | `source/cas`, `XTest.aSentence` |""", README)
			.isEmpty();
	}

	@Test
	void theTableNamesNoCodeThatIsNoMore() throws IOException {
		List<String> codes = Catalogue.lire(new Mappings(Path.of("mappings")))
			.regles()
			.stream()
			.map(Regle::cle)
			.toList();

		assertThat(codes).containsAll(table().keySet());
	}

	@Test
	void everyCaseIsToldAndEveryCaseThatIsToldExists() throws IOException {
		Set<String> cas = Cas.tous().stream().map(Cas::toString).collect(Collectors.toCollection(TreeSet::new));
		Set<String> dits = new TreeSet<>();
		Matcher dit = DIT.matcher(Files.readString(README));
		while (dit.find()) {
			dits.add(dit.group(1));
		}

		assertThat(dits).as(README + " and the folders beside it").isEqualTo(cas);
	}

	@Test
	void aSchoolIsInOneCaseOnlyAndItsCodeHasTheRightKey() throws IOException {
		Map<String, Set<String>> parEcole = new LinkedHashMap<>();
		for (Cas cas : Cas.tous()) {
			cas.fichiers()
				.stream()
				.map(Fichier::dossier)
				.filter((dossier) -> dossier != null && dossier.matches("\\d{7}[A-Z]"))
				.forEach((uai) -> parEcole.computeIfAbsent(uai, (une) -> new TreeSet<>()).add(cas.toString()));
		}

		assertThat(parEcole.keySet()).allSatisfy((uai) -> assertThat(Uai.lire(uai)).isPresent());
		assertThat(parEcole).allSatisfy((uai, cas) -> assertThat(cas).as(uai).hasSize(1));
	}

	private static Map<String, List<String>> table() throws IOException {
		Map<String, List<String>> table = new LinkedHashMap<>();
		Matcher ligne = LIGNE.matcher(Files.readString(README));
		while (ligne.find()) {
			Matcher preuve = PREUVE.matcher(ligne.group(2));
			List<String> preuves = new ArrayList<>();
			while (preuve.find()) {
				preuves.add(preuve.group(1));
			}
			table.put(ligne.group(1), preuves);
		}
		return table;
	}

	/** Whether this case shows the code as it is written in its answers. */
	private static boolean montre(String preuve, Regle regle) {
		try {
			return preuve.contains("/") ? montre(new Cas(Cas.JEUX.resolve(preuve)), regle) : estUnTest(preuve);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean montre(Cas cas, Regle regle) throws IOException {
		return formes(regle).matcher(cas.attendu().get(Cas.DEPOTS)).find();
	}

	/** A refusal is written with its cause and what to do, a line with its title. */
	private static Pattern formes(Regle regle) {
		String refus = "^ {2}(?:aussi )?%s : %s\n {4}Cause : %s\n {4}À faire : %s$".formatted(
				Pattern.quote(regle.code()), forme(regle.titre()), forme(regle.cause()), forme(regle.correction()));
		String ligne = "^ {2}(?:rejet|anomalie|information) %s \\(%s\\).* : %s$".formatted(Pattern.quote(regle.code()),
				(regle.effet() == Effet.REFUS) ? "rejet" : "[a-z]+", forme(regle.titre()));
		return Pattern.compile(refus + "|" + ligne, Pattern.MULTILINE);
	}

	/** The text with anything in the place of its variables. */
	private static String forme(String texte) {
		return Arrays.stream(VARIABLE.split(texte, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
	}

	private static boolean estUnTest(String preuve) throws IOException {
		String[] mots = preuve.split("\\.");
		try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
			Path classe = sources.filter((source) -> source.endsWith(mots[0] + ".java")).findFirst().orElse(null);
			return classe != null && mots.length == 2 && Files.readString(classe).contains("void " + mots[1] + "(");
		}
	}

	private static List<String> montrePar(Regle regle) throws IOException {
		List<String> cas = new ArrayList<>();
		for (Cas un : Cas.tous()) {
			if (montre(un, regle)) {
				cas.add(un.toString());
			}
		}
		return cas;
	}

}
