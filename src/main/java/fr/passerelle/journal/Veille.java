package fr.passerelle.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after deposits that stopped on their way: a node died, a message was lost, a
 * prerequisite never came.
 */
@Component("veille")
public class Veille {

	/** A claim check unanswered for so long is not in the broker any more. */
	private static final Duration SANS_REPONSE = Duration.ofMinutes(10);

	private final Depots depots;

	private final Acheminement acheminement;

	private final Baux baux;

	private final JdbcClient jdbc;

	private final Clock horloge;

	private final Duration attente;

	private final Duration sansVerdict;

	private final Instant demarrage;

	Veille(Depots depots, Acheminement acheminement, Baux baux, JdbcClient jdbc, Clock horloge,
			@Value("${passerelle.traitement.attente:15d}") Duration attente,
			@Value("${passerelle.veille.sans-verdict:30s}") Duration sansVerdict) {
		this.sansVerdict = sansVerdict;
		this.depots = depots;
		this.acheminement = acheminement;
		this.baux = baux;
		this.jdbc = jdbc;
		this.horloge = horloge;
		this.attente = attente;
		this.demarrage = horloge.instant();
	}

	/**
	 * Numbers of deposits without a verdict, to be opened again; each time is counted.
	 */
	@Transactional
	public List<String> sansVerdict() {
		Instant limite = this.horloge.instant().minus(this.sansVerdict);
		List<NumeroDepot> restes = this.depots
			.restesEn(Etat.RECU, limite.isBefore(this.demarrage) ? this.demarrage : limite)
			.stream()
			.filter(this.baux::libre)
			.toList();
		this.jdbc.sql("UPDATE echange.depot SET tentatives = tentatives + 1 WHERE numero = ANY (?)")
			.param(restes.stream().map(NumeroDepot::valeur).toArray(Long[]::new))
			.update();
		return restes.stream().map(NumeroDepot::toString).toList();
	}

	/** Gives back the deposits whose holder died, and sends lost claim checks again. */
	@Transactional
	public void reprendre() {
		Instant maintenant = this.horloge.instant();
		bailExpire(maintenant)
			.forEach((numero) -> this.acheminement.deposer(numero, "hub", "Reprise après interruption"));
		this.depots.restesEn(Etat.DEPOSE, maintenant.minus(SANS_REPONSE))
			.stream()
			.filter(this::sansMessage)
			.forEach((numero) -> this.acheminement.relancer(numero, null));
	}

	/**
	 * Numbers of refused deposits whose file was not given back before an interruption.
	 */
	public List<String> aRendre() {
		return this.jdbc.sql("SELECT numero FROM echange.depot WHERE etat = 'refuse' AND NOT rendu ORDER BY numero")
			.query(String.class)
			.list();
	}

	/** Deposits that never came to a verdict, however often they were opened again. */
	public List<NumeroDepot> sansIssue() {
		return this.jdbc.sql("SELECT numero FROM echange.depot WHERE etat = 'recu' AND tentatives >= ?")
			.param(Baux.MAX_TENTATIVES)
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

	/** Deposits whose prerequisite did not come within the delay. */
	public List<NumeroDepot> attentesExpirees() {
		return this.depots.restesEn(Etat.EN_ATTENTE, this.horloge.instant().minus(this.attente));
	}

	private List<NumeroDepot> bailExpire(Instant maintenant) {
		return this.jdbc.sql(
				"SELECT numero FROM echange.depot WHERE etat = 'en_traitement' AND bail_expire_le < ? FOR UPDATE SKIP LOCKED")
			.param(java.sql.Timestamp.from(maintenant))
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

	private boolean sansMessage(NumeroDepot numero) {
		return this.jdbc.sql("""
				SELECT NOT EXISTS (SELECT FROM echange.outbox WHERE numero = ? AND adresse = 'passerelle.depots'
				                   AND (publie_le IS NULL OR publie_le > ?))""")
			.param(numero.valeur())
			.param(java.sql.Timestamp.from(this.horloge.instant().minus(SANS_REPONSE)))
			.query(Boolean.class)
			.single();
	}

}
