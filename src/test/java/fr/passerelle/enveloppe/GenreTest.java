package fr.passerelle.enveloppe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class GenreTest {

	@TempDir
	Path dossier;

	Depots depots;

	@BeforeEach
	void preparer() {
		this.depots = new Depots(this.dossier);
	}

	static Stream<Arguments> etrangers() throws IOException {
		return Stream.of(arguments(Genre.PDF, Paquets.octets("%PDF-1.7\n…")),
				arguments(Genre.TABLEUR, bureau("[Content_Types].xml", "xl/workbook.xml")),
				arguments(Genre.TABLEUR, bureau("_rels/.rels", "xl/workbook.xml")),
				arguments(Genre.TEXTE_BUREAUTIQUE, bureau("[Content_Types].xml", "word/document.xml")),
				arguments(Genre.BUREAUTIQUE, bureau("[Content_Types].xml", "ppt/presentation.xml")),
				arguments(Genre.BUREAUTIQUE_ANCIEN, HexFormat.of().parseHex("d0cf11e0a1b11ae10000")),
				arguments(Genre.RAR, HexFormat.of().parseHex("526172211a070100")),
				arguments(Genre.SEPT_ZIP, HexFormat.of().parseHex("377abcaf271c0004")), arguments(Genre.GZIP, gzip()),
				arguments(Genre.BZIP2, Paquets.octets("BZh91AY")),
				arguments(Genre.XZ, HexFormat.of().parseHex("fd377a585a000004")), arguments(Genre.TAR, tar()),
				arguments(Genre.IMAGE, HexFormat.of().parseHex("ffd8ffe000104a46")),
				arguments(Genre.IMAGE, HexFormat.of().parseHex("89504e470d0a1a0a0000")),
				arguments(Genre.IMAGE, Paquets.octets("GIF89a")),
				arguments(Genre.HTML, Paquets.octets("\n<!-- x --> <!DOCTYPE html><html></html>")),
				arguments(Genre.HTML, Paquets.octets("<HTML><body>Session expirée")),
				arguments(Genre.CSV, Paquets.octets("code;libelle\n1;un\n")),
				arguments(Genre.TEXTE, Paquets.octets("bonjour\n")),
				arguments(Genre.BINAIRE, new byte[] { 1, 2, 0, 4 }), arguments(Genre.TEXTE, Paquets.octets("\uFEFF")),
				arguments(Genre.TEXTE, "code\tnom".getBytes(StandardCharsets.UTF_16)));
	}

	@ParameterizedTest
	@MethodSource("etrangers")
	void aForeignFileIsNamedByItsContent(Genre genre, byte[] octets) {
		assertThat(this.depots.refuse("depot", octets)).isEqualTo(attendu(genre));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "prive | <IMPORT_ELEVES VERSION='3.1'/>",
			"prive | <IMPORT_ELEVES VERSION='1.4'><DONNEES><PERSONNES/></DONNEES></IMPORT_ELEVES>",
			"prive | <IMPORT_ELEVES VERSION='1.4'><DONNEES><RESPONSABLES/></DONNEES></IMPORT_ELEVES>",
			"edt-libre | <TABLE nom='Cours'/>", "xml-inconnu | <TABLE/>", "tableur-xml | <Workbook/>",
			"texte-xml | <w:wordDocument xmlns:w='urn:w'/>", "texte-xml | <pkg:package xmlns:pkg='urn:p'/>",
			"opendocument-xml | <o:document xmlns:o='urn:o' o:mimetype='application/vnd.oasis.opendocument.text'/>",
			"xml-inconnu | <document/>", "netsynchro | <erreur><code>1</code></erreur>", "aaf | <ficAlimMENESR/>",
			"gar | <men:GAR-ENT-Eleve xmlns:men='urn:gar' Version='1.7'/>",
			"html | <?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>",
			"html | <?xml version='1.0'?><!-- x --><html/>", "xml-inconnu | <a/>" })
	void aForeignXmlIsNamedByItsRoot(String genre, String texte) {
		assertThat(this.depots.refuse("depot.xml", Paquets.octets(texte))).isEqualTo(attendu(genre));
	}

	@Test
	void theSisterFlowOfTheLinksIsNamedByItsNameToo() {
		byte[] liens = Paquets.octets("<IMPORT_ELEVES VERSION='1.4'/>");

		assertThat(this.depots.refuse("0009901MPRIVE2031310915073012.xml", liens)).isEqualTo(attendu("prive"));
	}

	@Test
	void aTextOfEdtIsNamedByItsTitles() {
		byte[] cours = Paquets.octets("NUMERO;DUREE;FREQUENCE;MAT_CODE;PROF_NOM\n1;1h00;H;LATIN;X\n");

		assertThat(this.depots.refuse("EXP_COURS.txt", cours)).isEqualTo(attendu("edt-libre"));
	}

	@ParameterizedTest
	@CsvSource({ "gfc, ExportXML_GFC_0009901M.zip", "accio, ExportXML_ACCIO.zip", "ssr, ExportXML_SSR(1).zip",
			"sagesse, SAGESSE.zip", "udt, export_udt.xml", "laureats, laureats-2031.xml", "lsl, LSL.xml",
			"cyclades, Inscriptions_CYCLADES.xml", "assr, ASSR2.xml", "xml-inconnu, groupudts.xml" })
	void aForeignContentIsNamedWithTheHelpOfItsName(String genre, String nom) {
		byte[] zip = Paquets.zip("x.xml", Paquets.octets("<inconnu/>"));

		assertThat(this.depots.refuse(nom, zip)).isEqualTo(attendu(genre));
	}

	@ParameterizedTest
	@CsvSource({ "base-edt, College.edt", "base-pronote, Notes 2031.NOT", "udt, udt.dat", "binaire, donnees.dat" })
	void aForeignContentThatIsNoTextIsNamedWithTheHelpOfItsName(String genre, String nom) {
		assertThat(this.depots.refuse(nom, new byte[] { 1, 2, 0, 4 })).isEqualTo(attendu(genre));
	}

	@Test
	void aNameNeverMakesAKnownContentForeign() {
		Document document = this.depots.accepte("ExportXML_GFC_0009901M.zip", Paquets.zip("x.xml", Paquets.eleves()));

		assertThat(document.racine()).isEqualTo("BEE_ELEVES");
	}

	@Test
	void sagesseIsNamedByItsTwoEntries() {
		byte[] zip = Paquets.zip(new String[] { "0009901M_Reference.xml", "0009901M_Eleves.xml" }, Paquets.eleves());

		assertThat(this.depots.refuse("x.zip", zip)).isEqualTo(attendu("sagesse"));
	}

	@Test
	void anArchiveOfAnotherKindNamedZipIsToldSo() {
		byte[] rar = HexFormat.of().parseHex("526172211a070100");

		assertThat(this.depots.refuse("ExportXML_Communs.ZIP", rar))
			.isEqualTo(Constat.de("ENV_AUTRE_FORMAT", "format", "RAR"));
	}

	private static Constat attendu(Genre genre) {
		return genre.estArchive() ? Constat.de("C04", "variante", "archive", "format", genre.archive())
				: attendu(genre.code());
	}

	private static Constat attendu(String genre) {
		return Constat.de("C04", "variante", genre);
	}

	private static byte[] bureau(String... noms) {
		return Paquets.zip(noms, Paquets.octets("<x/>"));
	}

	private static byte[] gzip() throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(octets)) {
			gzip.write(Paquets.eleves());
		}
		return octets.toByteArray();
	}

	private static byte[] tar() {
		byte[] tar = Arrays.copyOf(Paquets.octets("Eleves.xml"), 1024);
		System.arraycopy(Paquets.octets("ustar"), 0, tar, 257, 5);
		return tar;
	}

}
