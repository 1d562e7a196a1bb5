package fr.passerelle.lsu;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.Noeud;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of runs: one open at a time by school (I4), held by a lease. A holder that
 * dies is replaced; one that is only slow finds, when it commits, that its token is no
 * longer the last one.
 */
@Repository
class Executions {

	/** As for deposits: long for a pause of the JVM, short for who waits. */
	static final Duration BAIL = Duration.ofSeconds(60);

	/** A run that stops the hub itself this many times is ours to look at. */
	static final int MAX_TENTATIVES = 3;

	private final JdbcClient jdbc;

	private final Acheminement acheminement;

	private final Clock horloge;

	private final String porteur;

	private final Set<Long> tenues = ConcurrentHashMap.newKeySet();

	Executions(JdbcClient jdbc, Acheminement acheminement, Noeud noeud, Clock horloge) {
		this.jdbc = jdbc;
		this.acheminement = acheminement;
		this.porteur = noeud.nom();
		this.horloge = horloge;
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public boolean enCours(String uai) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM lsu.sync_execution WHERE uai = ? AND etat = 'EN_COURS')")
			.param(uai)
			.query(Boolean.class)
			.single();
	}

	/** Opens a run, or writes down at once that it was refused. */
	@Transactional(propagation = Propagation.MANDATORY)
	public long ouvrir(Ecole ecole, String declencheur, String demandeur, boolean refusee,
			List<Classes.Classe> classes) {
		Timestamp maintenant = Timestamp.from(this.horloge.instant());
		long id = this.jdbc
			.sql("""
					INSERT INTO lsu.sync_execution (etablissement_id, degre, declencheur, demandeur, debut, fin, etat, uai, annee_scolaire)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""")
			.params(java.util.Arrays.asList(ecole.id(), ecole.degre().code(), declencheur, demandeur, maintenant,
					refusee ? maintenant : null, refusee ? "REFUSEE" : "EN_COURS", ecole.uai(), ecole.anneeScolaire()))
			.query(Long.class)
			.single();
		this.jdbc.sql("""
				INSERT INTO lsu.sync_classe (sync_id, classe_id, rang, uai, annee_scolaire)
				SELECT :sync, c.id, c.rang, :uai, :annee FROM unnest(:classes) WITH ORDINALITY AS c (id, rang)""")
			.param("sync", id)
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("classes", classes.stream().map(Classes.Classe::id).toArray(Long[]::new))
			.update();
		return id;
	}

	/** The bilans to unlock, bring up to date and lock again at the end of this run. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void reverrouiller(long id, Ecole ecole, List<Long> bilans) {
		this.jdbc.sql("""
				INSERT INTO lsu.sync_bilan (sync_id, bilan_id, uai, annee_scolaire)
				SELECT DISTINCT :sync, b, :uai, :annee FROM unnest(:bilans) AS b""")
			.param("sync", id)
			.param("uai", ecole.uai())
			.param("annee", ecole.anneeScolaire())
			.param("bilans", bilans.toArray(new Long[0]))
			.update();
	}

	/**
	 * The run, if it is open and nobody else holds it. A lease of ours that we do not
	 * remember is from before a restart.
	 */
	@Transactional
	public Optional<Course> prendre(long id) {
		if (!this.tenues.add(id)) {
			return Optional.empty();
		}
		Instant maintenant = this.horloge.instant();
		Optional<Course> course = this.jdbc
			.sql("""
					UPDATE lsu.sync_execution SET porteur = :porteur, jeton = jeton + 1, tentatives = tentatives + 1, bail_expire_le = :expire
					WHERE id = :id AND etat = 'EN_COURS'
					  AND (porteur IS NULL OR bail_expire_le < :maintenant OR porteur = :porteur)
					RETURNING etablissement_id, uai, degre, annee_scolaire, jeton""")
			.param("porteur", this.porteur)
			.param("expire", Timestamp.from(maintenant.plus(BAIL)))
			.param("maintenant", Timestamp.from(maintenant))
			.param("id", id)
			.query((ligne, rang) -> new Course(id,
					new Ecole(ligne.getLong(1), ligne.getString(2), Degre.deCode(ligne.getString(3)), ligne.getInt(4)),
					ligne.getLong(5)))
			.optional();
		if (course.isEmpty()) {
			this.tenues.remove(id);
		}
		return course;
	}

	/** How often this run was begun. */
	int tentatives(long id) {
		return this.jdbc.sql("SELECT tentatives FROM lsu.sync_execution WHERE id = ?")
			.param(id)
			.query(Integer.class)
			.single();
	}

	void rendre(long id) {
		this.tenues.remove(id);
	}

	@Scheduled(fixedDelay = 20_000)
	void prolonger() {
		for (Long id : this.tenues) {
			this.jdbc.sql("UPDATE lsu.sync_execution SET bail_expire_le = ? WHERE id = ? AND porteur = ?")
				.params(Timestamp.from(this.horloge.instant().plus(BAIL)), id, this.porteur)
				.update();
		}
	}

	/**
	 * Writes the progress of a run in the transaction about to commit: never less than
	 * before, even when a step is done again.
	 * @throws RunPerdu when another holder took over
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void avancer(Course course, int total, int faites, Map<String, Integer> comptes) {
		int lignes = this.jdbc
			.sql("""
					UPDATE lsu.sync_execution e SET unites_total = greatest(unites_total, :total),
					    unites_faites = greatest(unites_faites, :faites),
					    compteurs = e.compteurs || (SELECT coalesce(jsonb_object_agg(c.compte, c.nombre + coalesce((e.compteurs ->> c.compte)::int, 0)), '{}')
					                                FROM unnest(:comptes, :nombres) AS c (compte, nombre))
					WHERE id = :id AND jeton = :jeton AND etat = 'EN_COURS'""")
			.param("total", total)
			.param("faites", faites)
			.param("comptes", comptes.keySet().toArray(new String[0]))
			.param("nombres", comptes.values().toArray(new Integer[0]))
			.param("id", course.id())
			.param("jeton", course.jeton())
			.update();
		if (lignes != 1) {
			throw new RunPerdu(course.id());
		}
	}

	/** Ends a run that is still ours. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void clore(Course course, String etat) {
		int lignes = this.jdbc.sql("""
				UPDATE lsu.sync_execution SET etat = :etat, fin = :fin, bail_expire_le = NULL,
				    unites_faites = CASE :etat WHEN 'TERMINEE' THEN unites_total ELSE unites_faites END
				WHERE id = :id AND jeton = :jeton AND etat = 'EN_COURS'""")
			.param("etat", etat)
			.param("fin", Timestamp.from(this.horloge.instant()))
			.param("id", course.id())
			.param("jeton", course.jeton())
			.update();
		if (lignes != 1) {
			throw new RunPerdu(course.id());
		}
		this.jdbc.sql("DELETE FROM lsu.sync_eleve WHERE sync_id = ?").param(course.id()).update();
	}

	/**
	 * Calls again for the runs whose holder died, or whose message was lost: they are
	 * anybody's, and called once more if nobody takes them.
	 */
	@Transactional
	public void rappeler() {
		Instant maintenant = this.horloge.instant();
		this.jdbc
			.sql("""
					UPDATE lsu.sync_execution SET porteur = NULL, bail_expire_le = :rappel
					WHERE id IN (SELECT id FROM lsu.sync_execution
					             WHERE etat = 'EN_COURS' AND id <> ALL (:tenues)
					               AND (bail_expire_le < :maintenant OR porteur = :porteur OR bail_expire_le IS NULL AND debut < :oubliee)
					             FOR UPDATE SKIP LOCKED)
					RETURNING id, uai""")
			.param("rappel", Timestamp.from(maintenant.plus(BAIL)))
			.param("tenues", this.tenues.toArray(new Long[0]))
			.param("maintenant", Timestamp.from(maintenant))
			.param("porteur", this.porteur)
			.param("oubliee", Timestamp.from(maintenant.minus(BAIL)))
			.query()
			.listOfRows()
			.forEach((ligne) -> this.acheminement.synchroniser((String) ligne.get("uai"), (Long) ligne.get("id")));
	}

	/** Another holder took the run over; what was done is rolled back. */
	static final class RunPerdu extends RuntimeException {

		RunPerdu(long id) {
			super("the lease of synchronisation " + id + " was taken over");
		}

	}

}
