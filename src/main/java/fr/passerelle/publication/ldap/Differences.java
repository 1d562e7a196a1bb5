package fr.passerelle.publication.ldap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

/**
 * What an entry lacks to be as wanted. Attributes and object classes that are not the
 * hub's are left alone, and so is what the ENT may have changed.
 */
final class Differences {

	private Differences() {
	}

	/** The modifications, none when the entry is right. */
	static List<Modification> entre(EntreeLue voulue, Existante existante) {
		List<Modification> modifications = new ArrayList<>(classes(voulue, existante));
		for (String attribut : voulue.modele().attributs()) {
			List<String> valeurs = voulue.valeurs(attribut);
			boolean tenu = voulue.modele().tient(attribut) && !voulue.caches().contains(attribut);
			boolean manque = voulue.modele().creation().contains(attribut) && existante.valeurs(attribut).isEmpty();
			if ((tenu || manque) && !canoniques(valeurs).equals(canoniques(existante.valeurs(attribut)))) {
				modifications.add(new Modification(ModificationType.REPLACE, attribut, valeurs.toArray(new String[0])));
			}
		}
		return modifications;
	}

	/** What takes attributes from an entry. */
	static List<Modification> sans(Set<String> attributs, Existante existante) {
		return attributs.stream()
			.filter((attribut) -> !existante.valeurs(attribut).isEmpty())
			.map((attribut) -> new Modification(ModificationType.REPLACE, attribut))
			.toList();
	}

	private static List<Modification> classes(EntreeLue voulue, Existante existante) {
		List<String> voulues = voulue.valeurs("objectClass");
		List<String> presentes = existante.valeurs("objectClass");
		List<Modification> modifications = new ArrayList<>();
		ajouter(modifications, ModificationType.DELETE,
				presentes.stream()
					.filter((classe) -> voulue.modele().donne(classe) && !contient(voulues, classe))
					.toList());
		ajouter(modifications, ModificationType.ADD,
				voulues.stream().filter((classe) -> !contient(presentes, classe)).toList());
		return modifications;
	}

	private static void ajouter(List<Modification> modifications, ModificationType type, List<String> classes) {
		if (!classes.isEmpty()) {
			modifications.add(new Modification(type, "objectClass", classes.toArray(new String[0])));
		}
	}

	private static boolean contient(Collection<String> classes, String classe) {
		return classes.stream().anyMatch(classe::equalsIgnoreCase);
	}

	private static Set<String> canoniques(List<String> valeurs) {
		return valeurs.stream().map(Differences::canonique).collect(Collectors.toSet());
	}

	/** A server may escape a character of a DN in its own way. */
	private static String canonique(String valeur) {
		try {
			return (valeur.indexOf('\\') >= 0 && DN.isValidDN(valeur)) ? DN.normalize(valeur) : valeur;
		}
		catch (LDAPException ex) {
			return valeur;
		}
	}

}
