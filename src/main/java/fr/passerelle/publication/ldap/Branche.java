package fr.passerelle.publication.ldap;

import java.util.Locale;

/** Where entries of a sort are, in the order they are written (A.1, A.6). */
enum Branche {

	STRUCTURES, PERSONNES, GROUPES;

	static Branche de(String nom) {
		return valueOf(nom.toUpperCase(Locale.ROOT));
	}

	String nom() {
		return name().toLowerCase(Locale.ROOT);
	}

}
