package fr.passerelle.integration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on normally, and is set forward by the test. */
final class HorlogeDeNuit extends Clock {

	private volatile Clock horloge;

	HorlogeDeNuit(String debut) {
		regler(debut);
	}

	void regler(String instant) {
		Clock systeme = Clock.systemUTC();
		this.horloge = Clock.offset(systeme, Duration.between(systeme.instant(), Instant.parse(instant)));
	}

	@Override
	public Instant instant() {
		return this.horloge.instant();
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId fuseau) {
		return this.horloge.withZone(fuseau);
	}

}
