package fr.passerelle.enveloppe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads a document many times larger than the memory of the process that reads it. */
class EnveloppeMemoireIT {

	private static final int ELEVES = 200_000;

	@TempDir
	Path dossier;

	/** What the small process does: opens the file, counts, reads it again. */
	public static void main(String[] arguments) {
		Document document = Depots.enveloppe(Limites.parDefaut()).ouvrir(Path.of(arguments[0]), "Eleves.zip");
		long relus = document.lire((xml) -> {
			long comptes = 0;
			while (xml.hasNext()) {
				comptes += (xml.next() == javax.xml.stream.XMLStreamConstants.START_ELEMENT) ? 1 : 0;
			}
			return comptes;
		});
		System.out.print(document.comptes().get("DONNEES/ELEVES/ELEVE") + " " + relus);
	}

	@Test
	void aDocumentOfTwoHundredMegabytesIsReadInThirtyTwo() throws IOException, InterruptedException {
		Path zip = ecrire();

		Process petit = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx32m", "-cp", System.getProperty("java.class.path"), EnveloppeMemoireIT.class.getName(),
				zip.toString())
			.redirectErrorStream(true)
			.start();
		String sortie = new String(petit.getInputStream().readAllBytes());

		assertThat(sortie).isEqualTo(ELEVES + " " + (ELEVES * 21L + 3));
		assertThat(petit.waitFor()).isZero();
	}

	private Path ecrire() throws IOException {
		Path fichier = this.dossier.resolve("Eleves.zip");
		Random hasard = new Random(2031);
		try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fichier)))) {
			zip.setLevel(1);
			zip.putNextEntry(new ZipEntry("Eleves.xml"));
			ecrire(zip, "<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><BEE_ELEVES><DONNEES><ELEVES>");
			for (int i = 0; i < ELEVES; i++) {
				ecrire(zip, "<ELEVE>" + champs(hasard) + "</ELEVE>\n");
			}
			ecrire(zip, "</ELEVES></DONNEES></BEE_ELEVES>");
		}
		return fichier;
	}

	private static String champs(Random hasard) {
		StringBuilder champs = new StringBuilder();
		for (int i = 0; i < 20; i++) {
			champs.append("\n      <CHAMP_DE_LA_FICHE>").append(hasard.nextInt()).append("</CHAMP_DE_LA_FICHE>");
		}
		return champs.toString();
	}

	private static void ecrire(OutputStream sortie, String texte) throws IOException {
		sortie.write(texte.getBytes(Paquets.LATIN_9));
	}

}
