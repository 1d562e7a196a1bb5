package fr.passerelle.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.journal.Contenus.Contenu;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A content is there whole, or not there. */
class ContenusTest {

	private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	@TempDir
	private Path dossier;

	private Contenus contenus;

	@BeforeEach
	void ouvrir() {
		this.contenus = new Contenus(this.dossier);
	}

	@Test
	void theSameBytesAreKeptOnceUnderTheirHash() throws IOException {
		Contenu premier = this.contenus.garder(octets("abc"), 3);
		Contenu second = this.contenus.garder(octets("abc"), 3);

		assertThat(List.of(premier, second)).containsOnly(new Contenu(ABC, 3));
		assertThat(this.contenus.chemin(ABC)).hasContent("abc");
		assertThat(fichiers()).containsExactly(this.contenus.chemin(ABC));
		this.contenus.verifier(ABC);
	}

	@Test
	void aCopyThatStopsLeavesNothing() {
		InputStream coupe = new SequenceInputStream(octets("ab"), new InputStream() {

			@Override
			public int read() throws IOException {
				throw new IOException("câble débranché");
			}

		});

		assertThatIOException().isThrownBy(() -> this.contenus.garder(coupe, 100)).withMessage("câble débranché");
		assertThat(fichiers()).isEmpty();
	}

	@Test
	void aFileBeyondTheLimitLeavesNothing() {
		assertThatExceptionOfType(Contenus.TropGrand.class).isThrownBy(() -> this.contenus.garder(octets("abcd"), 3))
			.satisfies((ex) -> assertThat(ex.limite()).isEqualTo(3));
		assertThat(fichiers()).isEmpty();
	}

	@Test
	void oneBitOfDifferenceIsSeenAndSoIsAnAbsence() throws IOException {
		this.contenus.garder(octets("abc"), 3);
		Files.writeString(this.contenus.chemin(ABC), "abb");

		assertThatExceptionOfType(Contenus.Altere.class).isThrownBy(() -> this.contenus.verifier(ABC));
		this.contenus.oublier(ABC);
		assertThatExceptionOfType(Contenus.Altere.class).isThrownBy(() -> this.contenus.verifier(ABC));
	}

	@Test
	void whatDoesNotStandTheTestIsNotKept() throws IOException {
		assertThat(this.contenus.garder((sortie) -> sortie.write('a'), 10, (contenu, brouillon) -> {
			assertThat(brouillon).hasContent("a");
			return contenu.taille() > 1;
		})).isEmpty();

		assertThat(fichiers()).isEmpty();
	}

	@Test
	void aSourceThatHidesOurRefusalIsRefusedAllTheSame() {
		assertThatExceptionOfType(Contenus.TropGrand.class).isThrownBy(() -> this.contenus.garder((sortie) -> {
			try {
				sortie.write(new byte[4]);
			}
			catch (IOException ex) {
				throw new IOException("something else");
			}
		}, 3, (contenu, brouillon) -> true));
	}

	private static InputStream octets(String texte) {
		return new ByteArrayInputStream(texte.getBytes(StandardCharsets.UTF_8));
	}

	private List<Path> fichiers() {
		try (Stream<Path> tous = Files.walk(this.dossier)) {
			return tous.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
