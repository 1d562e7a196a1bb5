package fr.passerelle.plateforme;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClockTest {

	private final PlateformeConfiguration configuration = new PlateformeConfiguration();

	@Test
	void isTheSystemsUnlessToldOtherwise() {
		assertThat(this.configuration.clock("")).isEqualTo(Clock.systemUTC());
	}

	@Test
	void startsAtTheInstantOfATrialAndGoesOn() {
		Instant start = Instant.parse("2025-09-01T08:00:00Z");

		Clock clock = this.configuration.clock("2025-09-01T08:00:00Z");

		assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
		assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));
	}

}
