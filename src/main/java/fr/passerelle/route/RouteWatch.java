package fr.passerelle.route;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/** Looks at {@code routes/} at a steady pace, from the start of the hub to its stop. */
class RouteWatch implements SmartLifecycle, DisposableBean {

	private static final Logger JOURNAL = LoggerFactory.getLogger(RouteWatch.class);

	/** An edit being applied when the hub stops is finished first; none takes longer. */
	private static final Duration FIN = Duration.ofSeconds(30);

	private final RouteLoader chargeur;

	private final Duration intervalle;

	private ScheduledExecutorService fil;

	RouteWatch(RouteLoader chargeur, Duration intervalle) {
		this.chargeur = chargeur;
		this.intervalle = intervalle;
	}

	@Override
	public synchronized void start() {
		this.fil = Executors.newSingleThreadScheduledExecutor(RouteWatch::fil);
		this.fil.scheduleWithFixedDelay(this::regarder, this.intervalle.toMillis(), this.intervalle.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		this.fil.shutdownNow();
		try {
			this.fil.awaitTermination(FIN.toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.fil = null;
	}

	@Override
	public synchronized boolean isRunning() {
		return this.fil != null;
	}

	/** Comes without a stop when the hub fails to start. */
	@Override
	public synchronized void destroy() {
		if (isRunning()) {
			stop();
		}
	}

	private void regarder() {
		try {
			this.chargeur.relire();
		}
		catch (RuntimeException ex) {
			JOURNAL.error("La relecture de routes/ a échoué ; elle sera reprise.", ex);
		}
	}

	private static Thread fil(Runnable tache) {
		Thread fil = new Thread(tache, "surveillance-routes");
		fil.setDaemon(true);
		return fil;
	}

}
