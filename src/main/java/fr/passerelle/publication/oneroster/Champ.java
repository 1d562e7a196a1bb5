package fr.passerelle.publication.oneroster;

import java.util.regex.Pattern;

import fr.passerelle.mapping.MappingFaux;

/**
 * A field that consumers may name in {@code filter} and {@code sort}:
 * {@code primaryOrg.sourcedId}.
 *
 * @param nom as they write it
 * @param chemin as the mapping writes it, {@code []} after what is a list
 */
public record Champ(String nom, String chemin) {

	private static final Pattern FORME = Pattern.compile("[A-Za-z]+(\\[\\])?(\\.[A-Za-z]+)*");

	static Champ lire(String fichier, String chemin) {
		if (!FORME.matcher(chemin).matches()) {
			throw new MappingFaux(fichier, "champ « " + chemin + " » : écrivez nom, nom[], nom.champ ou nom[].champ");
		}
		return new Champ(chemin.replace("[]", ""), chemin);
	}

	/** Whether it has several values. */
	public boolean multiple() {
		return this.chemin.contains("[]");
	}

	/** The name in the object itself, the one that {@code fields} knows. */
	String premier() {
		return this.nom.split("\\.")[0];
	}

	String[] noms() {
		return this.nom.split("\\.");
	}

	/** Where PostgreSQL finds its values. */
	String jsonpath() {
		return "$." + this.chemin.replace("[]", "[*]");
	}

}
