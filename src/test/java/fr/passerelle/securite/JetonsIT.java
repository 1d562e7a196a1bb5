package fr.passerelle.securite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tokens from one hub to another on the same database. */
class JetonsIT {

	private static final Instant MAINTENANT = Instant.parse("2025-11-17T08:00:00Z");

	private static final Compte CONSOMMATEUR = new Compte("mediatheque", Role.CONSOMMATEUR, new Perimetre(Set.of()));

	private final DataSource base = MaisonDeTest.baseMigree();

	@BeforeEach
	void withoutAKey() {
		JdbcClient.create(this.base).sql("DELETE FROM echange.jeton_cle").update();
	}

	@Test
	void aTokenIsGoodOnAnotherNodeAndAfterARestartUntilItsEnd() {
		String jeton = hub(MAINTENANT).donner(CONSOMMATEUR, List.of(Portee.ROSTER, Portee.DEMOGRAPHICS));

		Jwt lu = hub(MAINTENANT.plus(Duration.ofMinutes(59))).lecteur().decode(jeton);

		assertThat(lu.getSubject()).isEqualTo("mediatheque");
		assertThat(lu.getClaimAsString("scope")).isEqualTo(Portee.ROSTER.nom() + " " + Portee.DEMOGRAPHICS.nom());
		assertThat(Duration.between(lu.getIssuedAt(), lu.getExpiresAt())).isEqualTo(Duration.ofHours(1));
		assertThatExceptionOfType(BadJwtException.class)
			.isThrownBy(() -> hub(MAINTENANT.plus(Duration.ofMinutes(61))).lecteur().decode(jeton));
	}

	@Test
	void withAnotherKeyEveryTokenGivenBeforeIsRefused() {
		String jeton = hub(MAINTENANT).donner(CONSOMMATEUR, List.of(Portee.ROSTER));
		JdbcClient.create(this.base).sql("DELETE FROM echange.jeton_cle").update();

		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> hub(MAINTENANT).lecteur().decode(jeton));
	}

	private Jetons hub(Instant instant) {
		Clock horloge = Clock.fixed(instant, ZoneOffset.UTC);
		return new Jetons(new JetonCle(JdbcClient.create(this.base), horloge), horloge, Duration.ofHours(1));
	}

}
