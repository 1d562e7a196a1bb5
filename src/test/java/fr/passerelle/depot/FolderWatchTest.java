package fr.passerelle.depot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Which files of the inbox are taken at which look, by a clock held in hand. */
@ExtendWith(OutputCaptureExtension.class)
class FolderWatchTest {

	private static final Duration STABLE = Duration.ofMillis(400);

	private static final Duration SANS_FIN = Duration.ofSeconds(3);

	private static final Duration INCOMPLET = Duration.ofMinutes(2);

	private static final Duration UN_RIEN = Duration.ofMillis(1);

	private static final String ENTIER = "<A></A>";

	private static final String COUPE = "<A><B>";

	@TempDir
	private Path inbox;

	private final List<String> finsLues = new ArrayList<>();

	private Duration heure = Duration.ZERO;

	private FolderWatch veille;

	@Test
	void aWholeFileIsTakenOnceItHasNotMovedForTheDelay() throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);

		assertThat(regarder(fichier)).isEmpty();
		assertThat(apres(STABLE.minus(UN_RIEN), fichier)).isEmpty();
		assertThat(apres(UN_RIEN, fichier)).containsExactly("f.xml");
	}

	@Test
	void theEndOfAFileThatMovedIsNotLookedFor() throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);

		regarder(fichier);
		apres(STABLE.minus(UN_RIEN), fichier);
		assertThat(this.finsLues).isEmpty();

		apres(UN_RIEN, fichier);
		assertThat(this.finsLues).containsExactly("f.xml");
	}

	@Test
	void aFileThatGrowsWaitsTheWholeDelayAgain() throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);
		FileTime heureDuFichier = Files.getLastModifiedTime(fichier);
		regarder(fichier);

		Files.writeString(fichier, "<A><B/></A>");
		Files.setLastModifiedTime(fichier, heureDuFichier);

		assertThat(apres(STABLE, fichier)).isEmpty();
		assertThat(apres(STABLE.minus(UN_RIEN), fichier)).isEmpty();
		assertThat(apres(UN_RIEN, fichier)).containsExactly("f.xml");
	}

	@Test
	void aFileRewrittenToTheSameSizeWaitsTheWholeDelayAgain() throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);
		Files.setLastModifiedTime(fichier, FileTime.fromMillis(1_000));
		regarder(fichier);

		Files.setLastModifiedTime(fichier, FileTime.fromMillis(2_000));

		assertThat(apres(STABLE, fichier)).isEmpty();
		assertThat(apres(STABLE, fichier)).containsExactly("f.xml");
	}

	@Test
	void aFolderWhoseNameWouldLeadElsewhereIsNotOpened(CapturedOutput journal) throws IOException {
		Path dossier = Files.createDirectory(this.inbox.resolve("0009201B\\..\\data"));

		assertThat(regarder(dossier)).isEmpty();
		assertThat(journal).contains("un dossier dont le nom porte « \\ » n'est pas ouvert");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 4_102_444_800_000L })
	void aTimeIn1970OrInTheFutureStarvesNobody(long instant) throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);
		Files.setLastModifiedTime(fichier, FileTime.fromMillis(instant));

		assertThat(regarder(fichier)).isEmpty();
		assertThat(apres(STABLE, fichier)).containsExactly("f.xml");
	}

	@Test
	void aFileThatCannotTellItsEndWaitsLonger() throws IOException {
		Path fichier = poser("0009201B/f.csv", "nom;prénom");

		regarder(fichier);
		assertThat(apres(SANS_FIN.minus(UN_RIEN), fichier)).isEmpty();
		assertThat(apres(UN_RIEN, fichier)).containsExactly("f.csv");
	}

	@Test
	void aFileWhoseEndNeverComesIsTakenAsItIsToBeRefused() throws IOException {
		Path fichier = poser("0009201B/f.xml", COUPE);

		regarder(fichier);
		assertThat(apres(INCOMPLET.minus(UN_RIEN), fichier)).isEmpty();
		assertThat(apres(UN_RIEN, fichier)).containsExactly("f.xml");
	}

	@Test
	void aFileGoneAndComeBackIsAnotherOne() throws IOException {
		Path fichier = poser("0009201B/f.xml", ENTIER);
		regarder(fichier);

		apres(STABLE);
		regarder();

		assertThat(regarder(fichier)).isEmpty();
		assertThat(apres(STABLE, fichier)).containsExactly("f.xml");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0009201B/envoi.zip.part", "0009201B/ENVOI.PART", "0009201B/envoi.tmp",
			"0009201B/.cache.zip", "0009201B/.f.xml.swp", "0009201B/..f", ".gitkeep", "README.md", "readme.MD" })
	void namesThatSayNotYetAreNeverTaken(String nom) throws IOException {
		Path fichier = poser(nom, ENTIER);

		regarder(fichier);
		assertThat(apres(INCOMPLET, fichier)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "0009201B/README.md", "0009201B/part", "0009201B/f.part.xml", "0009201B/f.tmp.zip", "f.xml" })
	void anyOtherNameIsTaken(String nom) throws IOException {
		Path fichier = poser(nom, ENTIER);

		regarder(fichier);
		assertThat(apres(INCOMPLET, fichier)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "0009201B,true", "un dossier,true", "refuses,false", "0009201B/refuses,false" })
	void everyFolderIsEnteredButWhereRefusedFilesAreGivenBack(String dossier, boolean entre) throws IOException {
		Path chemin = Files.createDirectories(this.inbox.resolve(dossier));

		assertThat(veille().accept(vu(chemin.toFile()))).isEqualTo(entre);
	}

	@Test
	void aSymbolicLinkIsLeftWhereItIsAndSaidOnce(CapturedOutput journal) throws IOException {
		Path secret = Files.writeString(this.inbox.resolve("secret.xml"), ENTIER);
		Path lien = poser("0009201B/f.xml", ENTIER);
		Files.delete(lien);
		Files.createSymbolicLink(lien, secret);
		Path suivant = poser("0009201B/g.xml", ENTIER);

		regarder(lien, suivant);
		assertThat(apres(STABLE, lien, suivant)).containsExactly("g.xml");
		assertThat(apres(INCOMPLET, lien)).isEmpty();
		assertThat(journal.getOut()).containsOnlyOnce("Dossier de dépôt « 0009201B » : un lien symbolique");
	}

	@Test
	void aFileThatCannotBeReadStopsNoOtherAndIsSaidOnceItLasts(CapturedOutput journal) throws IOException {
		GenericFile<File> illisible = vu(poser("0009201B/f.xml", ENTIER).toFile());
		Files.delete(illisible.getFile().toPath());
		Path suivant = poser("0009201B/g.xml", ENTIER);

		veille().accept(illisible);
		regarder(suivant);
		this.heure = this.heure.plus(STABLE);
		this.veille.begin(null, null);
		assertThat(this.veille.accept(illisible)).isFalse();
		assertThat(this.veille.accept(vu(suivant.toFile()))).isTrue();
		assertThat(journal.getOut()).doesNotContain("ne peut pas être lu");

		this.heure = this.heure.plus(INCOMPLET);
		assertThat(this.veille.accept(illisible)).isFalse();
		assertThat(this.veille.accept(illisible)).isFalse();
		assertThat(journal.getOut()).containsOnlyOnce("Dossier de dépôt « 0009201B » : un fichier ne peut pas être lu");
	}

	@Test
	void aSchoolGivesAFewFilesAtATimeAndTheOthersDoNotWait() throws IOException {
		Path[] fichiers = { poser("0009201B/a.xml", ENTIER), poser("0009201B/b.xml", ENTIER),
				poser("0009201B/c.xml", ENTIER), poser("0759901E/d.xml", ENTIER), poser("e.xml", ENTIER) };
		regarder(fichiers);

		assertThat(apres(STABLE, fichiers)).containsExactly("a.xml", "b.xml", "d.xml", "e.xml");
		assertThat(regarder(fichiers[2], fichiers[1])).containsExactly("c.xml", "b.xml");
	}

	@Test
	void theEndsOfTheFilesBeyondAreNotRead() throws IOException {
		Path[] fichiers = { poser("0009201B/a.xml", ENTIER), poser("0009201B/b.xml", ENTIER),
				poser("0009201B/c.xml", ENTIER), poser("0009201B/d.xml", ENTIER) };
		regarder(fichiers);

		apres(STABLE, fichiers);

		assertThat(this.finsLues).containsExactly("a.xml", "b.xml");
	}

	@Test
	void aFileWithoutItsEndTakesTheTurnOfNobody() throws IOException {
		Path[] fichiers = { poser("0009201B/a.xml", COUPE), poser("0009201B/b.xml", COUPE),
				poser("0009201B/c.xml", ENTIER), poser("0009201B/d.xml", ENTIER) };
		regarder(fichiers);

		assertThat(apres(STABLE, fichiers)).containsExactly("c.xml", "d.xml");
	}

	@Test
	void whatWaitsForItsTurnDoesNotWaitForItsDelayAgain() throws IOException {
		Path[] fichiers = { poser("0009201B/a.xml", ENTIER), poser("0009201B/b.xml", ENTIER),
				poser("0009201B/c.xml", ENTIER) };
		regarder(fichiers);
		apres(STABLE, fichiers);

		assertThat(regarder(fichiers[2])).containsExactly("c.xml");
	}

	private Path poser(String nom, String texte) throws IOException {
		Path fichier = this.inbox.resolve(nom);
		Files.createDirectories(fichier.getParent());
		return Files.writeString(fichier, texte);
	}

	private List<String> apres(Duration attente, Path... fichiers) {
		this.heure = this.heure.plus(attente);
		return regarder(fichiers);
	}

	/** One look of the route: these files are there, those returned are taken. */
	private List<String> regarder(Path... fichiers) {
		veille().begin(null, null);
		return Stream.of(fichiers)
			.map((fichier) -> vu(fichier.toFile()))
			.filter(this.veille::accept)
			.map(GenericFile::getFileNameOnly)
			.toList();
	}

	/** The file as Camel shows it, telling when its content is asked for. */
	private GenericFile<File> vu(File fichier) {
		GenericFile<File> vu = FileConsumer.asGenericFile(this.inbox.toString(), fichier, null, false);
		vu.setFile(new FichierTemoin(fichier, this.finsLues));
		return vu;
	}

	private FolderWatch veille() {
		if (this.veille == null) {
			this.veille = new FolderWatch(
					new DepotSettings(this.inbox, DataSize.ofMegabytes(1), STABLE, SANS_FIN, INCOMPLET, 2),
					() -> this.heure.toNanos());
		}
		return this.veille;
	}

	/** A file that notes when it is opened. */
	private static final class FichierTemoin extends File {

		private static final long serialVersionUID = 1L;

		private final transient List<String> ouverts;

		private FichierTemoin(File fichier, List<String> ouverts) {
			super(fichier.getPath());
			this.ouverts = ouverts;
		}

		@Override
		public Path toPath() {
			this.ouverts.add(getName());
			return super.toPath();
		}

	}

}
