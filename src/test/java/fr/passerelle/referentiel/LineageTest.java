package fr.passerelle.referentiel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What the SQL of mappings/ does with each column read, without a database. */
class LineageTest {

	private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

	private static final StagingColumn CODE = new StagingColumn("lu", "code");

	private static final StagingColumn NOM = new StagingColumn("lu", "nom");

	private static final StagingColumn NOTES = new StagingColumn("lu", "notes");

	private final Map<String, SqlRelation> tables = new HashMap<>(Map.of("lu",
			new SqlRelation(Map.of("code", Set.of(CODE), "nom", Set.of(NOM), "notes", Set.of(NOTES)), false)));

	static Stream<String> flux() {
		return Lineage.flows(MAPPINGS).map(SourceMapping::flux);
	}

	@ParameterizedTest
	@MethodSource("flux")
	void everyColumnReadIsKeptOrLookedAt(String flux) {
		SourceMapping mapping = MAPPINGS.source(flux).orElseThrow();
		Lineage lineage = Lineage.of(MAPPINGS, mapping);
		List<StagingColumn> pourRien = mapping.tablesDistinctes()
			.stream()
			.flatMap((table) -> table.colonnes().stream().map((c) -> new StagingColumn(table.nom(), c.nom())))
			.filter((column) -> !lineage.written().containsKey(column) && !lineage.looked().containsKey(column))
			.toList();

		assertThat(pourRien).as("""
				Columns of %s that no SQL of mappings/fusion or mappings/controles uses. Use them there, or take
				them out of the mapping (name the element under « ignorer »).""", flux).isEmpty();
	}

	@Test
	void aValueIsFollowedThroughCommonTablesAndThoseOfEarlierFiles() {
		new SqlReader(this.tables)
			.read("""
					CREATE TEMPORARY TABLE IF NOT EXISTS vu (rang bigint PRIMARY KEY, qui text, combien bigint);
					TRUNCATE vu;
					INSERT INTO vu
					WITH cle AS MATERIALIZED (SELECT l.*, upper(nom) AS grand FROM lu l)
					SELECT 1, coalesce(c.grand, e.nom), count(*) FROM cle c LEFT JOIN referentiel.eleve e ON e.id = c.code""");
		SqlReader fusion = new SqlReader(this.tables);
		fusion
			.read("""
					WITH voulu AS (
					    SELECT DISTINCT ON (v.qui) v.qui AS nom, ARRAY(SELECT n FROM unnest(l.notes) AS n WHERE n <> l.code) AS notes
					    FROM vu v JOIN lu l USING (code) WHERE v.combien > 0 ORDER BY 1
					), fusion AS (
					    MERGE INTO referentiel.eleve c USING voulu s ON c.uai = :uai AND c.nom = s.nom
					    WHEN MATCHED AND c.notes IS DISTINCT FROM s.notes THEN UPDATE SET notes = s.notes, numero_depot = :numero
					    WHEN NOT MATCHED THEN INSERT (uai, nom, notes) VALUES (:uai, s.nom, s.notes)
					    RETURNING c.nom AS cle
					), disparition AS (
					    UPDATE referentiel.eleve c SET disparu_le = :maintenant WHERE NOT EXISTS (SELECT FROM voulu s WHERE s.nom = c.nom)
					    RETURNING c.nom AS cle
					)""");

		assertThat(fusion.written()).isEqualTo(Map.of(NOM, Set.of("eleve.nom"), NOTES, Set.of("eleve.notes")));
		assertThat(fusion.looked()).containsExactly(CODE, NOM, NOTES);
	}

	@Test
	void aConditionChoosesAValueWithoutBeingInItUnlessTheValueIsACode() {
		SqlReader fusion = new SqlReader(this.tables);
		fusion
			.read("""
					WITH voulu AS (
					    SELECT code, CASE WHEN nom IS NULL THEN code ELSE upper(code) END AS cle, min(code) FILTER (WHERE nom IS NULL) AS premier,
					           CASE nom WHEN 'oui' THEN 'O' ELSE 'N' END AS lettre
					    FROM lu
					), fusion AS (
					    MERGE INTO referentiel.eleve c USING voulu s ON c.code = s.code
					    WHEN MATCHED THEN UPDATE SET cle = s.cle, premier = s.premier, lettre = s.lettre RETURNING c.code AS cle
					)""");

		assertThat(fusion.written())
			.isEqualTo(Map.of(CODE, Set.of("eleve.cle", "eleve.premier"), NOM, Set.of("eleve.lettre")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT inconnue FROM lu", "SELECT l.inconnue FROM lu l", "SELECT x.code FROM lu l",
			"SELECT 1 FROM inconnue", "UPDATE referentiel.eleve c SET nom = l.nom FROM lu l WHERE c.id = l.code",
			"INSERT INTO referentiel.eleve SELECT nom FROM lu", "DELETE FROM referentiel.eleve", "select nom from lu" })
	void whatIsNotUnderstoodIsAnErrorAndNeverAnAbsence(String sql) {
		assertThatIllegalStateException().isThrownBy(() -> new SqlReader(this.tables).read(sql))
			.withMessageStartingWith("not a SQL that SqlReader follows: ");
	}

}
