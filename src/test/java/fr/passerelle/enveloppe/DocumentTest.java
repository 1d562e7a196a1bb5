package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.RefusException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DocumentTest {

	private static final String ONDE = """
			"Nom Elève";"Nom d'usage Elève";"Prénom Elève";"Date naissance";"Sexe"
			"FARIBOULE";;"Naïs";"2023-03-14";"F"
			"MARELLAN";;"Côme";"2022-11-02";"M\"""";

	@TempDir
	Path dossier;

	Depots depots;

	@BeforeEach
	void preparer() {
		this.depots = new Depots(this.dossier);
	}

	@Test
	void anArchiveTellsItsFacts() {
		Document document = this.depots.accepte("ExportXML_Communs(1).zip",
				Paquets.zip("Eleves.xml", Paquets.eleves()));

		assertThat(document.archive()).isTrue();
		assertThat(document.nature()).isEqualTo(Nature.XML);
		assertThat(document.nomEntree()).isEqualTo("Eleves.xml");
		assertThat(document.racine()).isEqualTo("BEE_ELEVES");
		assertThat(document.attributsRacine()).isEqualTo(Map.of("VERSION", "3.0"));
		assertThat(document.encodageDeclare()).isEqualTo("ISO-8859-15");
		assertThat(document.encodage()).isEqualTo(Charset.forName("ISO-8859-15"));
		assertThat(document.entete()).isEqualTo(Map.of("UAJ", "0009901M", "ANNEE_SCOLAIRE", "2031", "DATE_EXPORT",
				"02/09/2031", "HORODATAGE", "02/09/2031 08:15:00"));
		assertThat(document.comptes()).containsEntry("DONNEES/ELEVES/ELEVE", 2L)
			.containsEntry("DONNEES/ELEVES/ELEVE/NOM", 2L)
			.containsEntry("PARAMETRES/UAJ", 1L);
		assertThat(document.remarques()).isEmpty();
	}

	@Test
	void theHeaderOfStsTellsItsAttributesAndNestedTexts() {
		Document document = this.depots.accepte("sts_emp_0009901M_2031.xml", """
				<?xml version="1.0" encoding="ISO-8859-15"?>
				<STS_EDT><PARAMETRES>
				 <UAJ CODE="0009901M"><SIGLE>
				  CLG </SIGLE><ADRESSE/></UAJ>
				 <ANNEE_SCOLAIRE ANNEE="2031"><DATE_DEBUT>2031-09-01</DATE_DEBUT></ANNEE_SCOLAIRE>
				</PARAMETRES><DONNEES/></STS_EDT>
				""".getBytes(Paquets.LATIN_9));

		assertThat(document.entete()).isEqualTo(Map.of("UAJ@CODE", "0009901M", "UAJ/SIGLE", "CLG",
				"ANNEE_SCOLAIRE@ANNEE", "2031", "ANNEE_SCOLAIRE/DATE_DEBUT", "2031-09-01"));
		assertThat(document.remarques()).isEmpty();
	}

	@Test
	void theHeaderOfLsuIsReadInItsNamespace() {
		Depots depots = new Depots(this.dossier,
				new Enveloppe(Limites.parDefaut(), new Connus(Set.of("lsun-bilans"), Set.of(), List.of())));

		Document document = depots.accepte("import-lsun.xml", Paquets
			.octets("""
					<?xml version="1.0" encoding="UTF-8"?>
					<lsun-bilans xmlns="urn:fr:edu:scolarite:lsun:bilans:import" schemaVersion="3.0">
					<entete><editeur>Inventé</editeur><etablissement>0009901M</etablissement></entete><donnees/></lsun-bilans>
					"""));

		assertThat(document.racine()).isEqualTo("lsun-bilans");
		assertThat(document.attributsRacine()).isEqualTo(Map.of("schemaVersion", "3.0"));
		assertThat(document.entete()).isEqualTo(Map.of("editeur", "Inventé", "etablissement", "0009901M"));
		assertThat(document.remarques()).isEmpty();
	}

	@Test
	void aBareExportOfSiecleIsAcceptedWithANotice() {
		Document document = this.depots.accepte("Eleves.xml", Paquets.eleves());

		assertThat(document.archive()).isFalse();
		assertThat(document.remarques()).containsExactly(Constat.de("ENV_XML_NU"));
	}

	static Stream<String> reenregistres() {
		return Stream.of(
				"<?xml version='1.0' encoding='ISO-8859-15'?><?mso-application progid='Excel.Sheet'?><STS_EDT/>",
				"<?xml version='1.0' encoding='ISO-8859-15'?><STS_EDT xmlns:o='urn:schemas-microsoft-com:office:office'/>",
				"<?xml version='1.0' encoding='UTF-8'?><STS_EDT/>", "<STS_EDT/>");
	}

	@ParameterizedTest
	@MethodSource("reenregistres")
	void aFileSavedByAnotherProgramIsToldSo(String texte) {
		Document document = this.depots.accepte("sts_emp_0009901M_2031.xml", Paquets.octets(texte));

		assertThat(document.remarques()).extracting(Constat::code).containsExactly("C11");
	}

	@Test
	void anElegroupeInUtf8IsNotASavedAgainFile() {
		Document document = this.depots.accepte("x.zip", Paquets.zip("x.xml", Paquets
			.octets("<?xml version='1.0' encoding='UTF-8'?><IMPORT_ELEVES VERSION='1.4'><DONNEES/></IMPORT_ELEVES>")));

		assertThat(document.remarques()).isEmpty();
	}

	@Test
	void theDocumentIsReadAgainAsOftenAsNeeded() throws IOException {
		Document document = this.depots.accepte("x.zip", Paquets.zip("Eleves.xml", Paquets.eleves()));

		assertThat(XmlHostileTest.prenom(document)).isEqualTo("Océane");
		assertThat(XmlHostileTest.prenom(document)).isEqualTo("Océane");
		try (var octets = document.octets()) {
			assertThat(octets.readAllBytes()).isEqualTo(Paquets.eleves());
		}
	}

	@Test
	void aDocumentChangedSinceItWasCheckedIsRefused() {
		Document document = this.depots.accepte("x.zip", Paquets.zip("Eleves.xml", Paquets.eleves()));
		byte[] autre = Paquets.zip("Eleves.xml", Paquets.eleves());
		autre[Paquets.repertoire(autre, 0) + 16] ^= 1;
		this.depots.refuse("x.zip", autre);

		assertThatExceptionOfType(RefusException.class).isThrownBy(() -> document.lire((xml) -> {
			while (xml.hasNext()) {
				xml.next();
			}
			return 0;
		}));
	}

	@Test
	void ourOwnDiskAtFaultIsNotARefusal() throws IOException {
		Document document = this.depots.accepte("x.xml", Paquets.eleves());
		Files.delete(this.dossier.resolve("depot.bin"));

		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> XmlHostileTest.prenom(document));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> Depots.enveloppe(Limites.parDefaut()).ouvrir(this.dossier.resolve("absent"), "x.xml"));
	}

	static Stream<Charset> encodagesOnde() {
		return Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, Paquets.LATIN_9);
	}

	@ParameterizedTest
	@MethodSource("encodagesOnde")
	void anExtractionOfOndeTellsItsTitlesInAnyEncoding(Charset encodage) throws IOException {
		Document document = this.depots.accepte("CSVExtraction.csv", ONDE.getBytes(encodage));

		assertThat(document.nature()).isEqualTo(Nature.CSV);
		assertThat(document.comptes()).isEqualTo(Map.of("LIGNES", 2L));
		assertThat(document.entete()).isEqualTo(Map.of("1", "Nom Elève", "2", "Nom d'usage Elève", "3", "Prénom Elève",
				"4", "Date naissance", "5", "Sexe"));
		assertThat(document.remarques()).isEmpty();
		try (var texte = document.texte()) {
			assertThat(new java.io.BufferedReader(texte).lines())
				.contains("\"FARIBOULE\";;\"Naïs\";\"2023-03-14\";\"F\"");
		}
	}

	@Test
	void anExtractionInWindows1252KeepsItsLetters() throws IOException {
		byte[] octets = ONDE.replace("Naïs", "Cœlia").getBytes(Charset.forName("windows-1252"));

		Document document = this.depots.accepte("CSVExtraction.csv", octets);

		assertThat(document.encodage()).isEqualTo(Charset.forName("windows-1252"));
	}

	@Test
	void anExtractionSavedByATabulatorWithAMarkIsSaid() {
		Document document = this.depots.accepte("x.csv", Paquets.octets("\uFEFF" + ONDE));

		assertThat(document.entete()).containsEntry("1", "Nom Elève");
		assertThat(document.remarques()).containsExactly(Constat.de("ENV_BOM"));
	}

	@ParameterizedTest
	@CsvSource({ "',',virgule", "'\t',tabulation" })
	void anExtractionSavedWithAnotherSeparatorIsReadAndSaid(String separateur, String nom) {
		Document document = this.depots.accepte("x.csv", Paquets.octets(ONDE.replace(";", separateur)));

		assertThat(document.entete()).containsEntry("2", "Nom d'usage Elève");
		assertThat(document.remarques()).containsExactly(Constat.de("ENV_SEPARATEUR", "separateur", nom));
	}

	@Test
	void aQuoteThatIsNeverClosedIsRefusedAtItsLine() {
		byte[] octets = Paquets.octets(ONDE + "\n\"x;y\n" + "a;b\n".repeat(20));

		assertThat(this.depots.refuse("x.csv", octets)).isEqualTo(Constat.de("ENV_GUILLEMET", "ligne", "4"));
	}

	@Test
	void anEndlessLineIsRefused() {
		byte[] octets = Paquets.octets(ONDE + "x".repeat(1 << 20));

		assertThat(this.depots.refuse("x.csv", octets)).isEqualTo(Constat.de("ENV_TEXTE", "limite", "1048576"));
	}

}
