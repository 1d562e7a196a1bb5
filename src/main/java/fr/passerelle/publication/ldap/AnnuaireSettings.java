package fr.passerelle.publication.ldap;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server of a consumer, {@code passerelle.ldap.annuaires[n]}.
 *
 * @param consommateur a consumer of the feed {@code ldap}
 * @param url {@code ldaps://} or {@code ldap://}, host and port
 * @param starttls whether an {@code ldap://} connection is encrypted before anything else
 * @param certificats PEM file of the authorities to trust; null: those of Java
 * @param compte DN the hub binds as
 * @param base where the branches are; null: {@code passerelle.ldap.base}, and so on for
 * the source, the branches and the first token
 * @param delaiConnexion time to wait for a connection
 * @param delaiReponse time to wait for an answer
 * @param reconciliation when the whole is compared (cron of six fields), empty: on demand
 */
record AnnuaireSettings(String consommateur, URI url, @DefaultValue("false") boolean starttls, Path certificats,
		String compte, String motdepasse, String base, String source, String personnes, String structures,
		String groupes, String jeton, @DefaultValue("5s") Duration delaiConnexion,
		@DefaultValue("30s") Duration delaiReponse, Duration conservation, @DefaultValue("") String reconciliation) {

	/** Never the password. */
	@Override
	public String toString() {
		return "annuaire " + this.consommateur;
	}

}
