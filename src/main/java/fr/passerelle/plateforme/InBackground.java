package fr.passerelle.plateforme;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something begun now and needed later, on a thread of its own. */
class InBackground<T> {

	private final FutureTask<T> task;

	private final String name;

	InBackground(String name, Callable<T> work) {
		this.name = name;
		this.task = new FutureTask<>(work);
		Thread thread = new Thread(this.task, "demarrage-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	/** The result; what failed there is thrown here. */
	T await() {
		try {
			return this.task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while starting " + this.name, ex);
		}
		catch (ExecutionException ex) {
			throw failure(ex.getCause());
		}
	}

	/** The result if there is one in the end; a failure has been told already. */
	Optional<T> awaitOutcome() throws InterruptedException {
		try {
			return Optional.of(this.task.get());
		}
		catch (ExecutionException ex) {
			return Optional.empty();
		}
	}

	private RuntimeException failure(Throwable cause) {
		return (cause instanceof DemarrageImpossible impossible) ? impossible : new DemarrageImpossible(
				"Le service embarqué « %s » n'a pas pu démarrer : %s".formatted(this.name, cause.getMessage()),
				"Vérifiez la place libre et les droits sur le dossier de données, puis relancez la passerelle.", cause);
	}

}
