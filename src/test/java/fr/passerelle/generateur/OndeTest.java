package fr.passerelle.generateur;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.passerelle.generateur.Attendu.Compte;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;

import static org.assertj.core.api.Assertions.assertThat;

class OndeTest {

	@TempDir
	private static Path dossier;

	private static EtablissementAttendu ancienne;

	private static EtablissementAttendu recente;

	@BeforeAll
	static void ecrire() {
		Reglages reglages = Dossiers.reglages(2, 310).avecPremierDegre(100);
		List<EtablissementAttendu> ecoles = new Academie(reglages).ecrire(dossier).etablissements();
		ancienne = ecoles.get(0);
		recente = ecoles.get(1);
	}

	@Test
	void theOldGenerationQuotesItsValuesAndLeavesTheLastLineOpen() throws IOException {
		String texte = texte(ancienne, "eleves");

		assertThat(texte).startsWith("Nom Elève;").contains("Pays2; Cycle;Niveau").doesNotEndWith("\n");
		assertThat(texte.split("\r\n")[1])
			.matches("\"[^\"]+\";(\"[^\"]+\")?;\"[^\"]+\";\"\\d{4}-\\d\\d-\\d\\d\";\"[FH]\";.*;");
	}

	@Test
	void theRecentGenerationHasInesAndClassIdentifiers() throws IOException {
		String texte = texte(recente, "eleves");

		assertThat(texte).startsWith("Nom élève;").endsWith("\r\n").doesNotContain("\"");
		assertThat(texte.split("\r\n")[2].split(";", -1)).hasSize(22)
			.satisfies((colonnes) -> assertThat(colonnes[5]).matches("\\d{9}[A-Z]{2}"))
			.satisfies((colonnes) -> assertThat(colonnes[17]).matches("\\d{7}"));
	}

	@Test
	void noTwoElevesOfAnEcoleAreHomonyms() throws IOException {
		for (EtablissementAttendu ecole : List.of(ancienne, recente)) {
			assertThat(lignes(ecole, "eleves").stream().map((ligne) -> ligne.get(0) + " " + ligne.get(2))).hasSize(310)
				.doesNotHaveDuplicates();
		}
	}

	@Test
	void everyChildOfTheResponsablesIsAnEleveOfThatClassAndEveryEleveHasOne() throws IOException {
		for (EtablissementAttendu ecole : List.of(ancienne, recente)) {
			int classe = (ecole == ancienne) ? 15 : 16;
			Set<List<String>> eleves = new HashSet<>();
			lignes(ecole, "eleves")
				.forEach((ligne) -> eleves.add(List.of(ligne.get(0), ligne.get(2), ligne.get(classe))));

			assertThat(enfants(ecole)).isEqualTo(eleves);
		}
	}

	@Test
	void theCountsForetoldAreThoseOfTheExtractions() throws IOException {
		for (EtablissementAttendu ecole : List.of(ancienne, recente)) {
			Set<String> classes = new HashSet<>();
			lignes(ecole, "eleves").forEach((ligne) -> classes.add(ligne.get((ecole == ancienne) ? 15 : 16)));
			Set<String> enseignants = new HashSet<>();
			lignes(ecole, "enseignants").forEach((ligne) -> enseignants.add(ligne.get(2) + " " + ligne.get(3)));

			assertThat(ecole.compte()).isEqualTo(new Compte(310, classes.size(), 0, 0, enseignants.size()));
		}
	}

	/** From the first “Nom d'usage enfant” on, by blocks of four columns. */
	private static Set<List<String>> enfants(EtablissementAttendu ecole) throws IOException {
		int debut = List.of(texte(ecole, "responsables").split("\r\n")[0].split(";")).indexOf("Nom d'usage enfant");
		Set<List<String>> enfants = new HashSet<>();
		for (List<String> ligne : lignes(ecole, "responsables")) {
			for (int i = debut; i < ligne.size(); i += 4) {
				enfants.add(List.of(ligne.get(i + 1), ligne.get(i + 2), ligne.get(i + 3)));
			}
		}
		enfants.remove(List.of("", "", ""));
		return enfants;
	}

	private static List<List<String>> lignes(EtablissementAttendu ecole, String genre) throws IOException {
		List<List<String>> lignes = new ArrayList<>();
		for (String ligne : texte(ecole, genre).split("\r\n")) {
			lignes.add(List.of(ligne.replace("\"", "").split(";", -1)));
		}
		return lignes.subList(1, lignes.size());
	}

	private static String texte(EtablissementAttendu ecole, String genre) throws IOException {
		return Files.readString(dossier.resolve(ecole.uai()).resolve("CSVExtraction-" + genre + ".csv"),
				Document.LATIN_9);
	}

}
