package fr.passerelle.referentiel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.mapping.SqlFile;

/**
 * A file of {@code mappings/fusion/<flux>/}: a query that gives the rows an entity must
 * hold after the deposit. How they get there is the same for all, and said here: what is
 * new is created, what differs is modified, what is missing has disappeared.
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
 * @param garde whether a mass disappearance holds the deposit (contract §2)
 */
record FusionFile(String entite, String etape, List<String> repetition, FusionTarget cible, List<String> cle,
		List<String> colonnes, List<String> compare, String reste, boolean garde, SqlFile fichier) {

	private static final String RIEN = "rien";

	private static final String EMPREINTE = "empreinte";

	static FusionFile de(SqlFile fichier) {
		FusionTarget cible = FusionTarget.de(fichier);
		List<String> cle = fichier.liste("cle");
		List<String> colonnes = fichier.liste("colonnes");
		return new FusionFile(fichier.champ("entite"), fichier.trouver("etape").orElse(null),
				fichier.trouver("repetition").map((r) -> fichier.liste("repetition")).orElse(cible.donnees(cle)), cible,
				cle, colonnes, comparees(fichier, colonnes), fichier.trouver("reste").orElse(null),
				fichier.trouver("garde").filter("oui"::equals).isPresent(), fichier);
	}

	/** Unless said otherwise all columns, or the hash of the row that stands for them. */
	private static List<String> comparees(SqlFile fichier, List<String> colonnes) {
		Optional<String> dites = fichier.trouver("compare");
		if (dites.isPresent()) {
			return dites.get().equals(RIEN) ? List.of() : fichier.liste("compare");
		}
		return colonnes.contains(EMPREINTE) ? List.of(EMPREINTE) : colonnes;
	}

	/** Brings the rows in, and counts by operation. */
	String comptee() {
		return fusion() + "SELECT operation, count(*) FROM changement GROUP BY operation";
	}

	/** Brings the rows in, and names them. */
	String detaillee() {
		return fusion() + "SELECT operation, cle FROM changement ORDER BY operation, cle LIMIT 10000";
	}

	/** How many rows are there, the disappeared not counted. */
	String presents() {
		return "SELECT count(*) FROM %s c WHERE %s".formatted(this.cible.table(), this.cible.presents());
	}

	/** Removes the repetitions of a key, the first row being the good one. */
	String dedoublonnage() {
		String cles = this.repetition.isEmpty() ? "true" : String.join(", ", this.repetition);
		String memes = this.repetition.isEmpty() ? "true" : egales(this.repetition, "e", "d");
		String lues = this.repetition.isEmpty() ? "" : cles + ", ";
		return "DELETE FROM " + this.etape + " e USING (SELECT " + lues + "min(rang) AS premier FROM " + this.etape
				+ (this.repetition.isEmpty() ? "" : " GROUP BY " + cles) + " HAVING count(*) > 1) d WHERE " + memes
				+ " AND e.rang > d.premier";
	}

	/** Rows go in by the order of their key: an index is filled leaf by leaf. */
	private String fusion() {
		List<String> donnees = this.cible.donnees(this.cle);
		List<String> lues = Stream.concat(donnees.stream(), this.colonnes.stream()).toList();
		return """
				WITH voulu AS MATERIALIZED (
				%s), fusion AS (
				MERGE INTO %s c USING (SELECT %s FROM voulu%s) s
				ON %s
				WHEN MATCHED AND (%s) THEN UPDATE SET %s
				WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s)
				RETURNING merge_action() AS operation, %s AS cle
				), disparition AS (
				UPDATE %s c SET disparu_le = :maintenant, numero_depot = :numero
				WHERE %s
				RETURNING %s AS cle
				), changement AS (
				SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
				)
				""".formatted(this.fichier.sql(), this.cible.table(), lues.isEmpty() ? "1" : String.join(", ", lues),
				donnees.isEmpty() ? "" : " ORDER BY " + String.join(", ", donnees), jonction(donnees), difference(),
				affectations(), colonnesEcrites(lues), valeursEcrites(lues), libelle(donnees), this.cible.table(),
				disparition(donnees), libelle(donnees));
	}

	private String jonction(List<String> donnees) {
		Stream<String> constantes = this.cible.constantes()
			.entrySet()
			.stream()
			.filter((constante) -> this.cle.contains(constante.getKey()))
			.map((constante) -> "c.%s = %s".formatted(constante.getKey(), constante.getValue()));
		return Stream
			.of(Stream.of("c.uai = :uai", "c.annee_scolaire = :annee"), constantes,
					donnees.stream().map((colonne) -> "c.%1$s = s.%1$s".formatted(colonne)))
			.flatMap((s) -> s)
			.collect(Collectors.joining(" AND "));
	}

	private String difference() {
		return this.compare.isEmpty() ? "c.disparu_le IS NOT NULL"
				: "c.disparu_le IS NOT NULL OR (%s) IS DISTINCT FROM (%s)".formatted(prefixees(this.compare, "c"),
						prefixees(this.compare, "s"));
	}

	private String affectations() {
		return Stream
			.concat(this.colonnes.stream().map((colonne) -> "%1$s = s.%1$s".formatted(colonne)),
					Stream.of("numero_depot = :numero", "disparu_le = NULL"))
			.collect(Collectors.joining(", "));
	}

	private String colonnesEcrites(List<String> lues) {
		return Stream
			.of(Stream.of("uai", "annee_scolaire"), this.cible.constantes().keySet().stream(), lues.stream(),
					Stream.of("numero_depot"))
			.flatMap((s) -> s)
			.collect(Collectors.joining(", "));
	}

	private String valeursEcrites(List<String> lues) {
		return Stream
			.of(Stream.of(":uai", ":annee"), this.cible.constantes().values().stream(),
					lues.stream().map((colonne) -> "s." + colonne), Stream.of(":numero"))
			.flatMap((s) -> s)
			.collect(Collectors.joining(", "));
	}

	private String disparition(List<String> donnees) {
		String absente = donnees.isEmpty() ? "NOT EXISTS (SELECT FROM voulu)"
				: "NOT EXISTS (SELECT FROM voulu s WHERE %s)".formatted(egales(donnees, "s", "c"));
		return this.cible.presents() + " AND " + absente
				+ ((this.reste != null) ? " AND NOT (" + this.reste + ")" : "");
	}

	/** What a row is called in a preview. */
	private String libelle(List<String> donnees) {
		if (donnees.isEmpty()) {
			return "c." + this.cible.constantes().keySet().stream().findFirst().orElse("uai");
		}
		return donnees.stream().map((colonne) -> "c." + colonne).collect(Collectors.joining(" || ' / ' || "));
	}

	private static String egales(List<String> colonnes, String une, String autre) {
		return colonnes.stream()
			.map((colonne) -> une + "." + colonne + " = " + autre + "." + colonne)
			.collect(Collectors.joining(" AND "));
	}

	private static String prefixees(List<String> colonnes, String alias) {
		return colonnes.stream().map((colonne) -> alias + "." + colonne).collect(Collectors.joining(", "));
	}

}
