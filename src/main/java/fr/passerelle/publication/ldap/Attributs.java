package fr.passerelle.publication.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;

/** From what the queries give to what LDAP carries. */
final class Attributs {

	private Attributs() {
	}

	/** A whole entry, its attributes in the order of the query. */
	static Entry entree(EntreeLue lue) {
		Entry entree = new Entry(lue.dn());
		for (String attribut : lue.modele().attributs()) {
			if (!lue.valeurs(attribut).isEmpty()) {
				entree.addAttribute(attribut, lue.valeurs(attribut));
			}
		}
		return entree;
	}

	/** The entry that holds those of a branch. */
	static Entry branche(String dn) {
		Entry entree = new Entry(dn);
		entree.addAttribute("objectClass", "organizationalUnit");
		entree.addAttribute("ou", lire(dn).getRDN().getAttributeValues()[0]);
		return entree;
	}

	/** The first part of a name. */
	static String rdn(String dn) {
		return lire(dn).getRDN().toString();
	}

	private static DN lire(String dn) {
		try {
			return new DN(dn);
		}
		catch (LDAPException ex) {
			throw new IllegalArgumentException("not a DN: " + dn, ex);
		}
	}

	/** Whether both are names of the same entry. */
	static boolean memeNom(String un, String autre) {
		try {
			return DN.equals(un, autre);
		}
		catch (LDAPException ex) {
			return false;
		}
	}

}
