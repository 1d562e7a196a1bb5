package fr.passerelle.securite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.SecretKey;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/**
 * Access tokens of OAuth 2: signed, short-lived, good on every node and after a restart.
 * They say who and for what; what that account may see is looked up at each call.
 */
@Component
public class Jetons {

	private static final String ICI = "passerelle";

	private static final String PUBLIC = "passerelle/oneroster";

	/** Names the secret a token was given for, without telling it. */
	private static final String SCEAU = "sceau";

	private final JetonCle cle;

	private final Comptes comptes;

	private final Clock horloge;

	private final Duration duree;

	Jetons(JetonCle cle, Comptes comptes, Clock horloge, @Value("${passerelle.oneroster.jeton}") Duration duree) {
		this.cle = cle;
		this.comptes = comptes;
		this.horloge = horloge;
		this.duree = duree;
	}

	/** How long a token is good. */
	public Duration duree() {
		return this.duree;
	}

	/** A new token for this account. */
	public String donner(Compte compte, Collection<Portee> portees) {
		Instant maintenant = this.horloge.instant();
		JwtClaimsSet dit = JwtClaimsSet.builder()
			.issuer(ICI)
			.audience(List.of(PUBLIC))
			.subject(compte.utilisateur())
			.issuedAt(maintenant)
			.expiresAt(maintenant.plus(this.duree))
			.claim(SCEAU, sceau(this.comptes.trouver(compte.utilisateur()).orElseThrow()))
			.claim("scope", portees.stream().map(Portee::nom).collect(Collectors.joining(" ")))
			.build();
		return new NimbusJwtEncoder(new ImmutableSecret<>(this.cle.cle()))
			.encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), dit))
			.getTokenValue();
	}

	/**
	 * The account of a token as it is now.
	 * @throws InvalidBearerTokenException when it is no more, is no more a consumer, or
	 * has another secret since
	 */
	Compte compte(Jwt jeton) {
		return this.comptes.trouver(jeton.getSubject())
			.filter((connu) -> connu.compte().role() == Role.CONSOMMATEUR
					&& sceau(connu).equals(jeton.getClaimAsString(SCEAU)))
			.map(CompteConnu::compte)
			.orElseThrow(() -> new InvalidBearerTokenException("no such consumer any more"));
	}

	private String sceau(CompteConnu connu) {
		return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, this.cle.cle().getEncoded()).hmacHex(connu.secret());
	}

	/** Reads tokens, and refuses those of others or of the past. */
	JwtDecoder lecteur() {
		JwtTimestampValidator heure = new JwtTimestampValidator(Duration.ZERO);
		heure.setClock(this.horloge);
		DelegatingOAuth2TokenValidator<Jwt> exigences = new DelegatingOAuth2TokenValidator<>(heure,
				new JwtClaimValidator<Instant>(JwtClaimNames.EXP, (fin) -> fin != null),
				new JwtClaimValidator<String>(JwtClaimNames.ISS, ICI::equals),
				new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of(PUBLIC)::equals));
		return (jeton) -> lecteur(this.cle.cle(), exigences).decode(jeton);
	}

	private static JwtDecoder lecteur(SecretKey cle, DelegatingOAuth2TokenValidator<Jwt> exigences) {
		NimbusJwtDecoder lecteur = NimbusJwtDecoder.withSecretKey(cle).macAlgorithm(MacAlgorithm.HS256).build();
		lecteur.setJwtValidator(exigences);
		return lecteur;
	}

}
