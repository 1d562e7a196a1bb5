package fr.passerelle.catalogue;

import java.util.List;
import java.util.Locale;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;

/** The entries that the SQL rules say in their heads. */
final class ReglesSql {

	private ReglesSql() {
	}

	static List<Regle> lire(Mappings mappings) {
		return mappings.sql("controles").stream().map(ReglesSql::regle).toList();
	}

	static Regle regle(SqlFile fichier) {
		String code = fichier.champ("code");
		String anomalie = fichier.champ("anomalie");
		return new Regle(code, "", fichier.trouver("famille").orElse(code), fichier.trouver("libelle").orElse(anomalie),
				choix(fichier, "effet", Effet.class), choix(fichier, "file", FileErreurs.class), anomalie,
				fichier.trouver("cause").orElse(""), fichier.trouver("correction").orElse(""));
	}

	private static <E extends Enum<E>> E choix(SqlFile fichier, String cle, Class<E> type) {
		String valeur = fichier.champ(cle);
		for (E possible : type.getEnumConstants()) {
			if (possible.name().equals(valeur.toUpperCase(Locale.ROOT))) {
				return possible;
			}
		}
		throw new MappingFaux(fichier.nom(), cle + " inconnu « " + valeur + " ». Possibles : "
				+ List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
	}

}
