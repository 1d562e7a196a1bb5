package fr.passerelle.publication.ldap;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code passerelle.ldap}.
 *
 * @param base where the branches are, for a consumer whose settings do not say it
 * @param source who feeds the directory, before the {@code $} of a jointure
 * @param personnes branch of persons, before the base
 * @param structures branch of schools
 * @param groupes branch of classes and groups
 * @param jeton how a value names its school: {@code dn}, {@code uai} or {@code aaf}
 * @param conservation how long the entry of who left stays in a server
 * @param disparition what is held back when too much of it would go
 * @param annuaires servers of consumers
 */
@ConfigurationProperties("passerelle.ldap")
record LdapSettings(@DefaultValue("dc=exemple,dc=fr") String base, @DefaultValue("AC-EXEMPLE") String source,
		@DefaultValue("ou=people") String personnes, @DefaultValue("ou=structures") String structures,
		@DefaultValue("ou=groups") String groupes, @DefaultValue("dn") String jeton,
		@DefaultValue("60d") Duration conservation, @DefaultValue Disparition disparition,
		List<AnnuaireSettings> annuaires) {

	LdapSettings {
		annuaires = (annuaires != null) ? List.copyOf(annuaires) : List.of();
	}

	/**
	 * How much may go without anybody being asked: more than both is held back.
	 *
	 * @param pourcent part, in hundredths
	 * @param nombre number of entries
	 */
	record Disparition(@DefaultValue("10") int pourcent, @DefaultValue("10") int nombre) {

		/** Whether this is too much. */
		boolean excessive(long partis, long avant) {
			return partis >= this.nombre && partis * 100 >= avant * this.pourcent;
		}

	}

}
