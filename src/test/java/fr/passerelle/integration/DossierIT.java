package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The watched folder: what is taken, when, and that nothing stops the next file. */
class DossierIT extends BoutEnBout {

	@Test
	void anyNameHoweverOddIsTakenAndAnswered(@TempDir Path ici) throws IOException {
		College college = college(reglages(1, 30, 360));
		Path inconnu = Files.writeString(ici.resolve("x"), "rien de connu");
		List<String> noms = List.of("é à ü œ.pdf", "  deux  espaces .txt", "sur deux\nlignes.txt", "a".repeat(255),
				"..drole.txt", "%2e%2e.txt", "sans-extension", "CON.txt");

		noms.forEach((nom) -> this.hub.deposer(college.uai(), inconnu, nom));
		String suivant = this.hub.traiter(college.uai(), college.fichier("SIECLE_STRUCTURES"));

		List<String> aPrendre = noms.stream().filter((nom) -> !nom.startsWith(".")).toList();
		Hub.jusqua(() -> refuses(college).size() == aPrendre.size());
		this.hub.calme();
		assertThat(this.hub.etat(suivant)).isEqualTo("traite");
		assertThat(refuses(college)).containsExactlyInAnyOrderElementsOf(aPrendre);
	}

	private List<String> refuses(College college) {
		return this.hub.lire("SELECT fichier FROM echange.depot WHERE deposant = ? AND etat = 'refuse'",
				"dossier " + college.uai());
	}

	@Test
	void aFileInAFolderInLowerCaseIsGivenBackWithTheFolderToDropItIn() throws IOException {
		College college = college(reglages(1, 30, 361));
		String dossier = college.uai().toLowerCase(Locale.ROOT);

		String numero = this.hub.traiter(dossier, college.fichier("SIECLE_STRUCTURES"));

		assertThat(this.hub.etat(numero)).isEqualTo("refuse");
		assertThat(this.hub.inbox(dossier).resolve("ExportXML_Structures.zip")).doesNotExist();
		assertThat(this.hub.inbox(dossier).resolve("refuses/ExportXML_Structures.zip")).exists();
		assertThat(Files.readString(this.hub.inbox(dossier).resolve("refuses/ExportXML_Structures.zip.motif.txt")))
			.contains("Le dossier « %s » n'est pas nommé par un code UAI.".formatted(dossier),
					"Déposez le fichier dans le dossier « %s »".formatted(college.uai()));
		assertThat(this.hub.traces(college.uai())).isEmpty();
	}

	@Test
	void aLinkAPipeOrASubfolderIsLeftWhereItIsAndStopsNothing() throws IOException, InterruptedException {
		College college = college(reglages(1, 30, 364));
		Path ici = Files.createDirectories(this.hub.inbox(college.uai()));
		Path lien = Files.createSymbolicLink(ici.resolve("lien.txt"),
				this.hub.maison().resolve("data/acces.properties"));
		Path tube = ici.resolve("tube.txt");
		assertThat(new ProcessBuilder("mkfifo", tube.toString()).start().waitFor()).isZero();
		Path profond = Files.copy(college.fichier("SIECLE_ELEVES"),
				Files.createDirectories(ici.resolve("archives")).resolve("ExportXML_ElevesSansAdresses.zip"));

		this.hub.traiter(college, "SIECLE_STRUCTURES", "SIECLE_COMMUNS");

		assertThat(List.of(lien, tube, profond)).allSatisfy((fichier) -> assertThat(fichier).exists());
		assertThat(this.hub.lire("SELECT fichier FROM echange.depot WHERE deposant = ? ORDER BY numero",
				"dossier " + college.uai()))
			.containsExactly(college.fichier("SIECLE_STRUCTURES").getFileName().toString(),
					college.fichier("SIECLE_COMMUNS").getFileName().toString());
		assertThat(ici.resolve("refuses")).doesNotExist();
	}

	@Test
	void aFileStillGrowingIsLeftAloneAndTakenOnceWhole() throws IOException {
		College college = college(reglages(1, 30, 362));
		byte[] octets = Files.readAllBytes(college.fichier("SIECLE_ELEVES"));
		Path lent = Files.createDirectories(this.hub.inbox(college.uai())).resolve("lent.zip");
		Files.write(lent, Arrays.copyOf(octets, octets.length / 3));
		this.hub.traiter(college, "SIECLE_STRUCTURES");
		Files.write(lent, Arrays.copyOfRange(octets, octets.length / 3, octets.length / 2), StandardOpenOption.APPEND);
		this.hub.traiter(college, "SIECLE_COMMUNS");
		assertThat(lent).exists();

		Files.write(lent, Arrays.copyOfRange(octets, octets.length / 2, octets.length), StandardOpenOption.APPEND);

		Hub.jusqua(() -> Files.notExists(lent));
		this.hub.calme();
		assertThat(this.hub.lire(
				"SELECT etat || ' ' || taille FROM echange.depot WHERE fichier = 'lent.zip' AND deposant = ?",
				"dossier " + college.uai()))
			.containsExactly("traite " + octets.length);
	}

	@Test
	void filesThatSayTheyAreNotReadyAreNeverTaken() throws IOException {
		College college = college(reglages(1, 30, 363));
		Path ici = Files.createDirectories(this.hub.inbox(college.uai()));
		List<String> noms = List.of("envoi.zip.part", "envoi.tmp", ".cache.zip");
		for (String nom : noms) {
			Files.copy(college.fichier("SIECLE_ELEVES"), ici.resolve(nom));
		}

		this.hub.traiter(college, "SIECLE_STRUCTURES");
		this.hub.traiter(college, "SIECLE_COMMUNS");

		assertThat(noms).allSatisfy((nom) -> assertThat(ici.resolve(nom)).exists());
	}

	@Test
	void theSameRefusedFileFromSeveralSchoolsAtOnceIsAnsweredToEach(@TempDir Path ici) throws IOException {
		Path meme = Files.writeString(ici.resolve("notes.txt"), "les mêmes octets pour tous");
		List<String> uais = List.of("0759900D", "0769900R", "0779900D", "0789900R", "0799900D");

		uais.forEach((uai) -> this.hub.deposer(uai, meme));

		Hub.jusqua(() -> this.hub.compter(
				"SELECT count(*) FROM echange.depot WHERE fichier = 'notes.txt' AND etat = 'refuse' AND canal = 'dossier'") == 5);
		Hub.jusqua(
				() -> uais.stream().allMatch((uai) -> Files.exists(this.hub.inbox(uai).resolve("refuses/notes.txt"))));
	}

}
