package fr.passerelle.commande;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

class VerifierTest {

	private static final String NOM = "9839904YELEGROUPE2017180724091341";

	private static final String LIENS = """
			<?xml version="1.0" encoding="ISO-8859-15"?>
			<IMPORT_ELEVES VERSION="1.4">
			  <PARAMETRES><UAJ>9839904Y</UAJ><ANNEE_SCOLAIRE>2017</ANNEE_SCOLAIRE><DATE_IMPORT>24/07/2018</DATE_IMPORT></PARAMETRES>
			  <DONNEES><ELEVES>
			    <ELEVE><ELEVE_ID>700101</ELEVE_ID><NOM_DE_FAMILLE>BRUMELAINE</NOM_DE_FAMILLE><PRENOM>Océane</PRENOM>
			      <DATE_NAISS>2006-02-03</DATE_NAISS>
			      <GROUPES><GROUPE><CODE_GROUPE>5LATGR1</CODE_GROUPE></GROUPE>
			        <GROUPE><DATE_DEBUT_GROUPE>24/07/2018</DATE_DEBUT_GROUPE></GROUPE></GROUPES></ELEVE>
			  </ELEVES></DONNEES>
			</IMPORT_ELEVES>
			""";

	private final ByteArrayOutputStream sortie = new ByteArrayOutputStream();

	private final ByteArrayOutputStream erreurs = new ByteArrayOutputStream();

	@TempDir
	Path dossier;

	@Test
	void anAcceptedFileIsReadToItsLastRow() throws IOException {
		int code = executer(liens(NOM, LIENS).toString());

		assertThat(texte()).contains(NOM + ".zip : accepté",
				"ELEGROUPE, établissement 9839904Y, millésime 2017, année scolaire 2018", "  1 elegroupe_eleve",
				"  1 elegroupe_lien",
				"[LIGNE_INCOMPLETE] 1 enregistrement(s) écarté(s) : le champ CODE_GROUPE (GROUPE) manque (lignes 8 du fichier).");
		assertThat(code).isZero();
	}

	@Test
	void anExtractionOfOndeIsOfTheSchoolItsFolderIsNamedAfter() throws IOException {
		Path ecole = Files.createDirectories(this.dossier.resolve("0009201B"));
		Path extraction = Files.writeString(ecole.resolve("CSVExtraction.csv"),
				"Nom élève;Prénom élève;Date naissance;Niveau;Photo\nFARIBOULE;Naïs;14/03/2012;CE2;x\n;Côme;;CE2;\n");
		Path ailleurs = Files.copy(extraction, this.dossier.resolve("CSVExtraction.csv"));

		assertThat(executer(extraction.toString())).isZero();
		assertThat(texte()).contains("CSVExtraction.csv : accepté", "ONDE_ELEVES, établissement 0009201B",
				"  1 onde_eleve",
				"[LIGNE_INCOMPLETE] 1 enregistrement(s) écarté(s) : le champ Nom élève manque (lignes 3 du fichier).",
				"[ELEMENT_INCONNU] Données non reprises : Photo.");
		assertThat(executer(ailleurs.toString())).isOne();
		assertThat(texte()).contains("[C01]", "déposez-la dans le dossier de l'école");
	}

	@Test
	void aRefusedFileSaysWhyAndWhatToDo() throws IOException {
		String faux = NOM.replace("2017180724", "2018180724");

		int code = executer(liens(faux, LIENS.replace(">2017<", ">2018<")).toString());

		assertThat(texte()).contains(faux + ".zip : REFUSÉ", "[C18] Année du fichier différente de l'année utilisée !",
				"Cause : Ce fichier porte l'année 2018. Pour l'année scolaire 2018, SIECLE attend 2017. En Nouvelle-Calédonie,",
				"À faire : Rétablissez la connexion internet");
		assertThat(code).isOne();
	}

	@Test
	void oneRefusalAmongSeveralFilesIsEnoughAndMachinesReadThem() throws IOException {
		Path tronque = Files.writeString(this.dossier.resolve("tronque.xml"), LIENS.substring(0, 400));

		int code = executer("--json", liens(NOM, LIENS).toString(), tronque.toString());

		JsonNode depots = new ObjectMapper().readTree(texte()).get("depots");
		assertThat(depots.findValuesAsText("etat")).containsExactly("depose", "refuse");
		assertThat(depots.get(0).get("anneeScolaire").asInt()).isEqualTo(2018);
		assertThat(depots.get(0).get("horodatage").asText()).isEqualTo("2018-07-24T09:13:41");
		assertThat(depots.get(0).get("empreinte").asText()).matches("[0-9a-f]{64}");
		assertThat(depots.get(1).get("code").asText()).isEqualTo("C06");
		assertThat(depots.get(1).get("action").asText()).isNotBlank();
		assertThat(code).isOne();
	}

	@Test
	void aCommandWithoutFileOrWithAnUnknownOneIsAnswered() {
		assertThat(executer()).isEqualTo(2);
		assertThat(executer("--verbeux", "x.xml")).isEqualTo(2);
		assertThat(executer(this.dossier.resolve("absent.xml").toString())).isEqualTo(2);
		assertThat(this.erreurs.toString(StandardCharsets.UTF_8)).contains("Aucun fichier à vérifier.",
				"Option inconnue : --verbeux", "Fichier introuvable ou illisible : ", "Usage : ");
		assertThat(texte()).isEmpty();
	}

	@Test
	void filesNeverSeenBeforeAreReadAsSoonAsMappingsSayThem() throws IOException {
		Path neuve = this.dossier.resolve("mappings");
		FileSystemUtils.copyRecursively(Path.of("mappings"), neuve);
		Path xml = Files.writeString(this.dossier.resolve("cantine.xml"),
				"""
						<CANTINE><PARAMETRES><UAI>9839904Y</UAI><ANNEE>2018</ANNEE></PARAMETRES><REPAS JOUR="1"/><REPAS JOUR="2"/></CANTINE>
						""");
		Path ecole = Files.createDirectories(this.dossier.resolve("9839904Y"));
		Path csv = Files.writeString(ecole.resolve("cantine.csv"), "Menu du jour;Convives\nsoupe;12\n");
		String maison = "--passerelle.home=" + this.dossier;
		assertThat(executer(maison, xml.toString(), csv.toString())).isOne();
		assertThat(texte()).contains("un fichier XML d'une autre application", "un fichier texte de tableur (CSV)");

		Files.writeString(neuve.resolve("sources/CANTINE.yaml"), """
				flux: CANTINE
				libelle: Repas
				systeme: STS
				racine: CANTINE
				entete: {uai: UAI, annee: ANNEE}
				principal: REPAS
				tables: [{table: repas, noeud: REPAS, colonnes: {jour: "@JOUR"}}]
				""");
		Files.writeString(neuve.resolve("sources/MENUS.yaml"), """
				flux: MENUS
				libelle: Menus
				systeme: ONDE
				titres: [Menu du jour]
				principal: LIGNES
				tables: [{table: menu, noeud: LIGNES, colonnes: {libelle: Menu du jour, convives: Convives}}]
				""");

		assertThat(executer(maison, xml.toString(), csv.toString())).isZero();
		assertThat(texte()).contains("cantine.xml : accepté", "  2 repas", "cantine.csv : accepté", "  1 menu");
	}

	@Test
	void aHomeWithoutMappingsIsSaid() throws IOException {
		int code = executer("--passerelle.home=" + this.dossier, liens(NOM, LIENS).toString());

		assertThat(code).isEqualTo(2);
		assertThat(this.erreurs.toString(StandardCharsets.UTF_8)).contains("dossier introuvable");
	}

	@Test
	void theArgumentsOfTheHubAreLeftToIt() {
		assertThat(Commandes.executer(new String[] { "--server.port=8081" })).isEmpty();
		assertThat(Commandes.executer(new String[0])).isEmpty();
	}

	private int executer(String... args) {
		return new Verifier(new PrintStream(this.sortie, true, StandardCharsets.UTF_8),
				new PrintStream(this.erreurs, true, StandardCharsets.UTF_8),
				Clock.fixed(Instant.parse("2018-07-24T00:00:00Z"), ZoneOffset.UTC))
			.executer(args);
	}

	private String texte() {
		return this.sortie.toString(StandardCharsets.UTF_8);
	}

	private Path liens(String nom, String xml) throws IOException {
		Path archive = this.dossier.resolve(nom + ".zip");
		try (OutputStream octets = Files.newOutputStream(archive); ZipOutputStream zip = new ZipOutputStream(octets)) {
			zip.putNextEntry(new ZipEntry(nom + ".xml"));
			zip.write(xml.getBytes("ISO-8859-15"));
			zip.closeEntry();
		}
		return archive;
	}

}
