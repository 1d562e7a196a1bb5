package fr.passerelle.publication.ldap;

import java.util.List;
import java.util.Map;

/**
 * An entry as it is to be.
 *
 * @param cle value of its mark
 * @param attributs values of each attribute that has any
 */
record EntreeLue(Modele modele, String cle, String dn, List<String> uais, Map<String, List<String>> attributs) {

	List<String> valeurs(String attribut) {
		return this.attributs.getOrDefault(attribut, List.of());
	}

}
