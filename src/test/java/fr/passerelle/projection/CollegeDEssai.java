package fr.passerelle.projection;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.plateforme.MaisonDeTest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** An invented collège in a real référentiel, with its projections. */
class CollegeDEssai {

	static final Uai UAI = new Uai("0009201B");

	/** Of one kind at once. */
	static final int SEUIL = 60;

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-10-01T08:00:00Z"), ZoneOffset.UTC);

	private final DataSource base = MaisonDeTest.baseMigree();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.base);

	private final TransactionTemplate transactions = new TransactionTemplate(
			new DataSourceTransactionManager(this.base));

	private Clock horloge = CLOCK;

	private Delais delais = Delais.AUCUN;

	private int rang;

	CollegeDEssai() {
		new ResourceDatabasePopulator(new ClassPathResource("jeux/projection/college.sql")).execute(this.base);
	}

	/** Projects everything, as after a deposit that changed every entity. */
	Map<String, Bilan> projeter() {
		return projeter(UAI, ProjectionReader.ENTITES);
	}

	Map<String, Bilan> projeter(Uai uai, Set<String> entites) {
		NumeroDepot numero = NumeroDepot.deRang(++this.rang);
		return this.transactions
			.execute((tx) -> new Projections(Path.of("mappings/projections"), this.horloge, SEUIL, this.delais)
				.projeter(new NamedParameterJdbcTemplate(this.jdbc), uai, 2025, numero, entites));
	}

	/** From now on, who is missing stays for these delays. */
	CollegeDEssai avec(Delais delais) {
		this.delais = delais;
		return this;
	}

	CollegeDEssai apres(Duration temps) {
		this.horloge = Clock.offset(this.horloge, temps);
		return this;
	}

	/** The schools and years that time alone makes due. */
	List<String> echeances() {
		return new Disparitions(new NamedParameterJdbcTemplate(this.jdbc), null, this.delais, this.horloge).echeances()
			.stream()
			.map((echeance) -> echeance.uai() + " " + echeance.anneeScolaire())
			.toList();
	}

	CollegeDEssai changer(String sql) {
		this.transactions.executeWithoutResult((tx) -> this.jdbc.execute(sql));
		return this;
	}

	List<String> lire(String sql) {
		return this.jdbc.queryForList(sql, String.class);
	}

	/**
	 * Where each row of the two stores lies and who wrote it: equal only if nothing was
	 * written.
	 */
	List<String> traces() {
		return lire("""
				SELECT string_agg(format('SELECT tableoid::regclass || '' '' || ctid || '' '' || xmin FROM %I.%I',
				  schemaname, tablename), ' UNION ALL ' ORDER BY schemaname, tablename) || ' ORDER BY 1'
				FROM pg_tables WHERE schemaname IN ('lsu', 'ent')""").stream()
			.flatMap((sql) -> lire(sql).stream())
			.toList();
	}

}
