package fr.passerelle.publication.ldap;

import fr.passerelle.noyau.ReglageFaux;

/** The settings of a directory server, or of its consumer, say what cannot be done. */
class LdapFaux extends ReglageFaux {

	LdapFaux(String nom, String phrase) {
		super("passerelle.ldap, « " + nom + " » : " + phrase);
	}

}
