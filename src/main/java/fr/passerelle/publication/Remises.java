package fr.passerelle.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.passerelle.journal.Noeud;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is to be put on the servers of consumers. Packages of one parcel go one after the
 * other; of several completes that wait only the last one goes, since it says everything.
 * A consumer that wants deltas gets all of its packages, in the order they were made:
 * each delta is what makes a complete of the one before.
 */
@Repository("remisesDePaquets")
class Remises {

	/**
	 * Those of a consumer that wait, in order; {@code libre}: nobody is at it.
	 */
	private static final String ATTENTE = """
			SELECT r.paquet, r.prochaine, split_part(r.paquet, '-', 3)::bigint AS numero,
			       CASE WHEN :delta THEN '' ELSE coalesce(%s, '') END AS voie,
			       r.bail_expire_le IS NULL OR r.bail_expire_le <= :maintenant OR r.porteur = :noeud AS libre
			FROM echange.remise_paquet r JOIN echange.paquet p USING (paquet)
			WHERE p.flux = :flux AND p.consommateur = :consommateur AND r.etat = 'attend'"""
		.formatted(Paquets.PARCELLE.formatted("r.paquet"));

	private final JdbcClient jdbc;

	private final Clock horloge;

	private final String noeud;

	Remises(JdbcClient jdbc, Clock horloge, Noeud noeud) {
		this.jdbc = jdbc;
		this.horloge = horloge;
		this.noeud = noeud.nom();
	}

	/** A package just shown is to be put on the server of its consumer. */
	void ajouter(String paquet, Instant instant) {
		this.jdbc.sql("INSERT INTO echange.remise_paquet (paquet, prochaine) VALUES (?, ?)")
			.params(paquet, Timestamp.from(instant))
			.update();
	}

	/** Whether something of this consumer is to be tried now. */
	boolean estDue(Consommateur consommateur) {
		return demande("SELECT EXISTS (SELECT FROM (" + ATTENTE + ") a WHERE libre AND prochaine <= :maintenant)",
				consommateur)
			.query(Boolean.class)
			.single();
	}

	/** One node at a time chooses for a consumer, until the end of the transaction. */
	void unALaFois(Consommateur consommateur) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('remise ' || ? || ' ' || ?, 0))")
			.params(consommateur.flux(), consommateur.nom())
			.query()
			.listOfRows();
	}

	/**
	 * Passes over the completes that a later one replaces.
	 * @return their names
	 */
	List<String> remplacer(Consommateur consommateur) {
		return demande(
				"""
						UPDATE echange.remise_paquet r SET etat = 'remplace', le = :maintenant, motif = 'REMISE_REMPLACE', remplace_par = d.dernier
						FROM (SELECT a.*, last_value(paquet) OVER (PARTITION BY voie ORDER BY numero ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS dernier
						      FROM (%s) a) d
						WHERE NOT :delta AND r.paquet = d.paquet AND d.libre AND d.paquet <> d.dernier AND r.etat = 'attend' RETURNING r.paquet"""
					.formatted(ATTENTE),
				consommateur)
			.query(String.class)
			.list();
	}

	/** Takes the first package whose turn has come, for so long. */
	Optional<Prise> prendre(Consommateur consommateur, Duration bail) {
		return demande(
				"""
						UPDATE echange.remise_paquet r SET jeton = jeton + 1, porteur = :noeud, bail_expire_le = :bail, tentatives = tentatives + 1
						WHERE r.etat = 'attend' AND r.paquet = (
						    SELECT paquet FROM (SELECT DISTINCT ON (voie) a.* FROM (%s) a ORDER BY voie, numero) t
						    WHERE libre AND prochaine <= :maintenant ORDER BY numero LIMIT 1)
						RETURNING paquet, jeton, tentatives, motif IS NOT NULL"""
					.formatted(ATTENTE),
				consommateur)
			.param("bail", Timestamp.from(this.horloge.instant().plus(bail)))
			.query((ligne, rang) -> new Prise(ligne.getString(1), ligne.getLong(2), ligne.getInt(3),
					ligne.getBoolean(4)))
			.optional();
	}

	/**
	 * Notes how it ended.
	 * @param motif code of what kept it from being there, null when it is
	 * @return false when another took it over meanwhile: nothing is noted
	 */
	boolean finir(Prise prise, Remise.Etat etat, String motif) {
		return this.jdbc.sql("""
				UPDATE echange.remise_paquet SET etat = ?, le = ?, motif = ?, bail_expire_le = NULL
				WHERE paquet = ? AND jeton = ? AND etat = 'attend'""")
			.params(etat.code(), maintenant(), motif, prise.paquet(), prise.jeton())
			.update() == 1;
	}

	/** Notes that it failed and when to try again. */
	boolean echouer(Prise prise, String motif, Duration attente) {
		return this.jdbc.sql("""
				UPDATE echange.remise_paquet SET prochaine = ?, motif = ?, bail_expire_le = NULL
				WHERE paquet = ? AND jeton = ? AND etat = 'attend'""")
			.params(Timestamp.from(this.horloge.instant().plus(attente)), motif, prise.paquet(), prise.jeton())
			.update() == 1;
	}

	/**
	 * Gives up what waits for consumers that have no server any more.
	 * @param servis those that have one, each as {@code flux/nom}
	 */
	void abandonnerSansCanal(List<String> servis) {
		this.jdbc
			.sql("""
					UPDATE echange.remise_paquet r SET etat = 'abandonne', le = ?, motif = 'REMISE_SANS_CANAL', bail_expire_le = NULL
					FROM echange.paquet p WHERE p.paquet = r.paquet AND r.etat = 'attend'
					  AND p.flux || '/' || p.consommateur <> ALL (?)""")
			.params(maintenant(), servis.toArray(new String[0]))
			.update();
	}

	/**
	 * What is not where it should be, of each consumer the first: failed and tried again,
	 * or lost, as long as nothing was put there since.
	 */
	List<Retenu> retenus() {
		return this.jdbc
			.sql("""
					SELECT DISTINCT ON (p.flux, p.consommateur) p.flux, p.consommateur, p.paquet, r.motif FROM echange.remise_paquet r JOIN echange.paquet p USING (paquet)
					WHERE r.motif IS NOT NULL
					  AND (r.etat = 'attend' OR r.etat = 'abandonne' AND r.motif <> 'REMISE_SANS_CANAL'
					       AND NOT EXISTS (SELECT FROM echange.remise_paquet s JOIN echange.paquet q USING (paquet)
					                       WHERE q.flux = p.flux AND q.consommateur = p.consommateur AND s.etat = 'remis' AND s.le > r.le))
					ORDER BY p.flux, p.consommateur, r.le NULLS FIRST, split_part(p.paquet, '-', 3)::bigint""")
			.query((ligne, rang) -> new Retenu(ligne.getString(1) + "/" + ligne.getString(2), ligne.getString(3),
					ligne.getString(4)))
			.list();
	}

	private JdbcClient.StatementSpec demande(String sql, Consommateur consommateur) {
		return this.jdbc.sql(sql)
			.param("delta", consommateur.delta())
			.param("maintenant", maintenant())
			.param("noeud", this.noeud)
			.param("flux", consommateur.flux())
			.param("consommateur", consommateur.nom());
	}

	private Timestamp maintenant() {
		return Timestamp.from(this.horloge.instant());
	}

	/**
	 * A package being put on its server.
	 *
	 * @param jeton tells this time from a later one
	 * @param tentative which time it is, from 1
	 * @param reprise whether it failed before
	 */
	record Prise(String paquet, long jeton, int tentative, boolean reprise) {
	}

	/** A package that is not where it should be, and the code of why. */
	record Retenu(String consommateur, String paquet, String motif) {
	}

}
