package fr.passerelle.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What mappings/ says, and the sentence when it says something impossible. */
class MappingsTest {

	@TempDir
	private Path dossier;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					couleur: bleu                                           | le fichier : mot inconnu « couleur ». Mots possibles : [
					tables: [{table: t, noeud: E, colonnes: {a: {der: A}}}] | a : mot inconnu « der ». Mots possibles : [constante, de,
					tables: [{table: t, noeuds: E, colonnes: {a: A}}]       | tables : mot inconnu « noeuds ». Mots possibles : [
					tables: [{table: t, noeud: E, colonnes: {a: {de: A, type: jour}}}] | colonne « a » : type inconnu « jour ». Types possibles : texte, entier
					tables: [{table: t, noeud: E, colonnes: {a: {type: texte}}}] | t.a : dire « de » ou « constante »
					tables: [{table: t, noeud: E, colonnes: {a: {de: A, constante: x}}}] | t.a : dire « de » ou « constante »
					tables: [{table: t, noeud: E, colonnes: {a: "#u"}}]     | t.a : aucune table « u »
					tables: [{table: t, noeud: E, colonnes: {rang: A}}]     | nom de colonne impossible « t.rang »
					tables: [{table: t, noeud: E, colonnes: {"a;b": A}}]    | nom de colonne impossible « t.a;b »
					tables: [{table: T, noeud: E, colonnes: {a: A}}]        | nom de table impossible « T »
					tables: [{table: t, noeud: E, colonnes: {a: A}}, {table: t, noeud: F, colonnes: {b: A}}] | la table « t » est nourrie par plusieurs nœuds qui n'ont pas les mêmes colonnes
					tables: [{table: t, noeud: E, colonnes: {a: A, b: B}}, {table: t, noeud: F, colonnes: {b: B, a: A}}] | dans le même ordre
					tables: []                                              | « tables » est vide
					tables: oui                                             | tables : une liste est attendue
					tables: [oui]                                           | tables : un objet est attendu
					nom: "(("                                               | « nom » n'est pas une expression régulière
					nomExige: true                                          | « nomExige » demande « nom »
					libelle: 12                                             | « libelle » doit être un texte
					formatHorodatage: 12                                    | « formatHorodatage » doit être un texte
					tables: [{table: t, noeud: E, colonnes: {12: A}}]       | nom de colonne impossible « t.12 »
					entete: {couleur: A}                                    | entete : mot inconnu « couleur »
					racine: []                                              | dire « racine » (XML) ou « titres » (CSV), l'un des deux
					titres: [Nom]                                           | dire « racine » (XML) ou « titres » (CSV), l'un des deux
					"a: b: c"                                               | YAML illisible
					""")
	void anImpossibleMappingIsRefusedWithASentence(String ligne, String phrase) throws IOException {
		ecrire("sources/ESSAI.yaml", avec(ligne));

		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessageStartingWith("mappings/sources/ESSAI.yaml : ")
			.withMessageContaining(phrase);
	}

	@Test
	void aRuleOfSeveralFlowsComesAfterThoseOfTheFlowAndOnlyWhereItIsNamed() throws IOException {
		ecrire("sources/ESSAI.yaml", avec("ordre: 1"));
		ecrire("controles/essai/90-A.sql", "-- code: A\nSELECT 1");
		ecrire("controles/commun/10-B.sql", "-- code: B\n-- flux: ESSAI\nSELECT 1");

		Mappings mappings = new Mappings(this.dossier);

		assertThat(mappings.regles("ESSAI")).extracting((regle) -> regle.champ("code")).containsExactly("A", "B");
		assertThat(mappings.regles("AUTRE")).isEmpty();
	}

	@Test
	void aRuleOfSeveralFlowsThatNamesNoneOrAnUnknownOneIsRefused() throws IOException {
		ecrire("sources/ESSAI.yaml", avec("ordre: 1"));
		ecrire("controles/commun/10-B.sql", "-- code: B\n-- flux: ESSAI, ESAI\nSELECT 1");
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessage("mappings/controles/commun/10-B.sql : flux inconnu « ESAI ». Connus : [ESSAI]");

		ecrire("controles/commun/10-B.sql", "-- code: B\nSELECT 1");
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessageContaining("la ligne « -- flux: … » manque");
	}

	@Test
	void twoFilesOfOneFlowAreRefused() throws IOException {
		ecrire("sources/A.yaml", avec(""));
		ecrire("sources/B.yaml", avec(""));

		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier))
			.withMessage("mappings/sources/B.yaml : le flux ESSAI est décrit deux fois");
	}

	@Test
	void aFolderWithoutMappingsSaysWhereToStartTheHub() {
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> new Mappings(this.dossier.resolve("ailleurs")))
			.withMessageContaining("Lancez le hub depuis son dossier, ou donnez passerelle.mappings");
	}

	@Test
	void aMergedNodeKeepsTheColumnsAndTheirOrder() throws IOException {
		ecrire("sources/ESSAI.yaml", avec("""
				tables:
				  - {table: t, noeud: E, colonnes: &base {a: {constante: D}, b: B, c: {de: C, liste: true}}}
				  - {table: t, noeud: F, colonnes: {<<: *base, a: {constante: G}}}"""));

		SourceMapping source = new Mappings(this.dossier).source("ESSAI").orElseThrow();

		ColonneMapping b = new ColonneMapping("b", List.of("B"), null, TypeColonne.TEXTE, false, false, Map.of());
		ColonneMapping c = new ColonneMapping("c", List.of("C"), null, TypeColonne.TEXTE, false, true, Map.of());
		assertThat(source.tables()).containsExactly(new TableMapping("t", "E", List.of(constante("D"), b, c)),
				new TableMapping("t", "F", List.of(constante("G"), b, c)));
		assertThat(source.tablesDistinctes()).containsExactly(source.tables().get(0));
	}

	@Test
	void aSqlFileSaysInItsHeadWhatItIs() throws IOException {
		ecrire("sources/ESSAI.yaml", avec(""));
		ecrire("controles/essai/10-A.sql", """
				-- Une phrase pour le lecteur.
				-- code: A
				-- cle: a, b
				-- anomalie: Le début
				--   et la fin.
				SELECT 1 -- pas : une clé

				FROM t
				""");

		List<SqlFile> fichiers = new Mappings(this.dossier).sql("controles", "ESSAI");

		assertThat(fichiers).containsExactly(new SqlFile("controles/essai/10-A.sql",
				Map.of("code", "A", "cle", "a, b", "anomalie", "Le début et la fin."),
				"SELECT 1 -- pas : une clé\nFROM t\n"));
		assertThat(fichiers.get(0).liste("cle")).containsExactly("a", "b");
		assertThat(fichiers.get(0).trouver("effet")).isEqualTo(Optional.empty());
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> fichiers.get(0).champ("effet"))
			.withMessage("mappings/controles/essai/10-A.sql : la ligne « -- effet: … » manque en tête du fichier");
	}

	@Test
	void theMappingsOfTheRepositoryAllLoad() {
		assertThat(new Mappings(Path.of("mappings")).sources()).extracting(SourceMapping::flux)
			.contains("ELEGROUPE", "SIECLE_COMMUNS", "SIECLE_ELEVES", "SIECLE_NOMENCLATURE", "SIECLE_RESPONSABLES",
					"SIECLE_STRUCTURES", "STS_EMP");
	}

	private static ColonneMapping constante(String valeur) {
		return new ColonneMapping("a", List.of(), valeur, TypeColonne.TEXTE, false, false, Map.of());
	}

	/** A right file in which this line takes the place of the one of the same key. */
	private static String avec(String ligne) {
		StringBuilder yaml = new StringBuilder();
		for (String juste : List.of("flux: ESSAI", "libelle: essai", "systeme: STS", "racine: R", "principal: E",
				"tables: [{table: t, noeud: E, colonnes: {a: A}}]")) {
			if (!ligne.startsWith(juste.substring(0, juste.indexOf(':') + 1))) {
				yaml.append(juste).append('\n');
			}
		}
		return yaml.append(ligne).append('\n').toString();
	}

	private void ecrire(String nom, String texte) throws IOException {
		Path fichier = this.dossier.resolve(nom);
		Files.createDirectories(fichier.getParent());
		Files.writeString(fichier, texte);
	}

}
