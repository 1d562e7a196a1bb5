package fr.passerelle.referentiel;

import java.util.List;
import java.util.Optional;

import fr.passerelle.mapping.SqlFile;

/**
 * A file of {@code mappings/fusion/<flux>/}: a query that gives the rows an entity must
 * hold after the deposit. How they get there is the same for all:
 * {@link FusionStatement}.
 *
 * @param entite name in the reports
 * @param etape staging table that must hold each key once, or null
 * @param repetition key within that staging table, empty when it holds one row
 * @param cible where the rows go
 * @param cle key of a row among those of the school and year, its constants included;
 * empty when there is one row
 * @param colonnes what a row holds beside its key
 * @param compare columns whose difference makes a modification
 * @param reste condition on {@code c}, under which a missing row stays all the same, or
 * null
 * @param par column of the key that names a group: changes are also counted by it and by
 * the {@code origine} rows had, what stays as it was included ({@code RESTE}); or null
 * @param garde whether a mass disappearance holds the deposit (contract §2)
 */
record FusionFile(String entite, String etape, List<String> repetition, FusionTarget cible, List<String> cle,
		List<String> colonnes, List<String> compare, String reste, String par, boolean garde, SqlFile fichier) {

	private static final String RIEN = "rien";

	private static final String EMPREINTE = "empreinte";

	private static final String LIGNES = """
			SELECT operation, cle%s FROM changement WHERE operation <> 'RESTE' ORDER BY operation, cle LIMIT 10000""";

	static FusionFile de(SqlFile fichier) {
		FusionTarget cible = FusionTarget.de(fichier);
		List<String> cle = fichier.liste("cle");
		List<String> colonnes = fichier.liste("colonnes");
		return new FusionFile(fichier.champ("entite"), fichier.trouver("etape").orElse(null),
				fichier.trouver("repetition").map((r) -> fichier.liste("repetition")).orElse(cible.donnees(cle)), cible,
				cle, colonnes, comparees(fichier, colonnes), fichier.trouver("reste").orElse(null),
				fichier.trouver("par").orElse(null), fichier.trouver("garde").filter("oui"::equals).isPresent(),
				fichier);
	}

	/** Unless said otherwise all columns, or the hash of the row that stands for them. */
	private static List<String> comparees(SqlFile fichier, List<String> colonnes) {
		Optional<String> dites = fichier.trouver("compare");
		if (dites.isPresent()) {
			return dites.get().equals(RIEN) ? List.of() : fichier.liste("compare");
		}
		return colonnes.contains(EMPREINTE) ? List.of(EMPREINTE) : colonnes;
	}

	/**
	 * Whether the file is the whole statement, up to {@code changement}: what it writes
	 * is not only rows of one table.
	 */
	boolean entiere() {
		return this.fichier.trouver("forme").filter("instruction"::equals).isPresent();
	}

	boolean parGroupe() {
		return this.par != null;
	}

	/**
	 * Brings the rows in: how many of each operation, and of which group and origin.
	 */
	String comptee() {
		return FusionStatement.de(this) + "SELECT operation, " + (parGroupe() ? "groupe, origine" : "NULL, NULL")
				+ ", count(*) FROM changement GROUP BY 1, 2, 3";
	}

	/** Brings the rows in: each change; without a key, how many of each group. */
	String detaillee() {
		return FusionStatement.de(this) + (parGroupe() ? "(" + LIGNES.formatted(", groupe, origine, NULL AS nombre")
				+ ") UNION ALL SELECT operation, NULL, groupe, origine, count(*) FROM changement GROUP BY 1, 3, 4"
				: LIGNES.formatted(""));
	}

	/** How many rows are there, the disappeared not counted. */
	String presents() {
		return "SELECT count(*) FROM %s c WHERE %s".formatted(this.cible.table(), this.cible.presents());
	}

	/** Removes the repetitions of a key, the first row being the good one. */
	String dedoublonnage() {
		String cles = this.repetition.isEmpty() ? "true" : String.join(", ", this.repetition);
		String memes = this.repetition.isEmpty() ? "true" : FusionStatement.egales(this.repetition, "e", "d");
		String lues = this.repetition.isEmpty() ? "" : cles + ", ";
		return "DELETE FROM " + this.etape + " e USING (SELECT " + lues + "min(rang) AS premier FROM " + this.etape
				+ (this.repetition.isEmpty() ? "" : " GROUP BY " + cles) + " HAVING count(*) > 1) d WHERE " + memes
				+ " AND e.rang > d.premier";
	}

}
