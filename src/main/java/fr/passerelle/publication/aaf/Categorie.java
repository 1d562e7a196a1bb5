package fr.passerelle.publication.aaf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;

/**
 * A category of files: one query of {@code mappings/flux/aaf}, whose columns after
 * {@code id} are the attributes, and what its head says of them.
 *
 * @param nom as file names say it
 * @param operation name of the operational attribute
 * @param valeur its value, not always the name of the category
 * @param formes the attributes, by name, in the order of the files
 * @param definit what its records are for others ({@code etablissement},
 * {@code responsable}, {@code matiere}, {@code mef}), empty when nobody names them
 * @param uai the attribute that holds the code of a school
 * @param effectif the attribute whose first token says of which school a person is
 * @param paralleles attributes whose values go together by their place
 * @param reserve attributes given only to who has them in its {@code champs}
 * @param sql the query
 */
record Categorie(String nom, String operation, String valeur, Map<String, Forme> formes, String definit, String uai,
		String effectif, List<String> paralleles, List<String> reserve, String sql) {

	private static final Set<String> DEFINITIONS = Set.of("", "etablissement", "responsable", "matiere", "mef");

	static Categorie lire(SqlFile fichier) {
		Map<String, Forme> formes = new LinkedHashMap<>();
		for (String texte : fichier.liste("formes")) {
			Forme forme = Forme.lire(fichier.nom(), texte);
			formes.put(forme.attribut(), forme);
		}
		String[] operation = fichier.champ("operation").split("=");
		String[] definit = fichier.trouver("definit").orElse("").split(" ");
		if (operation.length != 2 || formes.isEmpty() || !DEFINITIONS.contains(definit[0])) {
			throw new MappingFaux(fichier.nom(), "« -- operation: nom=valeur », « -- formes: » et « -- definit: » "
					+ "(etablissement, responsable, matiere ou mef) sont à revoir");
		}
		return new Categorie(fichier.champ("categorie"), operation[0], operation[1], formes, definit[0],
				(definit.length > 1) ? definit[1] : "", fichier.trouver("effectif").orElse(""),
				fichier.liste("paralleles"), fichier.liste("reserve"), fichier.sql());
	}

	/** The attributes, in order. */
	List<String> attributs() {
		return List.copyOf(this.formes.keySet());
	}

	/** The attribute that says the identifier again. */
	String jointure() {
		return this.formes.keySet().iterator().next();
	}

}
