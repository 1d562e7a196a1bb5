package fr.passerelle.publication.gar;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Files are read again beside the writing. */
@Timeout(30)
class RelectureTest {

	private final List<Path> lus = new CopyOnWriteArrayList<>();

	@Test
	void aFileIsReadWhileTheNextOneIsWrittenAndAllInTheirOrder() {
		CountDownLatch suivant = new CountDownLatch(1);
		List<Path> fichiers = IntStream.range(0, 50).mapToObj((rang) -> Path.of("f" + rang)).toList();

		try (Relecture relecture = new Relecture((fichier) -> {
			attendre(suivant);
			this.lus.add(fichier);
		})) {
			relecture.confier(fichiers.get(0));
			suivant.countDown();
			fichiers.subList(1, 50).forEach(relecture::confier);
			relecture.attendre();
		}

		assertThat(this.lus).isEqualTo(fichiers);
	}

	@Test
	void aFailureStopsTheRestAndTheWriting() {
		IllegalArgumentException panne = new IllegalArgumentException("unreadable");

		try (Relecture relecture = new Relecture((fichier) -> {
			this.lus.add(fichier);
			throw panne;
		})) {
			relecture.confier(Path.of("f0"));

			assertThatIllegalStateException().isThrownBy(relecture::attendre).withCause(panne);
			assertThatIllegalStateException().isThrownBy(() -> relecture.confier(Path.of("f1"))).withCause(panne);
		}

		assertThat(this.lus).containsExactly(Path.of("f0"));
	}

	@Test
	void nothingReadsAnyMoreWhenTheWritingIsGivenUp() {
		CountDownLatch commence = new CountDownLatch(1);

		try (Relecture relecture = new Relecture((fichier) -> {
			this.lus.add(fichier);
			commence.countDown();
			attendre(new CountDownLatch(1));
		})) {
			relecture.confier(Path.of("f0"));
			relecture.confier(Path.of("f1"));
			attendre(commence);
		}

		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((fil) -> fil.getName().equals("gar-relecture")));
		assertThat(this.lus).containsExactly(Path.of("f0"));
	}

	private static void attendre(CountDownLatch signal) {
		try {
			signal.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
