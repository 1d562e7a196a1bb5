package fr.passerelle.publication.gar;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the files of a parcel again in a thread of its own, each while the next one is
 * written: one at a time, in the order they are given, so that what is found does not
 * depend on who was faster. The first failure stops the rest, and the writing at its next
 * file. The thread is over when this is closed.
 */
final class Relecture implements AutoCloseable {

	private final ExecutorService fil = Executors
		.newSingleThreadExecutor((travail) -> new Thread(travail, "gar-relecture"));

	private final Consumer<Path> lecteur;

	private CompletableFuture<Void> lus = CompletableFuture.completedFuture(null);

	Relecture(Consumer<Path> lecteur) {
		this.lecteur = lecteur;
	}

	/**
	 * Gives a file that is written to its end.
	 * @throws RuntimeException what reading an earlier one threw
	 */
	void confier(Path fichier) {
		if (this.lus.isCompletedExceptionally()) {
			attendre();
		}
		this.lus = this.lus.thenRunAsync(() -> this.lecteur.accept(fichier), this.fil);
	}

	/**
	 * Waits until all of them are read.
	 * @throws RuntimeException what reading one of them threw
	 */
	void attendre() {
		try {
			this.lus.join();
		}
		catch (CompletionException ex) {
			throw new IllegalStateException("reading a parcel again", ex.getCause());
		}
	}

	/** Interrupts what is still read: its files are about to be thrown away. */
	@Override
	public void close() {
		this.fil.shutdownNow();
		try {
			this.fil.awaitTermination(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
