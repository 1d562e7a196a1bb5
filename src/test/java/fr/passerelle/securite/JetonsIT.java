package fr.passerelle.securite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.plateforme.Acces;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tokens from one hub to another on the same database. */
class JetonsIT {

	private static final Instant MAINTENANT = Instant.parse("2025-11-17T08:00:00Z");

	private static final Compte CONSOMMATEUR = new Compte("mediatheque", Role.CONSOMMATEUR, new Perimetre(Set.of()));

	private final DataSource base = MaisonDeTest.baseMigree();

	@BeforeEach
	void anAccountAndNoKey() {
		executer("DELETE FROM echange.jeton_cle");
		executer(
				"INSERT INTO echange.compte VALUES ('mediatheque', 'le premier', 'consommateur', '{}', now(), 'essai') "
						+ "ON CONFLICT (utilisateur) DO UPDATE SET motdepasse = excluded.motdepasse, role = excluded.role");
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
		executer("DELETE FROM echange.jeton_cle");

		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> hub(MAINTENANT).lecteur().decode(jeton));
	}

	@Test
	void aTokenDiesWithTheSecretItWasGivenForAndWithTheRole() {
		Jetons hub = hub(MAINTENANT);
		Jwt jeton = hub.lecteur().decode(hub.donner(CONSOMMATEUR, List.of(Portee.ROSTER)));
		assertThat(hub.compte(jeton)).isEqualTo(CONSOMMATEUR);

		executer("UPDATE echange.compte SET motdepasse = 'le second'");
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> hub.compte(jeton));

		executer("UPDATE echange.compte SET motdepasse = 'le premier', role = 'support'");
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> hub.compte(jeton));
	}

	private void executer(String sql) {
		JdbcClient.create(this.base).sql(sql).update();
	}

	private Jetons hub(Instant instant) {
		Clock horloge = Clock.fixed(instant, ZoneOffset.UTC);
		JdbcClient jdbc = JdbcClient.create(this.base);
		Acces.Service aucun = new Acces.Service("", "", "");
		ComptesFixes fixes = new ComptesFixes(
				new Acces(aucun, aucun, new Acces.Service("", "console", "mot-de-passe"), "la-cle"),
				new SecuriteSettings(List.of()));
		return new Jetons(new JetonCle(jdbc, horloge), new Comptes(fixes, new CompteRows(jdbc, horloge), null), horloge,
				Duration.ofHours(1));
	}

}
