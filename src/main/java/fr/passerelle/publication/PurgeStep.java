package fr.passerelle.publication;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What the route calls: which packages are too old to be kept? They are first no more
 * given, and their files go a little later: who began to read one just before reads it to
 * its end. Interrupted anywhere, it goes on from there.
 */
@Component("purgeStep")
public class PurgeStep {

	private static final Logger LOG = LoggerFactory.getLogger(PurgeStep.class);

	/** More than anybody takes between asking for an archive and opening it. */
	private static final Duration RETRAIT = Duration.ofMinutes(5);

	private final Purges purges;

	private final PaquetFiles fichiers;

	private final Optional<Duration> conservation;

	private final Clock horloge;

	PurgeStep(Purges purges, PaquetFiles fichiers, ConservationSettings reglages, Clock horloge) {
		this.purges = purges;
		this.fichiers = fichiers;
		this.conservation = Optional.ofNullable(reglages.conservation());
		this.horloge = horloge;
	}

	/** Purges what is due; most of the time, nothing. */
	public void purger() {
		Instant maintenant = this.horloge.instant();
		this.purges.aEffacer(maintenant.minus(RETRAIT)).forEach((restes) -> effacer(restes, maintenant));
		this.conservation.map((duree) -> this.purges.marquer(maintenant.minus(duree), maintenant))
			.filter((nombre) -> nombre > 0)
			.ifPresent((nombre) -> LOG.info("{} old packages are no more given", nombre));
	}

	/** One that resists keeps no other. */
	private void effacer(Purges.Restes restes, Instant maintenant) {
		try {
			this.fichiers.effacer(restes);
			this.purges.efface(restes, maintenant);
		}
		catch (UncheckedIOException ex) {
			LOG.warn("package {} of {}/{}: its files cannot be removed ({}). Tried again.", restes.paquet(),
					restes.flux(), restes.consommateur(), ex.getCause().getClass().getSimpleName());
		}
	}

}
