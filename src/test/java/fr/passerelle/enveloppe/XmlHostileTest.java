package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class XmlHostileTest {

	@TempDir
	Path dossier;

	Depots depots;

	@BeforeEach
	void preparer() {
		this.depots = new Depots(this.dossier);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE BEE_ELEVES SYSTEM \"file:///etc/passwd\">",
			"<!DOCTYPE BEE_ELEVES [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
			"<!DOCTYPE BEE_ELEVES [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>",
			"<!DOCTYPE BEE_ELEVES [<!ENTITY % p SYSTEM \"http://127.0.0.1/p.dtd\"> %p;]>", "<!DOCTYPE BEE_ELEVES>" })
	void aDocumentTypeIsRefused(String doctype) {
		assertThat(refus("<?xml version=\"1.0\"?>\n" + doctype + "<BEE_ELEVES>&c;</BEE_ELEVES>"))
			.isEqualTo(Constat.de("ENV_DTD", "ligne", "2"));
	}

	@Test
	void nothingTheDocumentAsksForIsFetched() throws IOException {
		try (ServerSocket serveur = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			serveur.setSoTimeout(200);
			String adresse = "http://127.0.0.1:" + serveur.getLocalPort() + "/x";

			refus("<!DOCTYPE a SYSTEM \"" + adresse + "\" [<!ENTITY % p SYSTEM \"" + adresse
					+ "\"> %p;]><BEE_ELEVES/>");
			Document document = accepte("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><?xml-stylesheet href=\""
					+ adresse + "\"?><BEE_ELEVES xmlns:i=\"http://www.w3.org/2001/XInclude\" "
					+ "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\""
					+ adresse + "\"><i:include href=\"" + adresse + "\"/></BEE_ELEVES>");

			assertThat(document.racine()).isEqualTo("BEE_ELEVES");
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(serveur::accept);
		}
	}

	@Test
	void anUndeclaredEntityIsRefusedByItsName() {
		assertThat(refus("<BEE_ELEVES>\n<NOM>A&nbsp;B</NOM></BEE_ELEVES>"))
			.isEqualTo(Constat.de("ENV_ENTITE", "entite", "nbsp", "ligne", "2"));
	}

	@Test
	void aDepthOfTenThousandIsRefused() {
		assertThat(refus("<BEE_ELEVES>" + "<a>".repeat(10_000)))
			.isEqualTo(Constat.de("ENV_PROFONDEUR", "ligne", "1", "limite", "64"));
	}

	@Test
	void aDepthOfSixtyFourIsAccepted() {
		String texte = "<BEE_ELEVES>" + "<a>".repeat(63) + "</a>".repeat(63) + "</BEE_ELEVES>";

		assertThat(accepte(texte).comptes()).containsEntry("a/a/a/a/a", 1L).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<NOM>%s</NOM>", "<NOM><![CDATA[%s]]></NOM>", "<NOM A=\"%s\"/>",
			"<NOM>a<!-- coupe -->%s</NOM>" })
	void aTextOverAMillionCharactersIsRefused(String forme) {
		String texte = "x".repeat((1 << 20) + 1);

		assertThat(refus("<BEE_ELEVES>" + forme.formatted(texte) + "</BEE_ELEVES>"))
			.isEqualTo(Constat.de("ENV_TEXTE", "limite", "1048576"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<BEE_ELEVES><%s", "<BEE_ELEVES><!--%s", "<BEE_ELEVES><?a %s", "<BEE_ELEVES><a %s",
			"<?xml version=\"%s" })
	void anEndlessTagIsRefused(String forme) {
		String texte = "x".repeat(5 << 20);

		assertThat(refus(forme.formatted(texte))).isEqualTo(Constat.de("ENV_TEXTE", "limite", "4194304"));
	}

	@Test
	void anEndlessNameIsRefused() {
		assertThat(refus("<BEE_ELEVES><" + "x".repeat(2000) + "/></BEE_ELEVES>"))
			.isEqualTo(Constat.de("ENV_NOMS", "limite", "5000"));
	}

	@Test
	void aHeadOfCommentsIsReadAtOnce() {
		assertThat(accepte("<!---->".repeat(200) + "<BEE_ELEVES/>").racine()).isEqualTo("BEE_ELEVES");
	}

	@Test
	void aTextOfAMillionCharactersIsReadAgainWhole() {
		String texte = "x".repeat(1 << 20);
		Document document = accepte("<BEE_ELEVES><NOM>" + texte + "</NOM></BEE_ELEVES>");

		assertThat(document.<String>lire((xml) -> {
			xml.nextTag();
			xml.nextTag();
			return xml.getElementText();
		})).isEqualTo(texte);
	}

	@Test
	void endlessNewNamesAreRefused() {
		StringBuilder texte = new StringBuilder("<BEE_ELEVES>");
		for (int i = 0; i < 6000; i++) {
			texte.append("<n").append(i).append("/>");
		}

		assertThat(refus(texte.append("</BEE_ELEVES>").toString())).isEqualTo(Constat.de("ENV_NOMS", "limite", "5000"));
	}

	@Test
	void aCutDocumentIsRefusedWithItsLine() {
		assertThat(refus("<BEE_ELEVES>\n<DONNEES>\n<ELEVES>")).isEqualTo(Constat.de("C06", "ligne", "3"));
	}

	@Test
	void tagsThatCrossAreRefusedWithTheirLine() {
		assertThat(refus("<BEE_ELEVES>\n<STRICTURES_ELEVE></STRUCTURES_ELEVE></BEE_ELEVES>"))
			.isEqualTo(Constat.de("C06", "ligne", "2"));
	}

	@Test
	void aControlCharacterIsRefusedWithItsLine() {
		assertThat(refus("<BEE_ELEVES>\n<NOM>\u0001</NOM></BEE_ELEVES>")).isEqualTo(Constat.de("C06", "ligne", "2"));
	}

	@Test
	void latinDeclaredAsUtf8IsReadWithItsAccentsAndSaid() {
		String texte = Paquets.ELEVES.replace("ISO-8859-15", "UTF-8");
		Document document = this.depots.accepte("x.xml", texte.getBytes(Paquets.LATIN_9));

		assertThat(prenom(document)).isEqualTo("Océane");
		assertThat(document.remarques()).containsExactly(
				Constat.de("ENV_ENCODAGE_REPARE", "declare", "UTF-8", "reel", "ISO-8859-15"),
				Constat.de("C11", "motif", "encodage changé"), Constat.de("ENV_XML_NU"));
	}

	@Test
	void utf8WithADamagedLetterIsRefused() {
		String texte = Paquets.ELEVES.replace("ISO-8859-15", "UTF-8").replace("Océane", "Océane Maé");
		byte[] octets = texte.getBytes(StandardCharsets.UTF_8);
		octets[texte.indexOf("Maé") + 4] = 'x';

		assertThat(this.depots.refuse("x.xml", octets).code()).isEqualTo("ENV_ENCODAGE");
	}

	@Test
	void latinThatDeclaresNothingIsRefused() {
		String texte = Paquets.ELEVES.substring(Paquets.ELEVES.indexOf("?>") + 2);

		assertThat(this.depots.refuse("x.xml", texte.getBytes(Paquets.LATIN_9)).code()).isEqualTo("ENV_ENCODAGE");
	}

	@Test
	void anUnknownEncodingIsRefused() {
		assertThat(refus("<?xml version=\"1.0\" encoding=\"EBCDIC-FR\"?><BEE_ELEVES/>"))
			.isEqualTo(Constat.de("ENV_ENCODAGE", "declare", "EBCDIC-FR", "ligne", "1"));
	}

	@Test
	void utf8DeclaredAsLatinIsReadWithItsAccentsAndSaid() {
		Document document = this.depots.accepte("x.xml", Paquets.ELEVES.getBytes(StandardCharsets.UTF_8));

		assertThat(prenom(document)).isEqualTo("Océane");
		assertThat(document.remarques()).containsExactly(
				Constat.de("ENV_ENCODAGE_REPARE", "declare", "ISO-8859-15", "reel", "UTF-8"),
				Constat.de("C11", "motif", "encodage changé"), Constat.de("ENV_XML_NU"));
	}

	@Test
	void windows1252DeclaredAsLatinIsReadWithItsLettersAndSaid() {
		String texte = Paquets.ELEVES.replace("Océane", "Cœlia");
		Document document = this.depots.accepte("x.xml", texte.getBytes(Charset.forName("windows-1252")));

		assertThat(prenom(document)).isEqualTo("Cœlia");
		assertThat(document.remarques())
			.contains(Constat.de("ENV_ENCODAGE_REPARE", "declare", "ISO-8859-15", "reel", "windows-1252"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE" })
	void utf16IsReadWithOrWithoutItsMark(String nom) {
		String texte = Paquets.ELEVES.replace("ISO-8859-15", "UTF-16");

		Document avec = this.depots.accepte("x.xml", ("\uFEFF" + texte).getBytes(Charset.forName(nom)));
		assertThat(prenom(avec)).isEqualTo("Océane");
		assertThat(avec.encodage()).isEqualTo(Charset.forName(nom));

		Document sans = this.depots.accepte("x.xml", texte.getBytes(Charset.forName(nom)));
		assertThat(prenom(sans)).isEqualTo("Océane");
	}

	@Test
	void aByteOrderMarkIsSkippedAndSaid() throws IOException {
		String texte = Paquets.ELEVES.replace("ISO-8859-15", "UTF-8");
		Document document = this.depots.accepte("x.xml", Paquets.octets("\uFEFF" + texte));

		assertThat(prenom(document)).isEqualTo("Océane");
		assertThat(document.remarques()).contains(Constat.de("ENV_BOM"));
		try (StringWriter relu = new StringWriter(); Reader lu = document.texte()) {
			lu.transferTo(relu);
			assertThat(relu).hasToString(texte);
		}
	}

	static String prenom(Document document) {
		return document.lire((xml) -> {
			while (!(xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT
					&& xml.getLocalName().equals("PRENOM"))) {
				continue;
			}
			return xml.getElementText();
		});
	}

	private Constat refus(String texte) {
		return this.depots.refuse("x.xml", Paquets.octets(texte));
	}

	private Document accepte(String texte) {
		return this.depots.accepte("x.xml", Paquets.octets(texte));
	}

}
