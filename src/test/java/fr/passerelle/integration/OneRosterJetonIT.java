package fr.passerelle.integration;

import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets a token, and what opens without a good one: nothing. */
class OneRosterJetonIT extends BoutEnBout {

	private static final Instant DEMAIN = Instant.parse(INSTANT).plusSeconds(86_400);

	private static final String ROSTER = Roster.PORTEE + "roster.readonly";

	private static final String CORE = Roster.PORTEE + "roster-core.readonly";

	private static final String DEMOGRAPHICS = Roster.PORTEE + "roster-demographics.readonly";

	@Test
	void aConsumerGetsATokenByBasicOrByTheBody() {
		Roster.Reponse basic = roster().demander(Roster.basic("orientation", Roster.SECRET), "grant_type",
				"client_credentials");
		Roster.Reponse corps = roster().demander(null, "grant_type", "client_credentials", "client_id", "mediatheque",
				"client_secret", Roster.SECRET, "scope", "https://ailleurs/gradebook.readonly " + CORE);

		assertThat(basic.statut()).isEqualTo(200);
		assertThat(basic.json().properties().stream().filter((un) -> !un.getKey().equals("access_token")))
			.extracting((un) -> un.getKey() + "=" + un.getValue().asText())
			.containsExactly("token_type=Bearer", "expires_in=3600",
					"scope=" + ROSTER + " " + CORE + " " + DEMOGRAPHICS);
		assertThat(basic.entetes().get("cache-control")).contains("no-store");
		assertThat(corps.json().get("scope").asText()).isEqualTo(CORE);
		assertThat(roster().avec(corps.json().get("access_token").asText()).lire("/orgs").statut()).isEqualTo(200);
	}

	@Test
	void whoIsNotAConsumerGetsNone() {
		String bon = Roster.basic("mediatheque", Roster.SECRET);

		assertThat(roster().demander(null, "grant_type", "client_credentials").erreur())
			.isEqualTo("401 invalid_client");
		assertThat(roster().demander(Roster.basic("mediatheque", "autre"), "grant_type", "client_credentials").erreur())
			.isEqualTo("401 invalid_client");
		assertThat(roster().demander("Basic ???", "grant_type", "client_credentials").erreur())
			.isEqualTo("401 invalid_client");
		assertThat(
				roster().demander(Roster.basic("inconnu", Roster.SECRET), "grant_type", "client_credentials").erreur())
			.isEqualTo("400 unauthorized_client");
		assertThat(
				roster()
					.demander(
							Roster.basic(this.hub.acces().getProperty("console.utilisateur"),
									this.hub.acces().getProperty("console.motdepasse")),
							"grant_type", "client_credentials")
					.erreur())
			.isEqualTo("400 unauthorized_client");
		assertThat(roster().demander(bon, "grant_type", "password").erreur()).isEqualTo("400 unsupported_grant_type");
		assertThat(roster().demander(bon).erreur()).isEqualTo("400 invalid_request");
		assertThat(roster().demander(bon, "grant_type", "client_credentials", "scope", DEMOGRAPHICS).erreur())
			.isEqualTo("400 invalid_scope");
		assertThat(roster()
			.demanderA("/ims/oneroster/token?client_id=mediatheque&client_secret=x", null, "grant_type",
					"client_credentials")
			.erreur()).as("a secret in an address").isEqualTo("401 invalid_client");
		assertThat(Journalisation.contient(Roster.SECRET)).isFalse();
	}

	@Test
	void nothingIsReadWithoutAGoodToken() throws Exception {
		List<String> mauvais = List.of("n'importe quoi", "a.b.c", this.hub.acces().getProperty("api.cle"),
				new PlainJWT(dit("mediatheque", "passerelle/oneroster", DEMAIN)).serialize(),
				signer(new byte[32], dit("mediatheque", "passerelle/oneroster", DEMAIN)),
				signer(cle(), dit("mediatheque", "passerelle/oneroster", Instant.parse(INSTANT).minusSeconds(1))),
				signer(cle(), dit("mediatheque", "passerelle/oneroster", null)),
				signer(cle(), dit("mediatheque", "un autre service", DEMAIN)),
				signer(cle(), dit("personne", "passerelle/oneroster", DEMAIN)), signer(cle(),
						dit(this.hub.acces().getProperty("console.utilisateur"), "passerelle/oneroster", DEMAIN)));

		Roster.Reponse sans = roster().lire("/users");
		assertThat(sans.refus()).isEqualTo("401 failure unauthorisedrequest");
		assertThat(sans.entetes().get("www-authenticate")).startsWith("Bearer");
		for (String jeton : mauvais) {
			assertThat(roster().avec(jeton).lire("/users").refus()).as(jeton)
				.isEqualTo("401 failure unauthorisedrequest");
		}
		assertThat(roster().avec(signer(cle(), dit("mediatheque", "passerelle/oneroster", DEMAIN)))
			.lire("/users")
			.statut()).as("the same, made well").isEqualTo(200);
		assertThat(roster().avec(signer(cle(), dit("inconnu", "passerelle/oneroster", DEMAIN))).lire("/users").refus())
			.as("no such consumer in the settings")
			.isEqualTo("403 failure forbidden");
	}

	@Test
	void aTokenOpensWhatItsScopeSaysAndNothingElseOfTheHub() {
		Roster sansNaissances = avec("orientation", ROSTER);
		Roster naissances = avec("orientation", DEMOGRAPHICS);

		assertThat(sansNaissances.lire("/users").statut()).isEqualTo(200);
		assertThat(sansNaissances.lire("/demographics").refus()).isEqualTo("403 failure forbidden");
		assertThat(sansNaissances.lire("/demographics/u-1").refus()).isEqualTo("403 failure forbidden");
		assertThat(naissances.lire("/demographics").statut()).isEqualTo(200);
		assertThat(naissances.lire("/users").refus()).isEqualTo("403 failure forbidden");
		assertThat(sansNaissances.suivre(this.hub.adresse() + "/api/v1/etablissements").statut()).isEqualTo(401);
		assertThat(this.hub.api().comme("mediatheque", Roster.SECRET).lire("/flux/oneroster").statut()).isEqualTo(200);
	}

	private Roster roster() {
		return Roster.inconnu(this.hub.adresse());
	}

	private Roster avec(String consommateur, String portee) {
		return roster().avec(roster()
			.demander(Roster.basic(consommateur, Roster.SECRET), "grant_type", "client_credentials", "scope", portee)
			.json()
			.get("access_token")
			.asText());
	}

	/** The hub's own key, once it has given a token. */
	private byte[] cle() {
		avec("mediatheque", ROSTER);
		return HexFormat.of().parseHex(this.hub.lire("SELECT encode(cle, 'hex') FROM echange.jeton_cle").get(0));
	}

	/** What a token says of the secret it was given for. */
	private String sceau(String secret) {
		return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, cle()).hmacHex(secret);
	}

	private JWTClaimsSet dit(String qui, String pour, Instant fin) {
		return new JWTClaimsSet.Builder().issuer("passerelle")
			.subject(qui)
			.audience(pour)
			.issueTime(Date.from(Instant.parse(INSTANT).minusSeconds(60)))
			.expirationTime((fin != null) ? Date.from(fin) : null)
			.claim("scope", ROSTER)
			.claim("sceau", sceau(Roster.SECRET))
			.build();
	}

	private static String signer(byte[] cle, JWTClaimsSet dit) throws JOSEException {
		SignedJWT jeton = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), dit);
		jeton.sign(new MACSigner(cle));
		return jeton.serialize();
	}

}
