package fr.passerelle.publication.oneroster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;

/**
 * One file of a package: a query whose columns are those of the file, and what its head
 * says of them.
 *
 * @param nom as OneRoster names it, without {@code .csv}
 * @param champ what a consumer must have in its {@code champs} to receive it, null when
 * everybody does
 * @param exige columns that are never empty
 * @param cite columns whose values name records of a file: column → file
 */
record Fichier(String nom, String champ, List<String> exige, Map<String, String> cite, String sql) {

	static Fichier lire(SqlFile fichier) {
		Map<String, String> cite = new LinkedHashMap<>();
		for (String mots : fichier.liste("cite")) {
			String[] paire = mots.split(" ");
			if (paire.length != 2) {
				throw new MappingFaux(fichier.nom(), "« -- cite: colonne fichier, … » est à revoir : « " + mots + " »");
			}
			cite.put(paire[0], paire[1]);
		}
		return new Fichier(fichier.champ("fichier"), fichier.trouver("champ").orElse(null), fichier.liste("exige"),
				cite, fichier.sql());
	}

	String nomDeFichier() {
		return this.nom + ".csv";
	}

	boolean estDonneA(List<String> champs) {
		return this.champ == null || champs.contains(this.champ);
	}

	/** Whether others name its records. */
	boolean estCite(List<Fichier> tous) {
		return tous.stream().anyMatch((autre) -> autre.cite().containsValue(this.nom));
	}

}
