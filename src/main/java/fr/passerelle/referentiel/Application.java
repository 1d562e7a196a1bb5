package fr.passerelle.referentiel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Fiches;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Constat;
import fr.passerelle.rangement.Rangement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The work of one deposit inside the caller's transaction: staged, prepared, judged,
 * merged. Stops with an {@link FusionStep.Arret} when it must not be applied now.
 */
@Component
class Application {

	/**
	 * A school's rows are read whole, by hash: the planner, which has no statistics on
	 * staging and few on a new school, would otherwise compare each row with each.
	 */
	private static final String PLANS = "SET LOCAL enable_nestloop = off; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'";

	private final Fiches fiches;

	private final FusionPlans plans;

	private final Contents contenus;

	private final List<LectureObjets> lectures;

	private final Guards gardes;

	private final RuleRunner regles;

	private final ReportLines lignes;

	private final NamedParameterJdbcTemplate jdbc;

	private final Clock horloge;

	Application(Fiches fiches, FusionPlans plans, Contents contenus, ObjectProvider<LectureObjets> lectures,
			Guards gardes, RuleRunner regles, ReportLines lignes, NamedParameterJdbcTemplate jdbc, Clock horloge) {
		this.fiches = fiches;
		this.plans = plans;
		this.contenus = contenus;
		this.lectures = lectures.orderedStream().toList();
		this.gardes = gardes;
		this.regles = regles;
		this.lignes = lignes;
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	Bilan appliquer(Depot depot) {
		FusionPlan plan = this.plans.plan(depot.flux());
		this.gardes.unALaFois(depot);
		this.gardes.avantLecture(depot, plan.mapping());
		MapSqlParameterSource parametres = parametres(depot);
		StagingReport range = preparer(depot, plan, parametres);
		this.regles.refus().ifPresent((refus) -> {
			throw new FusionStep.Arret(Etat.REJETE, refus, Bilan.vide(List.of()));
		});
		executer(plan.apresRegles(), depot);
		Map<String, Ecart> ecarts = new LinkedHashMap<>();
		LiensParGroupe liens = new LiensParGroupe();
		Map<String, Long> avant = new LinkedHashMap<>();
		long repetitions = 0;
		for (FusionFile fusion : plan.fusions()) {
			repetitions += dedoublonner(fusion);
			if (fusion.garde()) {
				avant.put(fusion.entite(), presents(fusion, parametres));
			}
			ecarts.put(fusion.entite(), fusionner(fusion, parametres, liens));
		}
		executer(plan.apresFusion(), depot);
		Bilan bilan = bilan(depot, plan, parametres, ecarts, liens, range.repetitions(repetitions));
		this.gardes.apresFusion(depot, plan.mapping(), avant, bilan, range.principales());
		return bilan;
	}

	/** Row by row what applying would do; the caller rolls back. */
	Apercu detailler(Depot depot) {
		FusionPlan plan = this.plans.plan(depot.flux());
		MapSqlParameterSource parametres = parametres(depot);
		preparer(depot, plan, parametres);
		ApercuRows lignes = new ApercuRows();
		for (FusionFile fusion : plan.fusions()) {
			dedoublonner(fusion);
			lignes.ajouter(fusion, this.jdbc.queryForList(fusion.detaillee(), parametres));
		}
		return lignes.apercu();
	}

	/** Staged, looked up, judged: all that comes before the référentiel is touched. */
	private StagingReport preparer(Depot depot, FusionPlan plan, MapSqlParameterSource parametres) {
		this.jdbc.getJdbcOperations().execute(PLANS);
		StagingReport range = this.jdbc.getJdbcOperations()
			.execute((Connection connexion) -> ranger(connexion, plan, depot));
		executer(plan.avant(), depot);
		this.regles.executer(plan.regles(), parametres);
		return range;
	}

	private void executer(List<SqlFile> fichiers, Depot depot) {
		fichiers.forEach((sql) -> this.jdbc.getJdbcOperations().execute(lier(sql, depot)));
	}

	private StagingReport ranger(Connection connexion, FusionPlan plan, Depot depot) throws SQLException {
		Rangement rangement = new Rangement(connexion, plan.mapping());
		Set<String> inconnus = this.contenus.document(depot)
			.lire((xml) -> lire(xml, plan, rangement), (csv) -> plan.lecture().lire(csv, rangement));
		rangement.terminer();
		return StagingReport.de(rangement, plan.mapping(), inconnus);
	}

	/** Row by row as the mapping says, or object by object. */
	private Set<String> lire(XMLStreamReader xml, FusionPlan plan, Rangement rangement) throws XMLStreamException {
		for (LectureObjets lecture : this.lectures) {
			if (lecture.flux().equals(plan.mapping().flux())) {
				lecture.lire(xml, plan.mapping(), rangement);
				return Set.of();
			}
		}
		return plan.lecture().lire(xml, rangement);
	}

	private long dedoublonner(FusionFile fusion) {
		return (fusion.etape() != null) ? this.jdbc.getJdbcOperations().update(fusion.dedoublonnage()) : 0;
	}

	private Ecart fusionner(FusionFile fusion, MapSqlParameterSource parametres, LiensParGroupe liens) {
		Map<String, Long> operations = new LinkedHashMap<>();
		this.jdbc.query(fusion.comptee(), parametres, (rs) -> {
			operations.merge(rs.getString(1), rs.getLong(4), Long::sum);
			if (fusion.parGroupe()) {
				liens.compter(rs.getString(1), rs.getString(2), rs.getString(3), rs.getLong(4));
			}
		});
		long crees = operations.getOrDefault("INSERT", 0L);
		long modifies = operations.getOrDefault("UPDATE", 0L);
		long presents = presents(fusion, parametres);
		return new Ecart(crees, modifies, presents - crees - modifies, operations.getOrDefault("DISPARU", 0L));
	}

	private long presents(FusionFile fusion, MapSqlParameterSource parametres) {
		return this.jdbc.queryForObject(fusion.presents(), parametres, Long.class);
	}

	private Bilan bilan(Depot depot, FusionPlan plan, MapSqlParameterSource parametres, Map<String, Ecart> ecarts,
			LiensParGroupe liens, StagingReport range) {
		Long[] comptes = plan.synthese().map((sql) -> comptes(sql, parametres)).orElse(new Long[2]);
		List<Bilan.Trouvaille> trouvailles = new java.util.ArrayList<>(
				this.lignes.duDepot(this.fiches.remarques(depot.numero())));
		trouvailles.addAll(this.lignes.duFichier(range));
		trouvailles.addAll(this.lignes.desRegles(parametres));
		return new Bilan(ecarts, comptes[0], comptes[1], trouvailles, liens.changes(), List.of());
	}

	private Long[] comptes(SqlFile sql, MapSqlParameterSource parametres) {
		return this.jdbc.queryForObject(sql.sql(), parametres,
				(rs, i) -> new Long[] { (Long) rs.getObject(1), (Long) rs.getObject(2) });
	}

	private MapSqlParameterSource parametres(Depot depot) {
		return new MapSqlParameterSource().addValue("uai", depot.uai())
			.addValue("annee", depot.anneeScolaire())
			.addValue("numero", depot.numero().valeur())
			.addValue("maintenant", java.sql.Timestamp.from(this.horloge.instant()));
	}

	/**
	 * Several statements at once take no parameters: the three they may name are checked
	 * values, not texts.
	 */
	private static String lier(SqlFile fichier, Depot depot) {
		return fichier.sql()
			.replace(":uai", "'" + new fr.passerelle.noyau.Uai(depot.uai()) + "'")
			.replace(":annee", Integer.toString(depot.anneeScolaire()))
			.replace(":numero", Long.toString(depot.numero().valeur()));
	}

}
