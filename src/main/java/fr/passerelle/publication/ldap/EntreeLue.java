package fr.passerelle.publication.ldap;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An entry as it is to be.
 *
 * @param cle value of its mark
 * @param caches attributes that its consumer does not receive
 * @param empreinte digest of what counts
 * @param attributs values of each attribute that has any
 */
record EntreeLue(Modele modele, String cle, String dn, List<String> uais, Map<String, List<String>> attributs,
		Set<String> caches, String empreinte) {

	List<String> valeurs(String attribut) {
		return this.attributs.getOrDefault(attribut, List.of());
	}

}
