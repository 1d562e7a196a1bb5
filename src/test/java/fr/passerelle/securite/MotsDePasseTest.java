package fr.passerelle.securite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MotsDePasseTest {

	private static final Compte COMPTE = new Compte("durand", Role.SUPPORT, new Perimetre(Set.of()));

	private final Horloge horloge = new Horloge();

	private final VerificationsRecentes recentes = new VerificationsRecentes(this.horloge);

	private final MotsDePasse motsDePasse = new MotsDePasse(this.recentes);

	@Test
	void remembersARightPasswordForFiveMinutesOnly() {
		String condensat = this.motsDePasse.condenser("secret");
		assertThat(this.recentes.contient(condensat, "secret")).isFalse();

		assertThat(this.motsDePasse.verifier("secret", new CompteConnu(COMPTE, condensat))).isTrue();

		assertThat(this.recentes.contient(condensat, "secret")).isTrue();
		this.horloge.avancer(Duration.ofMinutes(6));
		assertThat(this.recentes.contient(condensat, "secret")).isFalse();
	}

	@Test
	void remembersNoWrongPasswordAndNoOtherHash() {
		String condensat = this.motsDePasse.condenser("secret");

		assertThat(this.motsDePasse.verifier("autre", new CompteConnu(COMPTE, condensat))).isFalse();
		assertThat(this.motsDePasse.verifier("secret", new CompteConnu(COMPTE, condensat))).isTrue();

		assertThat(this.recentes.contient(condensat, "autre")).isFalse();
		assertThat(this.recentes.contient(this.motsDePasse.condenser("secret"), "secret")).isFalse();
	}

	@Test
	void neverAcceptsTheDecoyOfAnUnknownAccount() {
		assertThat(this.motsDePasse.verifier("leurre", null)).isFalse();
	}

	@Test
	void makesWhoFailsTenTimesWaitAndNobodyElse() {
		EchecsRecents echecs = new EchecsRecents(this.horloge);
		for (int i = 0; i < 9; i++) {
			echecs.noter("durand@10.0.0.1");
		}
		assertThat(echecs.doitAttendre("durand@10.0.0.1")).isFalse();

		echecs.noter("durand@10.0.0.1");

		assertThat(echecs.doitAttendre("durand@10.0.0.1")).isTrue();
		assertThat(echecs.doitAttendre("durand@10.0.0.2")).isFalse();
		this.horloge.avancer(Duration.ofSeconds(31));
		assertThat(echecs.doitAttendre("durand@10.0.0.1")).isFalse();
		echecs.oublier("durand@10.0.0.1");
		echecs.noter("durand@10.0.0.1");
		assertThat(echecs.doitAttendre("durand@10.0.0.1")).isFalse();
	}

	/** A clock that is moved by hand. */
	private static final class Horloge extends Clock {

		private Instant maintenant = Instant.parse("2025-09-01T08:00:00Z");

		void avancer(Duration duree) {
			this.maintenant = this.maintenant.plus(duree);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.maintenant;
		}

	}

}
