package fr.passerelle.publication.ldap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;

/**
 * An entry as the server has it.
 *
 * @param attributs values of each attribute, by its name in lower case
 */
record Existante(String dn, Map<String, List<String>> attributs) {

	static Existante de(Entry entree) {
		Map<String, List<String>> attributs = new HashMap<>();
		for (Attribute attribut : entree.getAttributes()) {
			attributs.put(attribut.getBaseName().toLowerCase(Locale.ROOT), List.of(attribut.getValues()));
		}
		return new Existante(entree.getDN(), attributs);
	}

	List<String> valeurs(String attribut) {
		return this.attributs.getOrDefault(attribut.toLowerCase(Locale.ROOT), List.of());
	}

}
