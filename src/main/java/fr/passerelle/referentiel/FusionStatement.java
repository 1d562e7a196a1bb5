package fr.passerelle.referentiel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that brings an entity to the rows of a {@link FusionFile}: what is new is
 * created, what differs is modified, what is missing has disappeared. It ends in the
 * common table {@code changement}, for a {@code SELECT} to follow.
 */
final class FusionStatement {

	private final FusionFile fusion;

	private final FusionTarget cible;

	/** Of the key, what the query gives. */
	private final List<String> cle;

	/** All that the query gives. */
	private final List<String> lues;

	private FusionStatement(FusionFile fusion) {
		this.fusion = fusion;
		this.cible = fusion.cible();
		this.cle = this.cible.donnees(fusion.cle());
		this.lues = Stream.concat(this.cle.stream(), fusion.colonnes().stream()).toList();
	}

	static String de(FusionFile fusion) {
		return fusion.entiere() ? fusion.fichier().sql() : new FusionStatement(fusion).texte();
	}

	/** Rows go in by the order of their key: an index is filled leaf by leaf. */
	private String texte() {
		String rendu = this.fusion.parGroupe() ? prefixees(this.cle, "c") : libelle("c.") + " AS cle";
		return """
				WITH voulu AS MATERIALIZED (
				%s), fusion AS (
				MERGE INTO %s c USING (SELECT %s FROM voulu%s) s
				ON %s
				WHEN MATCHED AND (%s) THEN UPDATE SET %s
				WHEN NOT MATCHED THEN INSERT (%s) VALUES (%s)
				RETURNING merge_action() AS operation, %s
				), disparition AS (
				UPDATE %s c SET disparu_le = :maintenant, numero_depot = :numero
				WHERE %s
				RETURNING %s
				), %s
				""".formatted(this.fusion.fichier().sql(), this.cible.table(), liste(this.lues.stream()), ordre(),
				jonction(), difference(), affectations(), colonnesEcrites(), valeursEcrites(), rendu,
				this.cible.table(), disparition(), rendu, changement());
	}

	private String ordre() {
		return this.cle.isEmpty() ? "" : " ORDER BY " + liste(this.cle.stream());
	}

	private String jonction() {
		Stream<String> constantes = this.cible.constantes()
			.entrySet()
			.stream()
			.filter((constante) -> this.fusion.cle().contains(constante.getKey()))
			.map((constante) -> "c.%s = %s".formatted(constante.getKey(), constante.getValue()));
		return Stream
			.of(Stream.of("c.uai = :uai", "c.annee_scolaire = :annee"), constantes,
					this.cle.stream().map((colonne) -> "c.%1$s = s.%1$s".formatted(colonne)))
			.flatMap((s) -> s)
			.collect(Collectors.joining(" AND "));
	}

	private String difference() {
		List<String> compare = this.fusion.compare();
		return compare.isEmpty() ? "c.disparu_le IS NOT NULL" : "c.disparu_le IS NOT NULL OR (%s) IS DISTINCT FROM (%s)"
			.formatted(prefixees(compare, "c"), prefixees(compare, "s"));
	}

	private String affectations() {
		return liste(Stream.concat(this.fusion.colonnes().stream().map((colonne) -> "%1$s = s.%1$s".formatted(colonne)),
				Stream.of("numero_depot = :numero", "disparu_le = NULL")));
	}

	private String colonnesEcrites() {
		return liste(Stream
			.of(Stream.of("uai", "annee_scolaire"), this.cible.constantes().keySet().stream(), this.lues.stream(),
					Stream.of("numero_depot"))
			.flatMap((s) -> s));
	}

	private String valeursEcrites() {
		return liste(Stream
			.of(Stream.of(":uai", ":annee"), this.cible.constantes().values().stream(),
					this.lues.stream().map((colonne) -> "s." + colonne), Stream.of(":numero"))
			.flatMap((s) -> s));
	}

	private String disparition() {
		String absente = this.cle.isEmpty() ? "NOT EXISTS (SELECT FROM voulu)"
				: "NOT EXISTS (SELECT FROM voulu s WHERE %s)".formatted(egales(this.cle, "s", "c"));
		String reste = (this.fusion.reste() != null) ? " AND NOT (" + this.fusion.reste() + ")" : "";
		return this.cible.presents() + " AND " + absente + reste;
	}

	private String changement() {
		if (!this.fusion.parGroupe()) {
			return """
					changement AS (
					SELECT operation, cle FROM fusion UNION ALL SELECT 'DISPARU', cle FROM disparition
					)""";
		}
		// A statement does not see what it writes: these are the rows as they were.
		String cles = liste(this.cle.stream());
		return """
				avant AS (
				SELECT %1$s, origine FROM %2$s c WHERE %3$s
				), changement AS (
				SELECT coalesce(f.operation, CASE WHEN d.%4$s IS NOT NULL THEN 'DISPARU' ELSE 'RESTE' END) AS operation,
				%5$s AS cle, %6$s AS groupe, a.origine
				FROM avant a FULL JOIN fusion f USING (%1$s) LEFT JOIN disparition d USING (%1$s)
				)""".formatted(cles, this.cible.table(), this.cible.presents(), this.cle.get(0), libelle(""),
				this.fusion.par());
	}

	/** What a row is called in a preview. */
	private String libelle(String alias) {
		if (this.cle.isEmpty()) {
			return alias + this.cible.constantes().keySet().stream().findFirst().orElse("uai");
		}
		return this.cle.stream().map((colonne) -> alias + colonne).collect(Collectors.joining(" || ' / ' || "));
	}

	static String egales(List<String> colonnes, String une, String autre) {
		return colonnes.stream()
			.map((colonne) -> une + "." + colonne + " = " + autre + "." + colonne)
			.collect(Collectors.joining(" AND "));
	}

	private static String prefixees(List<String> colonnes, String alias) {
		return liste(colonnes.stream().map((colonne) -> alias + "." + colonne));
	}

	private static String liste(Stream<String> elements) {
		return elements.collect(Collectors.joining(", "));
	}

}
