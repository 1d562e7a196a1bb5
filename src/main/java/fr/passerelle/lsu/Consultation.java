package fr.passerelle.lsu;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is read of the report books of a school: its state and its runs. */
@Service
public class Consultation {

	private static final String DISPOSITIF = "LSU_W3";

	private static final String EXECUTION = """
			SELECT s.*, ARRAY(SELECT coalesce(c.code, c.id_onde) FROM lsu.sync_classe x JOIN lsu.classe c ON c.id = x.classe_id
			                  WHERE x.sync_id = s.id ORDER BY x.rang) AS divisions,
			       ARRAY(SELECT bilan_id FROM lsu.sync_bilan WHERE sync_id = s.id ORDER BY 1) AS bilans,
			       ARRAY(SELECT key FROM jsonb_each_text(s.compteurs) ORDER BY key) AS noms,
			       ARRAY(SELECT value::int FROM jsonb_each_text(s.compteurs) ORDER BY key) AS nombres
			FROM lsu.sync_execution s
			""";

	private final JdbcClient jdbc;

	private final Ecoles ecoles;

	private final Classes classes;

	Consultation(JdbcClient jdbc, Ecoles ecoles, Classes classes) {
		this.jdbc = jdbc;
		this.ecoles = ecoles;
		this.classes = classes;
	}

	/**
	 * Where the books of a school are.
	 *
	 * @param base what its élèves come from
	 * @param sources the last export of each flux received (R10)
	 * @param enCours number of the run that goes on, if one does
	 */
	public record Etat(String uai, String degre, int anneeScolaire, String base, List<Source> sources,
			List<Classe> classes, Long enCours, Long derniere) {

		public Etat {
			sources = List.copyOf(sources);
			classes = List.copyOf(classes);
		}

	}

	/** The last export of a flux: when it was made, as far as it says, and received. */
	public record Source(String flux, LocalDateTime exporteLe, Instant recuLe) {
	}

	/** A class: no periods while they are not configured. */
	public record Classe(String code, String libelle, String modeSource, List<Periodes.Periode> periodes, int eleves,
			int bilans, int bilansVerrouilles) {

		public Classe {
			periodes = List.copyOf(periodes);
		}

	}

	/**
	 * A run.
	 *
	 * @param avancement percent, 100 only when the report is complete (R7)
	 * @param compteurs what changed, by kind
	 */
	public record Synchronisation(long id, String uai, String degre, int anneeScolaire, String etat, String declencheur,
			String demandeur, Instant debut, Instant fin, int avancement, List<String> divisions,
			List<Long> reverrouiller, Map<String, Integer> compteurs, List<Message> messages) {

		public Synchronisation {
			divisions = List.copyOf(divisions);
			reverrouiller = List.copyOf(reverrouiller);
			messages = (messages != null) ? List.copyOf(messages) : null;
		}

		/** For who may read the report, but not what is said of somebody's health. */
		public Synchronisation sansDispositifs() {
			return new Synchronisation(this.id, this.uai, this.degre, this.anneeScolaire, this.etat, this.declencheur,
					this.demandeur, this.debut, this.fin, this.avancement, this.divisions, this.reverrouiller,
					this.compteurs,
					this.messages.stream().filter((message) -> !message.code().equals(DISPOSITIF)).toList());
		}

	}

	/** A line of a report. */
	public record Message(String statut, String texte, String code, Cible cible) {
	}

	/** Whom a line is about. */
	public record Cible(String type, String identifiant, String division) {
	}

	public Optional<Degre> degre(String uai) {
		return this.ecoles.trouver(uai).map(Ecole::degre);
	}

	/** The state of a school the store knows. */
	public Optional<Etat> etat(String uai) {
		return this.ecoles.trouver(uai)
			.map((ecole) -> new Etat(uai, ecole.degre().code(), ecole.anneeScolaire(), ecole.degre().base(),
					sources(ecole), classes(ecole), execution(uai, "= 'EN_COURS'"), execution(uai, "<> 'EN_COURS'")));
	}

	private Long execution(String uai, String etat) {
		return this.jdbc.sql("SELECT max(id) FROM lsu.sync_execution WHERE uai = ? AND etat " + etat)
			.param(uai)
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	private List<Source> sources(Ecole ecole) {
		return this.jdbc.sql("""
				SELECT DISTINCT ON (flux) flux, horodatage, traite_le FROM echange.v_depot
				WHERE uai = ? AND annee_scolaire = ? AND etat IN ('traite', 'traite_avec_anomalies')
				  AND flux = ANY (?)
				ORDER BY flux, traite_le DESC""")
			.params(ecole.uai(), ecole.anneeScolaire(), ecole.degre().flux())
			.query((ligne, rang) -> new Source(ligne.getString(1), ligne.getObject(2, LocalDateTime.class),
					instant(ligne, 3)))
			.list();
	}

	private List<Classe> classes(Ecole ecole) {
		List<Classes.Classe> classes = this.classes.de(ecole);
		Map<Long, List<Periodes.Periode>> periodes = periodes(classes);
		Map<Long, Compte> comptes = comptes(classes);
		return classes.stream().map((classe) -> {
			Compte compte = comptes.get(classe.id());
			return new Classe(classe.code(), classe.libelle(), classe.modeSource(),
					(classe.periodicite() != null) ? periodes.getOrDefault(classe.periodicite(), List.of()) : List.of(),
					compte.eleves(), compte.bilans(), compte.verrouilles());
		}).toList();
	}

	/** What is counted of one class. */
	private record Compte(int eleves, int bilans, int verrouilles) {
	}

	private Map<Long, Compte> comptes(List<Classes.Classe> classes) {
		Map<Long, Compte> comptes = new HashMap<>();
		this.jdbc.sql("""
				SELECT c.id, (SELECT count(*) FROM lsu.eleve e WHERE e.classe_id = c.id AND e.disparu_le IS NULL),
				       count(b.id), count(b.id) FILTER (WHERE b.etat = 'VERROUILLE')
				FROM unnest(?) AS c (id) LEFT JOIN lsu.bilan_periodique b ON b.classe_id = c.id GROUP BY c.id""")
			.param(classes.stream().map(Classes.Classe::id).toArray(Long[]::new))
			.query((ligne) -> {
				comptes.put(ligne.getLong(1), new Compte(ligne.getInt(2), ligne.getInt(3), ligne.getInt(4)));
			});
		return comptes;
	}

	private Map<Long, List<Periodes.Periode>> periodes(List<Classes.Classe> classes) {
		Map<Long, List<Periodes.Periode>> periodes = new HashMap<>();
		this.jdbc.sql("""
				SELECT periodicite_id, indice, date_debut, date_fin FROM lsu.periode WHERE periodicite_id = ANY (?)
				ORDER BY periodicite_id, indice""")
			.param(classes.stream().map(Classes.Classe::periodicite).filter(Objects::nonNull).toArray(Long[]::new))
			.query((ligne) -> {
				periodes.computeIfAbsent(ligne.getLong(1), (id) -> new ArrayList<>())
					.add(new Periodes.Periode(ligne.getInt(2), ligne.getObject(3, LocalDate.class),
							ligne.getObject(4, LocalDate.class)));
			});
		return periodes;
	}

	/** How many runs this school has had. */
	public long nombre(String uai) {
		return this.jdbc.sql("SELECT count(*) FROM lsu.sync_execution WHERE uai = ?")
			.param(uai)
			.query(Long.class)
			.single();
	}

	/** The runs of a school, the last one first, without their lines. */
	public List<Synchronisation> synchronisations(String uai, int debut, int nombre) {
		return this.jdbc.sql(EXECUTION + "WHERE s.uai = ? ORDER BY s.id DESC OFFSET ? LIMIT ?")
			.params(uai, debut, nombre)
			.query((ligne, rang) -> synchronisation(ligne, null))
			.list();
	}

	/** One run and its lines so far. */
	public Optional<Synchronisation> synchronisation(String uai, long id) {
		return this.jdbc.sql(EXECUTION + "WHERE s.uai = ? AND s.id = ?")
			.params(uai, id)
			.query((ligne, rang) -> synchronisation(ligne, messages(id)))
			.optional();
	}

	/** What a run was about and did, without its lines. */
	Synchronisation sansLignes(long id) {
		return this.jdbc.sql(EXECUTION + "WHERE s.id = ?")
			.param(id)
			.query((ligne, rang) -> synchronisation(ligne, null))
			.single();
	}

	private static Synchronisation synchronisation(ResultSet ligne, List<Message> messages) throws SQLException {
		return new Synchronisation(ligne.getLong("id"), ligne.getString("uai"), ligne.getString("degre"),
				ligne.getInt("annee_scolaire"), ligne.getString("etat"), ligne.getString("declencheur"),
				ligne.getString("demandeur"), ligne.getTimestamp("debut").toInstant(),
				instant(ligne, ligne.findColumn("fin")), avancement(ligne),
				List.of((String[]) ligne.getArray("divisions").getArray()),
				List.of((Long[]) ligne.getArray("bilans").getArray()), compteurs(ligne), messages);
	}

	/** 100 is said by the run that is over, not by the one that is about to be. */
	private static int avancement(ResultSet ligne) throws SQLException {
		if (ligne.getString("etat").equals("TERMINEE")) {
			return 100;
		}
		int total = ligne.getInt("unites_total");
		return (total > 0) ? Math.min(99, 100 * ligne.getInt("unites_faites") / total) : 0;
	}

	private static Map<String, Integer> compteurs(ResultSet ligne) throws SQLException {
		String[] noms = (String[]) ligne.getArray("noms").getArray();
		Integer[] nombres = (Integer[]) ligne.getArray("nombres").getArray();
		Map<String, Integer> compteurs = new TreeMap<>();
		for (int i = 0; i < noms.length; i++) {
			compteurs.put(noms[i], nombres[i]);
		}
		return compteurs;
	}

	private List<Message> messages(long id) {
		return this.jdbc
			.sql("""
					SELECT m.statut, m.texte, m.code, coalesce(e.id_be, e.id_source), coalesce(c.code, c.id_onde), n.id_sts
					FROM lsu.sync_message m LEFT JOIN lsu.eleve e ON e.id = m.eleve_id
					LEFT JOIN lsu.classe c ON c.id = coalesce(m.classe_id, e.classe_id) LEFT JOIN lsu.enseignant n ON n.id = m.enseignant_id
					WHERE m.sync_id = ? ORDER BY m.rang""")
			.param(id)
			.query((ligne, rang) -> new Message(ligne.getString(1), ligne.getString(2), ligne.getString(3),
					cible(ligne)))
			.list();
	}

	private static Cible cible(ResultSet ligne) throws SQLException {
		if (ligne.getString(4) != null) {
			return new Cible("eleve", ligne.getString(4), ligne.getString(5));
		}
		if (ligne.getString(6) != null) {
			return new Cible("enseignant", ligne.getString(6), null);
		}
		return (ligne.getString(5) != null) ? new Cible("division", ligne.getString(5), ligne.getString(5)) : null;
	}

	private static Instant instant(ResultSet ligne, int colonne) throws SQLException {
		Timestamp valeur = ligne.getTimestamp(colonne);
		return (valeur != null) ? valeur.toInstant() : null;
	}

}
