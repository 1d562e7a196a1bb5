package fr.passerelle.lsu;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is read of the report books of a school: its state, its runs, its bilans. */
@Service
public class Consultation {

	private static final String DISPOSITIF = "LSU_W3";

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

	/** A bilan as it is shown: the identity it was locked with, or that of today. */
	public record Bilan(long id, String type, String eleve, String nom, String prenoms, LocalDate dateNaissance,
			String division, Integer periode, Integer cycle, String etat, String mode, LocalDateTime dateVerrou,
			String etablissement, String responsable, List<String> dispositifs, List<String> professeursPrincipaux,
			@JsonRawValue String acquis) {
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
		return this.jdbc
			.sql("""
					SELECT DISTINCT ON (flux) flux, horodatage, traite_le FROM echange.v_depot
					WHERE uai = ? AND annee_scolaire = ? AND etat IN ('traite', 'traite_avec_anomalies')
					  AND flux IN ('SIECLE_ELEVES', 'SIECLE_RESPONSABLES', 'SIECLE_STRUCTURES', 'STS_EMP', 'ELEGROUPE', 'ONDE_ELEVES',
					               'ONDE_RESPONSABLES', 'ONDE_ENSEIGNANTS')
					ORDER BY flux, traite_le DESC""")
			.params(ecole.uai(), ecole.anneeScolaire())
			.query((ligne, rang) -> new Source(ligne.getString(1), ligne.getObject(2, LocalDateTime.class),
					instant(ligne, 3)))
			.list();
	}

	private List<Classe> classes(Ecole ecole) {
		return this.classes.de(ecole)
			.stream()
			.map((classe) -> this.jdbc.sql("""
					SELECT (SELECT count(*) FROM lsu.eleve WHERE classe_id = :classe AND disparu_le IS NULL), count(*),
					       count(*) FILTER (WHERE etat = 'VERROUILLE')
					FROM lsu.bilan_periodique WHERE classe_id = :classe""")
				.param("classe", classe.id())
				.query((ligne, rang) -> new Classe(classe.code(), classe.libelle(), classe.modeSource(),
						periodes(classe), ligne.getInt(1), ligne.getInt(2), ligne.getInt(3)))
				.single())
			.toList();
	}

	private List<Periodes.Periode> periodes(Classes.Classe classe) {
		return this.jdbc
			.sql("SELECT indice, date_debut, date_fin FROM lsu.periode WHERE periodicite_id = ? ORDER BY indice")
			.params(java.util.Arrays.asList(classe.periodicite()))
			.query((ligne, rang) -> new Periodes.Periode(ligne.getInt(1), ligne.getObject(2, LocalDate.class),
					ligne.getObject(3, LocalDate.class)))
			.list();
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
		return this.jdbc.sql("SELECT * FROM lsu.sync_execution WHERE uai = ? ORDER BY id DESC OFFSET ? LIMIT ?")
			.params(uai, debut, nombre)
			.query((ligne, rang) -> synchronisation(ligne, null))
			.list();
	}

	/** One run and its lines so far. */
	public Optional<Synchronisation> synchronisation(String uai, long id) {
		return this.jdbc.sql("SELECT * FROM lsu.sync_execution WHERE uai = ? AND id = ?")
			.params(uai, id)
			.query((ligne, rang) -> synchronisation(ligne, messages(id)))
			.optional();
	}

	private Synchronisation synchronisation(ResultSet ligne, List<Message> messages) throws SQLException {
		long id = ligne.getLong("id");
		return new Synchronisation(id, ligne.getString("uai"), ligne.getString("degre"), ligne.getInt("annee_scolaire"),
				ligne.getString("etat"), ligne.getString("declencheur"), ligne.getString("demandeur"),
				ligne.getTimestamp("debut").toInstant(), instant(ligne, ligne.findColumn("fin")), avancement(ligne),
				this.jdbc
					.sql("""
							SELECT coalesce(c.code, c.id_onde) FROM lsu.sync_classe s JOIN lsu.classe c ON c.id = s.classe_id
							WHERE s.sync_id = ? ORDER BY s.rang""")
					.param(id)
					.query(String.class)
					.list(),
				this.jdbc.sql("SELECT bilan_id FROM lsu.sync_bilan WHERE sync_id = ? ORDER BY 1")
					.param(id)
					.query(Long.class)
					.list(),
				compteurs(id), messages);
	}

	/** 100 is said by the run that is over, not by the one that is about to be. */
	private static int avancement(ResultSet ligne) throws SQLException {
		if (ligne.getString("etat").equals("TERMINEE")) {
			return 100;
		}
		int total = ligne.getInt("unites_total");
		return (total > 0) ? Math.min(99, 100 * ligne.getInt("unites_faites") / total) : 0;
	}

	private Map<String, Integer> compteurs(long id) {
		Map<String, Integer> compteurs = new java.util.TreeMap<>();
		this.jdbc.sql("SELECT key, value::int FROM lsu.sync_execution, jsonb_each_text(compteurs) WHERE id = ?")
			.param(id)
			.query((ligne) -> {
				compteurs.put(ligne.getString(1), ligne.getInt(2));
			});
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

	/** The bilans of a school, of one class or one élève if they are named. */
	public List<Bilan> bilans(String uai, String division, String eleve) {
		return this.jdbc
			.sql("""
					SELECT b.id, 'periodique', coalesce(b.id_be, b.eleve_id), b.nom, b.prenoms, b.date_naissance, b.libelle_division, b.indice,
					       NULL::int, b.etat, b.mode, b.date_verrou, b.denomination, b.responsable_etablissement, b.dispositifs,
					       b.noms_professeurs_principaux,
					       (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('discipline', a.code_matiere, 'modalite', a.modalite, 'domaine', a.code_domaine,
					           'moyenneEleve', a.moyenne_eleve, 'positionnement', a.positionnement, 'appreciation', a.appreciation,
					           'enseignants', to_jsonb(a.noms_enseignants))) ORDER BY a.code_matiere, a.code_domaine), '[]')
					        FROM lsu.v_bilan_acquis a WHERE a.bilan_id = b.id)::text
					FROM lsu.v_bilan_periodique b
					WHERE b.uai = :uai AND (:division::text IS NULL OR :division IN (b.code_division, b.libelle_division))
					  AND (:eleve::text IS NULL OR :eleve IN (b.id_be, b.eleve_id))
					UNION ALL
					SELECT b.id, 'cycle', coalesce(b.id_be, b.eleve_id), b.nom, b.prenoms, b.date_naissance, b.libelle_division, NULL, b.cycle, b.etat,
					       b.mode, b.date_verrou, b.denomination, NULL, '{}', '{}', '[]'
					FROM lsu.v_bilan_cycle b
					WHERE b.uai = :uai AND (:division::text IS NULL OR :division = b.libelle_division)
					  AND (:eleve::text IS NULL OR :eleve IN (b.id_be, b.eleve_id))
					ORDER BY 3, 2 DESC, 8, 9""")
			.param("uai", uai)
			.param("division", division)
			.param("eleve", eleve)
			.query((ligne, rang) -> new Bilan(ligne.getLong(1), ligne.getString(2), ligne.getString(3),
					ligne.getString(4), ligne.getString(5), ligne.getObject(6, LocalDate.class), ligne.getString(7),
					(Integer) ligne.getObject(8), (Integer) ligne.getObject(9), ligne.getString(10),
					ligne.getString(11), ligne.getObject(12, LocalDateTime.class), ligne.getString(13),
					ligne.getString(14), textes(ligne.getArray(15)), textes(ligne.getArray(16)), ligne.getString(17)))
			.list();
	}

	private static List<String> textes(Array tableau) throws SQLException {
		return List.of((String[]) tableau.getArray());
	}

	private static Instant instant(ResultSet ligne, int colonne) throws SQLException {
		Timestamp valeur = ligne.getTimestamp(colonne);
		return (valeur != null) ? valeur.toInstant() : null;
	}

}
