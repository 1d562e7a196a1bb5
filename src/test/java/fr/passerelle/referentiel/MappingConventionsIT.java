package fr.passerelle.referentiel;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.rangement.Rangement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The SQL of mappings/ on the migrated database: edited without Java, checked with it.
 */
class MappingConventionsIT {

	private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

	private static final MapSqlParameterSource PARAMETRES = new MapSqlParameterSource(
			Map.of("uai", "0009201B", "annee", 2025, "numero", 18L, "maintenant", new java.sql.Timestamp(0)));

	private final JdbcTransactionManager base = new JdbcTransactionManager(MaisonDeTest.baseMigree());

	private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(this.base.getDataSource());

	static Stream<String> flux() {
		return MAPPINGS.sources().stream().map(SourceMapping::flux);
	}

	@ParameterizedTest
	@MethodSource("flux")
	void everyStatementOfAFlowIsUnderstoodByTheDatabase(String flux) {
		FusionPlan plan = FusionPlan.de(MAPPINGS, MAPPINGS.source(flux).orElseThrow());

		dansLaTransaction(plan, (jdbc) -> {
			plan.regles().forEach((regle) -> expliquer(regle.nom(), regle.sql()));
			for (FusionFile fusion : plan.fusions()) {
				expliquer(fusion.fichier().nom(), fusion.comptee());
				expliquer(fusion.fichier().nom(), fusion.detaillee());
				expliquer(fusion.fichier().nom(), fusion.presents());
				if (fusion.etape() != null) {
					expliquer(fusion.fichier().nom(), fusion.dedoublonnage());
				}
			}
			plan.synthese().ifPresent((synthese) -> expliquer(synthese.nom(), synthese.sql()));
		});
	}

	@Test
	void aRuleThatWritesIsRefused() {
		FusionPlan plan = FusionPlan.de(MAPPINGS, MAPPINGS.source("ELEGROUPE").orElseThrow());
		for (String sql : List.of(
				"WITH x AS (DELETE FROM referentiel.eleve RETURNING 1) SELECT NULL AS rang_eleve FROM x",
				"WITH x AS (UPDATE echange.depot SET etat = 'recu' RETURNING 1) SELECT NULL AS rang_eleve FROM x",
				"SELECT 1 AS rang_eleve FROM echange.compte")) {
			SqlFile regle = new SqlFile("controles/x.sql", Map.of("code", "X", "effet", "REJET"), sql);

			assertThatExceptionOfType(DataAccessException.class).isThrownBy(
					() -> dansLaTransaction(plan, (jdbc) -> new RuleRunner(jdbc).executer(List.of(regle), PARAMETRES)));
		}
	}

	@Test
	void theRulesOfALinkFileRunOnAnEmptyOne() {
		FusionPlan plan = FusionPlan.de(MAPPINGS, MAPPINGS.source("ELEGROUPE").orElseThrow());
		List<String> codes = new ArrayList<>();

		dansLaTransaction(plan, (jdbc) -> {
			new RuleRunner(jdbc).executer(plan.regles(), PARAMETRES);
			codes.addAll(jdbc.getJdbcOperations().queryForList("SELECT code FROM constat", String.class));
		});

		assertThat(codes).containsExactly("STRUCTURE_STS");
	}

	private void expliquer(String nom, String sql) {
		try {
			this.jdbc.queryForList("EXPLAIN " + sql, PARAMETRES);
		}
		catch (DataAccessException ex) {
			throw new AssertionError(
					"mappings/" + nom + " is not understood: " + ex.getMostSpecificCause().getMessage(), ex);
		}
	}

	/** With the staging tables and what is prepared before the rules; rolled back. */
	private void dansLaTransaction(FusionPlan plan, Consumer<NamedParameterJdbcTemplate> travail) {
		new TransactionTemplate(this.base).executeWithoutResult((tx) -> {
			tx.setRollbackOnly();
			this.jdbc.getJdbcOperations()
				.execute((Connection connexion) -> new Rangement(connexion, plan.mapping())
					.lignes(plan.mapping().tables().get(0).nom()));
			plan.avant()
				.forEach((sql) -> this.jdbc.getJdbcOperations()
					.execute(sql.sql().replace(":uai", "'0009201B'").replace(":annee", "2025")));
			new RuleRunner(this.jdbc).executer(List.of(), PARAMETRES);
			travail.accept(this.jdbc);
		});
	}

}
