package fr.passerelle.securite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * Slows down who tries passwords: after ten failures in a row for one account from one
 * address, that pair waits. The address is part of it so that nobody can lock out
 * somebody else.
 */
@Component
class EchecsRecents {

	private static final int TOLERES = 10;

	private static final Duration ATTENTE = Duration.ofSeconds(30);

	/** Bounds the memory; the pair that has been quiet longest is forgotten first. */
	private static final int MAXIMUM = 10_000;

	private final Map<String, Echecs> echecs = new LinkedHashMap<>(16, 0.75f, true);

	private final Clock horloge;

	EchecsRecents(Clock horloge) {
		this.horloge = horloge;
	}

	synchronized boolean doitAttendre(String qui) {
		Echecs connus = this.echecs.get(qui);
		return connus != null && connus.nombre() >= TOLERES
				&& connus.dernier().plus(ATTENTE).isAfter(this.horloge.instant());
	}

	synchronized void noter(String qui) {
		int deja = this.echecs.containsKey(qui) ? this.echecs.get(qui).nombre() : 0;
		this.echecs.put(qui, new Echecs(deja + 1, this.horloge.instant()));
		if (this.echecs.size() > MAXIMUM) {
			this.echecs.remove(this.echecs.keySet().iterator().next());
		}
	}

	synchronized void oublier(String qui) {
		this.echecs.remove(qui);
	}

	private record Echecs(int nombre, Instant dernier) {
	}

}
