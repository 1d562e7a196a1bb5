package fr.passerelle.jeux;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the corpus, that a case may set to the moment it is about. */
final class Horloge extends Clock {

	/** A Monday of November, inside the school year of every territory. */
	static final Instant NOVEMBRE = Instant.parse("2025-11-17T08:00:00Z");

	private volatile Instant instant = NOVEMBRE;

	void regler(Instant voulu) {
		this.instant = voulu;
	}

	@Override
	public Instant instant() {
		return this.instant;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
