package fr.passerelle.publication.ldap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.unboundid.ldap.sdk.DN;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** The directory servers of the settings, checked at start. */
@Component("annuairesLdap")
class Annuaires {

	private static final List<String> JETONS = List.of("dn", "uai", "aaf");

	private static final List<String> ICI = List.of("127.0.0.1", "localhost", "::1", "[::1]");

	private final LdapSettings reglages;

	private final Map<String, AnnuaireSettings> parConsommateur = new LinkedHashMap<>();

	Annuaires(LdapSettings reglages) {
		this.reglages = reglages;
		verifier("passerelle.ldap", Nommage.de(reglages, null));
		for (AnnuaireSettings annuaire : reglages.annuaires()) {
			verifier(annuaire);
			verifier(annuaire.consommateur(), Nommage.de(reglages, annuaire));
			exiger(this.parConsommateur.put(annuaire.consommateur(), annuaire) == null, annuaire.consommateur(),
					"un consommateur n'a qu'un annuaire");
		}
	}

	/** Every server. */
	List<AnnuaireSettings> tous() {
		return List.copyOf(this.parConsommateur.values());
	}

	Optional<AnnuaireSettings> trouver(String consommateur) {
		return Optional.ofNullable(this.parConsommateur.get(consommateur));
	}

	/** How entries are named for this consumer, be it without a server. */
	Nommage nommage(String consommateur) {
		return Nommage.de(this.reglages, this.parConsommateur.get(consommateur));
	}

	private static void verifier(AnnuaireSettings annuaire) {
		String nom = String.valueOf(annuaire.consommateur());
		exiger(annuaire.consommateur() != null, nom, "« consommateur » manque");
		exiger(annuaire.url() != null && annuaire.url().getHost() != null, nom,
				"« url » s'écrit ldaps://annuaire.exemple.fr:636");
		String sorte = String.valueOf(annuaire.url().getScheme());
		exiger(sorte.equals("ldaps") || sorte.equals("ldap"), nom, "« url » commence par ldaps:// ou ldap://");
		exiger(sorte.equals("ldaps") || annuaire.starttls() || ICI.contains(annuaire.url().getHost()), nom,
				"le mot de passe et les personnes passeraient en clair : ldaps://, ou « starttls: true »");
		exiger(annuaire.compte() != null && annuaire.motdepasse() != null, nom,
				"« compte » (un DN) et « motdepasse » manquent");
		exiger(annuaire.base() != null && annuaire.source() != null, nom,
				"« base » et « source » manquent : ce que la passerelle écrit, et retire, en dépend");
		exiger(annuaire.reconciliation().isEmpty() || CronExpression.isValidExpression(annuaire.reconciliation()), nom,
				"« reconciliation » est une expression cron de six champs : « 0 30 2 * * * »");
	}

	private static void verifier(String nom, Nommage nommage) {
		exiger(JETONS.contains(nommage.jeton()), nom, "« jeton » est dn, uai ou aaf");
		exiger(nommage.source().matches("[^$\\s]+"), nom, "« source » n'a ni blanc ni « $ »");
		for (Branche branche : Branche.values()) {
			exiger(DN.isValidDN(nommage.dn(branche)), nom, "« " + nommage.dn(branche) + " » n'est pas un DN");
		}
	}

	private static void exiger(boolean vrai, String nom, String phrase) {
		if (!vrai) {
			throw new LdapFaux(nom, phrase);
		}
	}

}
