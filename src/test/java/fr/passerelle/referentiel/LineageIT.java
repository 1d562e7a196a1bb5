package fr.passerelle.referentiel;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.enveloppe.Enveloppe;
import fr.passerelle.enveloppe.Limites;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.rangement.Rangement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What docs/formats.md says is what the database does: each column of staging is changed
 * alone, the flow merged, and the columns of the référentiel that differ are compared
 * with those that {@link Lineage} tells.
 */
class LineageIT {

	private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

	private static final Clock HORLOGE = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);

	private static final String OURS = "'uai', 'annee_scolaire', 'numero_depot', 'disparu_le', 'empreinte'";

	/** No invented file has suppléants: the block is not documented. */
	private static final String SUPPLEANTS = """
			DELETE FROM sts_suppleants;
			INSERT INTO sts_suppleants (contenu, rang, ligne, empreinte)
			SELECT format('<SUPPLEANTS><SUPPLEANT ID="%s" TYPE="%s"><REMPLACE ID="%s" TYPE="%s"/>'
			              '<DATE_DEBUT>2025-10-01</DATE_DEBUT><DATE_FIN>2025-12-19</DATE_FIN></SUPPLEANT></SUPPLEANTS>',
			              p.enseignant_id, p.type, d.enseignant_id, d.type), 1, 1, gen_random_uuid()
			FROM (SELECT * FROM sts_individu ORDER BY rang LIMIT 1) p, (SELECT * FROM sts_individu ORDER BY rang DESC LIMIT 1) d""";

	@TempDir
	private static Path dossier;

	private static List<EtablissementAttendu> ecoles;

	private final JdbcTransactionManager base = new JdbcTransactionManager(MaisonDeTest.baseMigree());

	private final NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(this.base.getDataSource());

	private final JdbcOperations sql = this.jdbc.getJdbcOperations();

	private final Map<String, List<String>> known = new TreeMap<>();

	@BeforeAll
	static void ecrire() {
		ecoles = new Academie(Reglages.de(2, 40, 5, HORLOGE).avecPremierDegre(50).avecAnomalies()).ecrire(dossier)
			.etablissements();
	}

	static Stream<String> flux() {
		return Lineage.flows(MAPPINGS).map(SourceMapping::flux);
	}

	@ParameterizedTest
	@MethodSource("flux")
	void aColumnChangedAloneChangesWhatThePageSays(String flux) {
		assumeThat(fichier(flux)).as("no invented file of %s: only LineageTest looks at it", flux).isPresent();
		SourceMapping mapping = MAPPINGS.source(flux).orElseThrow();
		Lineage lineage = Lineage.of(MAPPINGS, mapping);

		Map<StagingColumn, Set<String>> changed = observer(mapping);

		Map<StagingColumn, Set<String>> missing = new TreeMap<>(lineage.written());
		missing.replaceAll((column, told) -> without(told, changed.get(column)::contains));
		missing.values().removeIf(Set::isEmpty);
		assertThat(missing).as("told, but nothing changes there").isEmpty();
		Map<StagingColumn, Set<String>> silent = new TreeMap<>(changed);
		silent.replaceAll((column, seen) -> without(seen, (place) -> told(lineage, column, place)));
		silent.values().removeIf(Set::isEmpty);
		assertThat(silent).as("changes, and nothing tells it").isEmpty();
	}

	/** In a table where it is kept, or because something looks at it. */
	private static boolean told(Lineage lineage, StagingColumn column, String place) {
		String table = place.substring(0, place.indexOf('.') + 1);
		return lineage.looked().containsKey(column)
				|| lineage.written().getOrDefault(column, Set.of()).stream().anyMatch((kept) -> kept.startsWith(table));
	}

	private static Set<String> without(Set<String> places, Predicate<String> which) {
		return places.stream().filter(which.negate()).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Changes each column of a document as it is, then of one with all it may omit
	 * omitted.
	 */
	private Map<StagingColumn, Set<String>> observer(SourceMapping mapping) {
		Map<StagingColumn, Set<String>> changed = new TreeMap<>();
		for (boolean bare : new boolean[] { false, true }) {
			new TransactionTemplate(this.base).executeWithoutResult((tx) -> {
				tx.setRollbackOnly();
				mapping.prerequis().forEach((besoin) -> appliquer(besoin.unDe().iterator().next()));
				stage(mapping);
				if (mapping.flux().equals("STS_EMP")) {
					this.sql.execute(SUPPLEANTS);
				}
				if (bare) {
					mapping.tablesDistinctes().forEach(this::omit);
				}
				Map<String, String> avant = fused(mapping, null);
				for (TableMapping table : mapping.tablesDistinctes()) {
					for (ColonneMapping column : table.colonnes()) {
						Map<String, String> apres = fused(mapping, change(table, column));
						changed.computeIfAbsent(new StagingColumn(table.nom(), column.nom()), (c) -> new TreeSet<>())
							.addAll(without(apres.keySet(), (place) -> apres.get(place).equals(avant.get(place))));
					}
				}
			});
		}
		return changed;
	}

	private void appliquer(String flux) {
		SourceMapping mapping = MAPPINGS.source(flux).orElseThrow();
		stage(mapping);
		fuse(FusionPlan.de(MAPPINGS, mapping));
	}

	private void stage(SourceMapping mapping) {
		FusionPlan plan = FusionPlan.de(MAPPINGS, mapping);
		Path fichier = fichier(mapping.flux()).orElseThrow();
		this.sql.execute((Connection connexion) -> {
			Rangement rangement = new Rangement(connexion, mapping);
			new Enveloppe(Limites.parDefaut(), MAPPINGS).ouvrir(fichier, fichier.getFileName().toString())
				.lire((xml) -> plan.lecture().lire(xml, rangement), (csv) -> plan.lecture().lire(csv, rangement));
			rangement.terminer();
			return null;
		});
	}

	private static Optional<Path> fichier(String flux) {
		EtablissementAttendu ecole = ecoles.get(flux.startsWith("ONDE") ? 1 : 0);
		return ecole.fichiers()
			.stream()
			.filter((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"))
			.map((fichier) -> dossier.resolve(ecole.uai()).resolve(fichier.fichier()))
			.findFirst();
	}

	private void omit(TableMapping table) {
		List<String> columns = table.colonnes()
			.stream()
			.filter((column) -> !column.requis() && !column.liste() && column.constante() == null)
			.map((column) -> column.nom() + " = NULL")
			.toList();
		if (!columns.isEmpty()) {
			this.sql.execute("UPDATE " + table.nom() + " SET " + String.join(", ", columns));
		}
	}

	/** The same column with other values, each row its own. */
	private static String change(TableMapping table, ColonneMapping column) {
		String c = column.nom();
		String other = column.liste() ? "array_append(" + c + ", 'Z')" : switch (column.type()) {
			case TEXTE, XML -> (column.constante() != null) ? "CASE " + c + " WHEN 'D' THEN 'G' ELSE 'D' END"
					: "coalesce(" + c + ", '') || 'Z'";
			case ENTIER, DECIMAL -> "coalesce(" + c + ", 0) + 1";
			case BOOLEEN -> "NOT coalesce(" + c + ", false)";
			case HEURE -> "coalesce(" + c + ", TIME '08:00') + INTERVAL '5 minutes'";
			case DATE, DATE_FR, DATE_ISO -> "coalesce(" + c + ", DATE '2025-10-06') + 7";
		};
		return "UPDATE " + table.nom() + " SET " + c + " = " + other;
	}

	/** The référentiel after the fusion, column by column; all is then undone. */
	private Map<String, String> fused(SourceMapping mapping, String change) {
		FusionPlan plan = FusionPlan.de(MAPPINGS, mapping);
		return this.sql.execute((Connection connexion) -> {
			var avant = connexion.setSavepoint();
			try {
				this.sql.execute("SELECT setval('referentiel.numero_onde', 1000000)");
				if (change != null) {
					this.sql.execute(change);
				}
				fuse(plan);
				return snapshot(plan);
			}
			catch (RuntimeException ex) {
				throw new SQLException("after " + change, ex);
			}
			finally {
				connexion.rollback(avant);
			}
		});
	}

	private void fuse(FusionPlan plan) {
		MapSqlParameterSource parametres = new MapSqlParameterSource(Map.of("uai", "0009201B", "annee", 2025, "numero",
				18L, "maintenant", java.sql.Timestamp.from(HORLOGE.instant())));
		plan.avant()
			.forEach((file) -> this.sql.execute(file.sql().replace(":uai", "'0009201B'").replace(":annee", "2025")));
		new RuleRunner(this.jdbc).executer(plan.regles(), parametres);
		for (FusionFile fusion : plan.fusions()) {
			if (fusion.etape() != null) {
				this.sql.execute(fusion.dedoublonnage());
			}
			this.jdbc.queryForList(fusion.comptee(), parametres);
		}
	}

	private Map<String, String> snapshot(FusionPlan plan) {
		Map<String, String> columns = new TreeMap<>();
		for (String table : plan.fusions().stream().map((fusion) -> fusion.cible().table()).distinct().toList()) {
			String name = table.substring("referentiel.".length());
			for (String column : columns(name)) {
				columns.put(name + "." + column,
						this.sql.queryForObject(
								"""
										SELECT string_agg(coalesce(%1$s::text, '∅'), '|' ORDER BY %1$s::text) FROM %2$s WHERE disparu_le IS NULL"""
									.formatted(column, table),
								String.class) + "");
			}
		}
		return columns;
	}

	private List<String> columns(String table) {
		return this.known.computeIfAbsent(table, (name) -> this.sql.queryForList("""
				SELECT column_name FROM information_schema.columns
				WHERE table_schema = 'referentiel' AND table_name = '%s' AND column_name NOT IN (%s)""".formatted(name,
				OURS), String.class));
	}

}
