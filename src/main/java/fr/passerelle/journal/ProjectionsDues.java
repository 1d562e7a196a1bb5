package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the two stores still have to learn, by school and year. Deposits add to it in
 * their own transaction, a projection takes all of it in its own: several deposits of a
 * school cost one projection, and a projection that fails is still due.
 */
@Repository
public class ProjectionsDues {

	/**
	 * What is due: the kinds of object that changed, and the last deposit that changed
	 * some.
	 */
	public record Due(NumeroDepot numero, Set<String> entites) {
	}

	/** A call unanswered for so long is not in the broker any more. */
	static final Duration SANS_REPONSE = Duration.ofMinutes(10);

	/** How far the stores of a school may stay behind while its files keep coming. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Clock horloge;

	ProjectionsDues(JdbcClient jdbc, Outbox outbox, Clock horloge) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.horloge = horloge;
	}

	/** Says that this deposit changed these kinds of object. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void demander(Depot depot, Set<String> entites) {
		this.jdbc.sql("""
				INSERT INTO echange.projection_due AS due (uai, annee_scolaire, numero, entites, depuis)
				VALUES (:uai, :annee, :numero, :entites, :depuis)
				ON CONFLICT (uai, annee_scolaire) DO UPDATE SET numero = excluded.numero,
				    entites = ARRAY(SELECT DISTINCT unnest(due.entites || excluded.entites))""")
			.param("uai", depot.uai())
			.param("annee", depot.anneeScolaire())
			.param("numero", depot.numero().valeur())
			.param("entites", entites.toArray(new String[0]))
			.param("depuis", Timestamp.from(this.horloge.instant()))
			.update();
	}

	/**
	 * Asks again for what time alone changes, as of the last deposit projected: nothing
	 * for a school and year that never were.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void redemander(String uai, int anneeScolaire, Set<String> entites) {
		this.jdbc.sql("""
				INSERT INTO echange.projection_due AS due (uai, annee_scolaire, numero, entites, depuis)
				SELECT uai, annee_scolaire, numero, :entites, :depuis FROM echange.projection_faite
				WHERE uai = :uai AND annee_scolaire = :annee
				ON CONFLICT (uai, annee_scolaire) DO UPDATE
				SET entites = ARRAY(SELECT DISTINCT unnest(due.entites || excluded.entites))""")
			.param("uai", uai)
			.param("annee", anneeScolaire)
			.param("entites", entites.toArray(new String[0]))
			.param("depuis", Timestamp.from(this.horloge.instant()))
			.update();
	}

	/**
	 * Takes what is due for this school and year, and notes that it is done, both lost if
	 * the projection fails; nothing when another projection has done it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Due> prendre(String uai, int anneeScolaire) {
		Optional<Due> due = enlever(uai, anneeScolaire);
		due.ifPresent((celle) -> noter(uai, anneeScolaire, celle.numero()));
		return due;
	}

	private void noter(String uai, int anneeScolaire, NumeroDepot numero) {
		this.jdbc
			.sql("""
					INSERT INTO echange.projection_faite (uai, annee_scolaire, numero, faite_le) VALUES (:uai, :annee, :numero, :le)
					ON CONFLICT (uai, annee_scolaire) DO UPDATE SET numero = excluded.numero, faite_le = excluded.faite_le""")
			.param("uai", uai)
			.param("annee", anneeScolaire)
			.param("numero", numero.valeur())
			.param("le", Timestamp.from(this.horloge.instant()))
			.update();
	}

	private Optional<Due> enlever(String uai, int anneeScolaire) {
		return this.jdbc.sql("""
				DELETE FROM echange.projection_due WHERE uai = ? AND annee_scolaire = ? RETURNING numero, entites""")
			.param(uai)
			.param(anneeScolaire)
			.query((rs, i) -> new Due(new NumeroDepot(rs.getLong(1)), Set.of((String[]) rs.getArray(2).getArray())))
			.optional();
	}

	/**
	 * Calls for the projections of the schools that have no deposit on its way any more,
	 * or wait for too long; and again for those that never answered.
	 */
	@Transactional
	public void appeler() {
		Instant maintenant = this.horloge.instant();
		this.jdbc
			.sql("""
					UPDATE echange.projection_due SET appelee_le = :maintenant
					WHERE (uai, annee_scolaire) IN (
					    SELECT uai, annee_scolaire FROM echange.projection_due p
					    WHERE (appelee_le IS NULL OR appelee_le < :oubliee)
					      AND (depuis < :assez OR NOT EXISTS (SELECT FROM echange.depot d
					                                          WHERE d.uai = p.uai AND d.etat IN ('depose', 'en_traitement')))
					    FOR UPDATE SKIP LOCKED)
					RETURNING uai, numero""")
			.param("maintenant", Timestamp.from(maintenant))
			.param("oubliee", Timestamp.from(maintenant.minus(SANS_REPONSE)))
			.param("assez", Timestamp.from(maintenant.minus(PATIENCE)))
			.query()
			.listOfRows()
			.forEach((due) -> appeler((String) due.get("uai"), new NumeroDepot((Long) due.get("numero"))));
	}

	private void appeler(String uai, NumeroDepot numero) {
		this.outbox.ecrire(Acheminement.PROJECTIONS, uai, numero, Map.of("uai", uai, "depot", numero.toString()),
				numero.toString(), null);
	}

}
