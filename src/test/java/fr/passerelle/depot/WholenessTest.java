package fr.passerelle.depot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a file has its end. */
class WholenessTest {

	@TempDir
	private Path dossier;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			<?xml version='1.0'?><A><B/></A>            | WHOLE
			<A><B/></A><!-- fin -->                     | WHOLE
			<A>texte</A  >                              | WHOLE
			\ufeff<A></A>                               | WHOLE
			<A/>                                        | WHOLE
			<!-- début --><A x='1'/>                    | WHOLE
			<A/><!-- fin -->                            | WHOLE
			<!DOCTYPE A [<!ELEMENT A ANY>]><A></A>      | WHOLE
			<!-- <B> --><A></B>                         | CUT
			<A><B/>                                     | CUT
			<A></A                                      | CUT
			<A                                          | CUT
			<?xml version='1.0'?>                       | CUT
			PK                                          | CUT
			nom;prénom                                  | SILENT
			''                                          | SILENT
			""")
	void theEndOfATextIsItsClosingTag(String texte, Wholeness attendu) throws IOException {
		assertThat(de(texte.getBytes(StandardCharsets.UTF_8))).isEqualTo(attendu);
	}

	@Test
	void blanksAfterTheRootAreNothing() throws IOException {
		assertThat(de(("<A></A>" + "\n ".repeat(1000)).getBytes(StandardCharsets.UTF_8))).isEqualTo(Wholeness.WHOLE);
	}

	@Test
	void nothingTellsTheEndOfUtf16() throws IOException {
		assertThat(de("<A></A>".getBytes(StandardCharsets.UTF_16))).isEqualTo(Wholeness.SILENT);
	}

	@Test
	void anArchiveIsWholeWithItsLastRecordWhateverItsComment() throws IOException {
		byte[] archive = archive("x".repeat(65_000));

		assertThat(de(archive)).isEqualTo(Wholeness.WHOLE);
		assertThat(de(Arrays.copyOf(archive, archive.length - 65_030))).isEqualTo(Wholeness.CUT);
		assertThat(de(Arrays.copyOf(archive, 20))).isEqualTo(Wholeness.CUT);
	}

	private Wholeness de(byte[] octets) throws IOException {
		return Wholeness.of(Files.write(this.dossier.resolve("f"), octets));
	}

	private static byte[] archive(String commentaire) throws IOException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets)) {
			zip.setComment(commentaire);
			zip.putNextEntry(new ZipEntry("a.xml"));
			zip.write("<A/>".getBytes(StandardCharsets.UTF_8));
		}
		return octets.toByteArray();
	}

}
