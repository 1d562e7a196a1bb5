package fr.passerelle.publication.ldap;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;

/**
 * A sort of entry: its query, and what the head of the query says of the attributes.
 *
 * @param rang its place: what is named by others comes first
 * @param classes the object classes the hub gives or takes; any other is not its own
 * @param marque attribute whose value says that the entry is the hub's
 * @param creation attributes written once, that the ENT may change afterwards
 * @param reserve attributes given only to who has them in its {@code champs}
 * @param exige attributes the schema asks for
 * @param cite attributes whose values begin with the DN of an entry
 * @param depart attributes taken from who is no more to be given
 * @param attributs every attribute the hub writes, in order
 */
record Modele(String nom, int rang, Branche branche, List<String> classes, String marque, Set<String> creation,
		Set<String> reserve, List<String> exige, List<String> cite, List<String> depart, boolean retireAussitot,
		List<String> attributs, String sql) {

	static Modele lire(SqlFile fichier, int rang) {
		String branche = fichier.champ("branche");
		if (Stream.of(Branche.values()).noneMatch((une) -> une.nom().equals(branche))) {
			throw new MappingFaux(fichier.nom(), "« -- branche: » est structures, personnes ou groupes");
		}
		return new Modele(fichier.champ("entree"), rang, Branche.de(branche), fichier.liste("classes"),
				fichier.champ("marque"), Set.copyOf(fichier.liste("creation")), Set.copyOf(fichier.liste("reserve")),
				fichier.liste("exige"), fichier.liste("cite"), fichier.liste("depart"),
				fichier.trouver("retrait").filter("immediat"::equals).isPresent(), attributs(fichier), fichier.sql());
	}

	/** Columns are named in the query as the schema names attributes: AS "sn". */
	private static List<String> attributs(SqlFile fichier) {
		List<String> attributs = java.util.regex.Pattern.compile(" AS \"([A-Za-z]+)\"")
			.matcher(fichier.sql())
			.results()
			.map((trouve) -> trouve.group(1))
			.toList();
		if (!attributs.contains("objectClass") || !attributs.contains(fichier.champ("marque"))) {
			throw new MappingFaux(fichier.nom(), "la requête donne objectClass et l'attribut de « -- marque: »");
		}
		return attributs;
	}

	/** Attributes that a consumer of these fields does not receive. */
	Set<String> caches(List<String> champs) {
		return this.reserve.stream()
			.filter((attribut) -> !champs.contains(attribut))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether the hub decides alone of the values of this attribute. */
	boolean tient(String attribut) {
		return !attribut.equals(this.marque) && !this.creation.contains(attribut) && !attribut.equals("objectClass");
	}

	/** Whether this object class is one that the hub gives or takes. */
	boolean donne(String classe) {
		return this.classes.stream()
			.anyMatch((une) -> une.toLowerCase(Locale.ROOT).equals(classe.toLowerCase(Locale.ROOT)));
	}

}
