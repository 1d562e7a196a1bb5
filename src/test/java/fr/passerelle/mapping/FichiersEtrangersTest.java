package fr.passerelle.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The list of the files that are not for the hub. */
class FichiersEtrangersTest {

	private static final String LISTE = "nomenclatures/fichiers-etrangers.yaml";

	@TempDir
	private Path dossier;

	@BeforeEach
	void uneSource() throws IOException {
		ecrire("sources/ESSAI.yaml", """
				flux: ESSAI
				libelle: essai
				systeme: STS
				racine: NOTRE
				principal: E
				tables: [{table: t, noeud: E, colonnes: {a: A}}]
				""");
	}

	@Test
	void aRootAloneTellsIt() throws IOException {
		FichierEtranger lu = lire("racine: [A, B]");

		assertThat(lu.aLaRacine("B", Map.of(), "x.xml")).isTrue();
		assertThat(lu.aLaRacine("C", Map.of(), "x.xml")).isFalse();
		assertThat(lu.aLeNom("x.xml")).isFalse();
	}

	@Test
	void ofARootWithConditionsOneIsEnough() throws IOException {
		FichierEtranger lu = lire("racine: [NOTRE], attributs: {V: '3.*'}, elements: [BLOC], nom: 'p.*'");

		assertThat(lu.aLaRacine("NOTRE", Map.of("V", "3.1"), "x.xml")).isTrue();
		assertThat(lu.aLaRacine("NOTRE", Map.of(), "P1.xml")).isTrue();
		assertThat(lu.aLaRacine("NOTRE", Map.of("V", "1.4"), "x.xml")).isFalse();
		assertThat(lu.aUnBloc("NOTRE", List.of("D", "D/BLOC"))).isTrue();
		assertThat(lu.aUnBloc("AUTRE", List.of("D", "D/BLOC"))).isFalse();
	}

	@Test
	void aWordIsAWordOfTheName() throws IOException {
		FichierEtranger lu = lire("mot: UDT");

		assertThat(List.of("udt.xml", "export_UDT(1).zip", "UDT")).allMatch(lu::aLeNom);
		assertThat(List.of("groupudt.xml", "udts.xml")).noneMatch(lu::aLeNom);
	}

	@Test
	void titlesMustAllBeThere() throws IOException {
		FichierEtranger lu = lire("titres: [Numéro, MAT_CODE]");

		assertThat(lu.aLesTitres(Set.of("numero", "matcode", "salle"))).isTrue();
		assertThat(lu.aLesTitres(Set.of("numero"))).isFalse();
		assertThat(lire("mot: A").aLesTitres(Set.of())).isFalse();
	}

	@Test
	void everyDocumentOfAnArchiveMustHaveSuchAName() throws IOException {
		FichierEtranger lu = lire("entrees: '.*_(a|b)[.]xml'");

		assertThat(lu.aLesEntrees(List.of("x_A.xml", "x_b.xml"))).isTrue();
		assertThat(lu.aLesEntrees(List.of("x_A.xml", "c.xml"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{libelle: un a, correction: b}                                      | « genre » est fait de minuscules
			{genre: E1, libelle: un a, correction: b}                           | « genre » est fait de minuscules
			{genre: e, correction: b}                                           | « libelle »
			{genre: e, libelle: un a, correction: ' '}                          | « correction »
			{genre: e, libelle: un a, correction: b, couleur: c}                | couleur
			{genre: e, libelle: un a, correction: b, nom: '('}                  | n'est pas une expression régulière
			{genre: e, libelle: un a, correction: b, nom: a, mot: b}            | l'un des deux
			{genre: e, libelle: un a, correction: b, racine: [NOTRE]}           | est celle d'une source
			""")
	void aWrongEntryIsRefusedWithASentence(String entree, String phrase) throws IOException {
		ecrire(LISTE, "fichiers:\n  - " + entree + "\n");

		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessageStartingWith("mappings/" + LISTE + " : ")
			.withMessageContaining(phrase);
	}

	@Test
	void aKindIsDescribedOnce() throws IOException {
		String une = "  - {genre: e, libelle: un a, correction: b}\n";
		ecrire(LISTE, "fichiers:\n" + une + une);

		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessageContaining("le genre « e » est décrit deux fois");
	}

	private FichierEtranger lire(String criteres) throws IOException {
		ecrire(LISTE, "fichiers:\n  - {genre: essai, libelle: un essai, correction: rien, " + criteres + "}\n");
		return new Mappings(this.dossier).etrangers().get(0);
	}

	private void ecrire(String nom, String texte) throws IOException {
		Path fichier = this.dossier.resolve(nom);
		Files.createDirectories(fichier.getParent());
		Files.writeString(fichier, texte);
	}

}
