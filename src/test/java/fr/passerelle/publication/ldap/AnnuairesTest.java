package fr.passerelle.publication.ldap;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the settings of a server may say. */
class AnnuairesTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "ldap://annuaire.exemple.fr | false | dc=exemple,dc=fr | dn | en clair",
					"http://annuaire.exemple.fr | false | dc=exemple,dc=fr | dn | ldaps://",
					"ldaps://annuaire.exemple.fr | false | exemple.fr | dn | n'est pas un DN",
					"ldaps://annuaire.exemple.fr | false | dc=exemple,dc=fr | siren | dn, uai ou aaf" })
	void whatCannotBeServedStopsTheStartWithASentence(String url, boolean starttls, String base, String jeton,
			String phrase) {
		assertThatThrownBy(() -> annuaires(url, starttls, base, jeton)).isInstanceOf(LdapFaux.class)
			.hasMessageStartingWith("passerelle.ldap, « ent » : ")
			.hasMessageContaining(phrase);
	}

	@ParameterizedTest
	@CsvSource({ "ldaps://annuaire.exemple.fr:636, false", "ldap://annuaire.exemple.fr, true",
			"ldap://127.0.0.1:3890, false" })
	void whatIsEncryptedOrStaysOnThisMachineIsTaken(String url, boolean starttls) {
		assertThat(annuaires(url, starttls, "dc=exemple,dc=fr", "uai").nommage("ent").dn(Branche.PERSONNES))
			.isEqualTo("ou=people,dc=exemple,dc=fr");
	}

	@Test
	void thePasswordIsInNoText() {
		assertThat(annuaires("ldaps://annuaire.exemple.fr", false, "dc=exemple,dc=fr", "dn").tous().toString())
			.isEqualTo("[annuaire ent]");
	}

	private static Annuaires annuaires(String url, boolean starttls, String base, String jeton) {
		AnnuaireSettings annuaire = new AnnuaireSettings("ent", URI.create(url), starttls, null, "cn=passerelle",
				"secret", base, "AC-EXEMPLE", null, null, null, jeton, Duration.ofSeconds(5), Duration.ofSeconds(30),
				null, "");
		return new Annuaires(new LdapSettings("dc=exemple,dc=fr", "AC-EXEMPLE", "ou=people", "ou=structures",
				"ou=groups", "dn", Duration.ofDays(60), new LdapSettings.Disparition(10, 10), List.of(annuaire)));
	}

}
