package fr.passerelle.enveloppe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import fr.passerelle.noyau.Constat;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArchiveHostileTest {

	@TempDir
	Path dossier;

	Depots depots;

	@BeforeEach
	void preparer() {
		this.depots = new Depots(this.dossier);
	}

	@Test
	void anEmptyFileIsRefused() {
		assertThat(refus(new byte[0])).isEqualTo(Constat.de("ENV_ZERO"));
	}

	@Test
	void anArchiveWithoutEntryIsRefused() {
		assertThat(refus(Paquets.zipDe())).isEqualTo(Constat.de("ENV_VIDE"));
	}

	@Test
	void anArchiveOfTwoXmlIsRefused() {
		byte[] zip = Paquets.zip(new String[] { "a.xml", "b.xml" }, Paquets.eleves());

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_PLUSIEURS", "nombre", "2"));
	}

	@Test
	void anArchiveWithoutXmlIsRefused() {
		assertThat(refus(Paquets.zip("lisez-moi.xml", Paquets.octets("bonjour"))))
			.isEqualTo(Constat.de("ENV_SANS_XML", "nombre", "1"));
	}

	@Test
	void anArchiveWithAnotherFileBesideItsXmlIsRefused() {
		byte[] zip = Paquets.zipDe("Eleves.xml", Paquets.eleves(), "note.txt", Paquets.octets("bonjour"));

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_INTRUS", "nombre", "1"));
	}

	@Test
	void anArchiveInAnArchiveIsRefused() {
		byte[] interieur = Paquets.zip("Eleves.xml", Paquets.eleves());

		assertThat(refus(Paquets.zip("Eleves.zip", interieur)))
			.isEqualTo(Constat.de("ENV_IMBRIQUEE", "entree", "Eleves.zip"));
	}

	@Test
	void aDocumentInAFolderIsRefused() {
		assertThat(refus(Paquets.zip("export/Eleves.xml", Paquets.eleves())))
			.isEqualTo(Constat.de("ENV_DOSSIER", "entree", "export/Eleves.xml"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc/passwd", "/etc/passwd", "C:/eleves.xml", "..\\..\\eleves.xml", "a/../../b.xml",
			"CON", "nul.xml", "com1.xml", "a/LPT9", "\\\\serveur\\partage.xml", "eleves.xml:flux" })
	void aNameThatReachesOutsideTheArchiveIsRefused(String nom) {
		assertThat(refus(Paquets.zip(nom, Paquets.eleves())))
			.isEqualTo(Constat.de("ENV_CHEMIN", "entree", nom.replace('\\', '/')));
	}

	@Test
	void aSymbolicLinkIsRefused() throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(octets)) {
			ZipArchiveEntry lien = new ZipArchiveEntry("Eleves.xml");
			lien.setUnixMode(0120777);
			zip.putArchiveEntry(lien);
			zip.write(Paquets.octets("/etc/passwd"));
			zip.closeArchiveEntry();
		}

		assertThat(refus(octets.toByteArray())).isEqualTo(Constat.de("ENV_CHEMIN", "entree", "Eleves.xml"));
	}

	@Test
	void anEncryptedEntryIsRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());
		zip[6] |= 1;
		zip[Paquets.repertoire(zip, 0) + 8] |= 1;

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_CHIFFREE", "entree", "Eleves.xml"));
	}

	@Test
	void anUnknownCompressionIsRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());
		zip[8] = 14;
		zip[Paquets.repertoire(zip, 0) + 10] = 14;

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_METHODE", "entree", "Eleves.xml", "methode", "14"));
	}

	@Test
	void anArchiveCutAnywhereIsRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());

		for (int taille : new int[] { 4, 30, zip.length / 2, zip.length - 22, zip.length - 1 }) {
			assertThat(refus(Arrays.copyOf(zip, taille))).isEqualTo(Constat.de("ENV_TRONQUEE"));
		}
	}

	@Test
	void aWrongChecksumIsRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());
		zip[Paquets.repertoire(zip, 0) + 16] ^= 1;

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_CRC", "entree", "Eleves.xml"));
	}

	@Test
	void aDamagedByteThatBreaksTheXmlIsToldAsDamage() throws IOException {
		byte[] zip = nonCompresse();
		zip[new String(zip, StandardCharsets.ISO_8859_1).indexOf("<DONNEES>")] = '>';

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_CRC", "entree", "Eleves.xml"));
	}

	@Test
	void aLyingSizeIsRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());
		Paquets.petitBoutiste(zip).putInt(Paquets.repertoire(zip, 0) + 24, 12);

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_CRC", "entree", "Eleves.xml"));
	}

	@Test
	void bytesAfterTheArchiveAreRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());

		assertThat(refus(Paquets.bout(zip, new byte[7]))).isEqualTo(Constat.de("ENV_DECHETS", "octets", "7"));
	}

	@Test
	void bytesBeforeTheDirectoryAreRefused() {
		byte[] zip = Paquets.zip("Eleves.xml", Paquets.eleves());

		assertThat(refus(Paquets.bout(zip, zip))).isEqualTo(Constat.de("ENV_DECHETS", "octets", "" + zip.length));
	}

	@Test
	void entriesThatShareBytesAreRefused() {
		byte[] zip = Paquets.zip(new String[] { "a.xml", "b.xml" }, Paquets.eleves());
		Paquets.petitBoutiste(zip).putInt(Paquets.repertoire(zip, 1) + 42, 0);

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_CHEVAUCHEMENT"));
	}

	@Test
	void aBombIsStoppedAtTheRatio() {
		byte[] zip = Paquets.zip("Eleves.xml", bombe());

		Constat refus = refus(zip);

		assertThat(refus.code()).isEqualTo("ENV_BOMBE");
		assertThat(refus.valeurs()).containsEntry("limite", "200");
	}

	@Test
	void aBombWhoseHeaderLiesIsStoppedAllTheSame() {
		byte[] zip = Paquets.zip("Eleves.xml", bombe());
		Paquets.petitBoutiste(zip).putInt(Paquets.repertoire(zip, 0) + 24, 100);

		assertThat(refus(zip).code()).isEqualTo("ENV_BOMBE");
	}

	@Test
	void aDocumentOverTheTotalSizeIsRefused() {
		Limites petites = new Limites(100, 16, 200, 64, 1000);
		Depots depots = new Depots(this.dossier, Depots.enveloppe(petites));

		assertThat(depots.refuse("x.zip", Paquets.zip("Eleves.xml", Paquets.eleves())))
			.isEqualTo(Constat.de("ENV_TAILLE", "limite", "100"));
	}

	@Test
	void tooManyEntriesAreRefused() {
		String[] noms = IntStream.range(0, 17).mapToObj((i) -> i + ".xml").toArray(String[]::new);

		assertThat(refus(Paquets.zip(noms, Paquets.eleves())))
			.isEqualTo(Constat.de("ENV_ENTREES", "nombre", "17", "limite", "16"));
	}

	@Test
	void aMillionEntriesAreRefusedBeforeTheyAreListed() throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets)) {
			for (int i = 0; i < 1_000_000; i++) {
				zip.putNextEntry(new ZipEntry(Integer.toString(i)));
			}
		}

		Constat refus = refus(octets.toByteArray());

		assertThat(refus).isEqualTo(Constat.de("ENV_ENTREES", "nombre", "1000000", "limite", "16"));
	}

	@Test
	void aDirectoryThatHoldsMoreThanAnnouncedIsRefused() {
		byte[] zip = Paquets.zip(new String[] { "a.xml", "b.xml" }, Paquets.eleves());
		ByteBuffer fin = Paquets.petitBoutiste(zip);
		fin.putShort(zip.length - 22 + 8, (short) 1).putShort(zip.length - 22 + 10, (short) 1);

		assertThat(refus(zip)).isEqualTo(Constat.de("ENV_TRONQUEE"));
	}

	@Test
	void aZip64ArchiveIsAccepted() throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(octets)) {
			zip.setUseZip64(Zip64Mode.Always);
			zip.putArchiveEntry(new ZipArchiveEntry("Eleves.xml"));
			zip.write(Paquets.eleves());
			zip.closeArchiveEntry();
		}

		assertThat(this.depots.accepte("x.zip", octets.toByteArray()).racine()).isEqualTo("BEE_ELEVES");
	}

	@Test
	void aNameInWindows1252IsReadWithItsAccents() throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets, Charset.forName("windows-1252"))) {
			zip.putNextEntry(new ZipEntry("Élèves.xml"));
			zip.write(Paquets.eleves());
		}

		assertThat(this.depots.accepte("x.zip", octets.toByteArray()).nomEntree()).isEqualTo("Élèves.xml");
	}

	@Test
	void whatADesktopAddsIsIgnoredAndSaid() {
		byte[] zip = Paquets.zipDe("Eleves.xml", Paquets.eleves(), "__MACOSX/._Eleves.xml", new byte[] { 0, 5 });

		assertThat(this.depots.accepte("x.zip", zip).remarques()).containsExactly(Constat.de("ENV_RECOMPOSEE"));
	}

	@Test
	void aStoredEntryIsAccepted() throws IOException {
		assertThat(this.depots.accepte("x.zip", nonCompresse()).racine()).isEqualTo("BEE_ELEVES");
	}

	private static byte[] nonCompresse() throws IOException {
		CRC32 crc = new CRC32();
		crc.update(Paquets.eleves());
		ZipEntry entree = new ZipEntry("Eleves.xml");
		entree.setMethod(ZipEntry.STORED);
		entree.setSize(Paquets.eleves().length);
		entree.setCrc(crc.getValue());
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets)) {
			zip.putNextEntry(entree);
			zip.write(Paquets.eleves());
		}
		return octets.toByteArray();
	}

	private Constat refus(byte[] octets) {
		return this.depots.refuse("ExportXML_ElevesAvecAdresses.zip", octets);
	}

	private static byte[] bombe() {
		String ligne = "<ELEVE/>".repeat(1 << 21);
		return ("<BEE_ELEVES>" + ligne + "</BEE_ELEVES>").getBytes(StandardCharsets.US_ASCII);
	}

}
