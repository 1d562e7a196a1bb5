package fr.passerelle.referentiel;

import java.util.List;

import fr.passerelle.mapping.SqlFile;

/**
 * A file of {@code mappings/fusion/<flux>/} that brings staging into one entity and ends
 * in the common table expression {@code changement(operation, cle)}.
 *
 * @param entite name in the reports
 * @param etape staging table that must hold each key once, or null
 * @param cle key within that staging table, empty when it holds one row
 * @param cible table of the référentiel, with a condition if it holds several sources
 * @param parGroupe whether its changes say, beside their key, the group and the origin of
 * the link, what stays as it was being told too ({@code RESTE})
 * @param garde whether a mass disappearance holds the deposit (contract §2)
 */
record FusionFile(String entite, String etape, List<String> cle, String cible, boolean parGroupe, boolean garde,
		SqlFile fichier) {

	private static final String PAR_GROUPE = "groupe, origine";

	private static final String LIGNES = "SELECT operation, cle%s FROM changement WHERE operation <> 'RESTE' ORDER BY operation, cle LIMIT 10000";

	static FusionFile de(SqlFile fichier) {
		return new FusionFile(fichier.champ("entite"), fichier.trouver("etape").orElse(null), fichier.liste("cle"),
				fichier.champ("cible"), fichier.trouver("par").isPresent(),
				fichier.trouver("garde").filter("oui"::equals).isPresent(), fichier);
	}

	/** Runs the merge: how many of each operation, and of which group and origin. */
	String comptee() {
		return this.fichier.sql() + "SELECT operation, " + (this.parGroupe ? PAR_GROUPE : "NULL, NULL")
				+ ", count(*) FROM changement GROUP BY 1, 2, 3";
	}

	/** Runs the merge: each change; without a key, how many of each group. */
	String detaillee() {
		return this.fichier.sql() + (this.parGroupe ? "(" + LIGNES.formatted(", groupe, origine, NULL AS nombre")
				+ ") UNION ALL SELECT operation, NULL, groupe, origine, count(*) FROM changement GROUP BY 1, 3, 4"
				: LIGNES.formatted(""));
	}

	/** How many rows are there, the disappeared not counted. */
	String presents() {
		return "SELECT count(*) FROM " + this.cible + (this.cible.contains(" WHERE ") ? " AND " : " WHERE ")
				+ "uai = :uai AND annee_scolaire = :annee AND disparu_le IS NULL";
	}

	/** Removes the repetitions of a key, the first row being the good one. */
	String dedoublonnage() {
		String cles = this.cle.isEmpty() ? "true" : String.join(", ", this.cle);
		String memes = this.cle.isEmpty() ? "true"
				: String.join(" AND ", this.cle.stream().map((c) -> "e." + c + " = d." + c).toList());
		String lues = this.cle.isEmpty() ? "" : cles + ", ";
		return "DELETE FROM " + this.etape + " e USING (SELECT " + lues + "min(rang) AS premier FROM " + this.etape
				+ (this.cle.isEmpty() ? "" : " GROUP BY " + cles) + " HAVING count(*) > 1) d WHERE " + memes
				+ " AND e.rang > d.premier";
	}

}
