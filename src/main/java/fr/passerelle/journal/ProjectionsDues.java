package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final Clock horloge;

	ProjectionsDues(JdbcClient jdbc, Outbox outbox, Clock horloge) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.horloge = horloge;
	}

	/**
	 * Says that this deposit changed these kinds of object, and calls for a projection.
	 */
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
		appeler(depot.uai(), depot.numero());
	}

	/**
	 * Takes what is due for this school and year; nothing when another projection has
	 * done it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Due> prendre(String uai, int anneeScolaire) {
		return this.jdbc.sql("""
				DELETE FROM echange.projection_due WHERE uai = ? AND annee_scolaire = ? RETURNING numero, entites""")
			.param(uai)
			.param(anneeScolaire)
			.query((rs, i) -> new Due(new NumeroDepot(rs.getLong(1)), Set.of((String[]) rs.getArray(2).getArray())))
			.optional();
	}

	/** Calls again for the projections that have been due for that long. */
	@Transactional
	public void rappeler(Duration delai) {
		Timestamp maintenant = Timestamp.from(this.horloge.instant());
		List<Map<String, Object>> dues = this.jdbc.sql("""
				UPDATE echange.projection_due SET depuis = :maintenant WHERE depuis < :limite RETURNING uai, numero""")
			.param("maintenant", maintenant)
			.param("limite", Timestamp.from(this.horloge.instant().minus(delai)))
			.query()
			.listOfRows();
		dues.forEach((due) -> appeler((String) due.get("uai"), new NumeroDepot((Long) due.get("numero"))));
	}

	private void appeler(String uai, NumeroDepot numero) {
		this.outbox.ecrire(Acheminement.PROJECTIONS, uai, numero, Map.of("uai", uai, "depot", numero.toString()),
				numero.toString(), null);
	}

}
