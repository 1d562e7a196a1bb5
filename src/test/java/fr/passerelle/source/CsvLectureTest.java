package fr.passerelle.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which column of a CSV file becomes which, on mappings of our own. */
class CsvLectureTest {

	private static final String FAMILLES = """
			- table: personne
			  noeud: LIGNES
			  colonnes: {nom: {de: [Nom, Nom de famille], requis: true}, ne_le: {de: Né(e) le, type: date}}
			- table: enfant
			  noeud: [LIGNES/Nom enfant, "LIGNES/Nom de l'élève"]
			  colonnes: {personne: {de: "#personne", type: entier}, nom: [Nom enfant, Nom de l'élève], classe: Classe}
			""";

	private final RecordingLignes lignes = new RecordingLignes();

	@TempDir
	private Path dossier;

	@Test
	void columnsAreKnownByTheirTitlesWhateverTheirOrderAndSpelling() throws IOException {
		Set<String> inconnus = lire("""
				 NE(E) LE ;Cycle;Pays;nom  DE Famille*
				14/03/2016;x;y;FARIBOULE
				2015-11-02;;;MARELLAN""");

		assertThat(this.lignes.rangees).containsExactly("personne 1 nom=FARIBOULE ne_le=2016-03-14",
				"personne 2 nom=MARELLAN ne_le=2015-11-02");
		assertThat(inconnus).containsExactly("Cycle");
	}

	@Test
	void aLineHasAsManyBlocksAsItHasFieldsTitledOrNot() throws IOException {
		lire("""
				Nom;Nom enfant;Classe;Nom enfant;Classe
				A;a1;CP
				B;b1;CP;b2;CM1;b3;CM2
				C;;;;
				D;;;d2;CE1
				E""");

		assertThat(this.lignes.rangees).containsExactly("personne 1 nom=A ne_le=null",
				"enfant 1 personne=1 nom=a1 classe=CP", "personne 2 nom=B ne_le=null",
				"enfant 2 personne=2 nom=b1 classe=CP", "enfant 3 personne=2 nom=b2 classe=CM1",
				"enfant 4 personne=2 nom=b3 classe=CM2", "personne 3 nom=C ne_le=null", "personne 4 nom=D ne_le=null",
				"enfant 5 personne=4 nom=d2 classe=CE1", "personne 5 nom=E ne_le=null");
	}

	@Test
	void theBlocksOfAnotherGenerationFeedTheSameTable() throws IOException {
		lire("""
				Nom;Nom de l’élève;Classe
				A;a1;CP""");

		assertThat(this.lignes.rangees).containsExactly("personne 1 nom=A ne_le=null",
				"enfant 1 personne=1 nom=a1 classe=CP");
	}

	@Test
	void quotesBlankLinesAndFaultsKeepTheNumbersOfTheLines() throws IOException {
		lire("""
				Nom;Né(e) le

				"A; dit ""le grand""
				sur deux lignes";14/03/2016
				;;
				;14/03/2016
				"B";30/02/2016""");

		assertThat(this.lignes.rangees).containsExactly(
				"personne 1 nom=A; dit \"le grand\"\nsur deux lignes ne_le=2016-03-14", "personne 3 nom=B ne_le=null");
		assertThat(this.lignes.defauts).containsExactly(new Defaut("personne", "Nom", true, true, 6),
				new Defaut("personne", "Né(e) le", false, false, 7));
	}

	private Set<String> lire(String csv) throws IOException {
		Files.createDirectories(this.dossier.resolve("sources"));
		Files.writeString(this.dossier.resolve("sources/ESSAI.yaml"), """
				flux: ESSAI
				libelle: essai
				systeme: ONDE
				titres: [Nom]
				principal: LIGNES
				ignorer: [Pays]
				tables:
				""" + FAMILLES.indent(2));
		Lecture lecture = new Lecture(new Mappings(this.dossier).source("ESSAI").orElseThrow());
		return lecture.lire(CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv), this.lignes);
	}

}
