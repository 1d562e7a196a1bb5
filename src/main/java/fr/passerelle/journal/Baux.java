package fr.passerelle.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leases on deposits being applied. A holder that dies loses its lease and another goes
 * on; a holder that is only slow finds, when it wants to commit, that its token is no
 * longer the last one.
 */
@Component
public class Baux {

	/**
	 * Long enough to survive a pause of the JVM, short enough that nobody waits for a
	 * dead node.
	 */
	static final Duration DUREE = Duration.ofSeconds(60);

	/** A deposit that stops the hub itself this many times is ours to look at. */
	static final int MAX_TENTATIVES = 8;

	private final JdbcClient jdbc;

	private final Depots depots;

	private final Transitions transitions;

	private final Clock horloge;

	private final String porteur;

	private final Set<NumeroDepot> tenus = ConcurrentHashMap.newKeySet();

	Baux(JdbcClient jdbc, Depots depots, Transitions transitions, Clock horloge, Noeud noeud) {
		this.porteur = noeud.nom();
		this.jdbc = jdbc;
		this.depots = depots;
		this.transitions = transitions;
		this.horloge = horloge;
	}

	/**
	 * The token to commit with, or nothing when the deposit is not to be applied by us
	 * now.
	 */
	@Transactional
	public Optional<Long> prendre(NumeroDepot numero) {
		Depot depot = this.depots.depot(numero);
		if (depot.etat() == Etat.DEPOSE && depot.tentatives() >= MAX_TENTATIVES) {
			this.transitions.passer(numero, Etat.EN_ECHEC, "hub",
					"Application interrompue " + MAX_TENTATIVES + " fois");
			return Optional.empty();
		}
		if (depot.etat() == Etat.DEPOSE) {
			this.transitions.passer(numero, Etat.EN_TRAITEMENT, "hub", null);
		}
		Instant maintenant = this.horloge.instant();
		Optional<Long> jeton = this.jdbc
			.sql("""
					UPDATE echange.depot SET porteur = :porteur, jeton = jeton + 1, tentatives = tentatives + 1, bail_expire_le = :expire
					WHERE numero = :numero AND etat = 'en_traitement'
					  AND (porteur = :porteur OR bail_expire_le IS NULL OR bail_expire_le < :maintenant)
					RETURNING jeton""")
			.param("porteur", this.porteur)
			.param("expire", java.sql.Timestamp.from(maintenant.plus(DUREE)))
			.param("maintenant", java.sql.Timestamp.from(maintenant))
			.param("numero", numero.valeur())
			.query(Long.class)
			.optional();
		jeton.ifPresent((j) -> this.tenus.add(numero));
		return jeton;
	}

	/**
	 * Whether the first verdict of a deposit is ours to give now: it has none yet, and
	 * nobody, here or elsewhere, is giving it. Given back by {@link #rendre}.
	 */
	@Transactional
	public boolean ouvrir(NumeroDepot numero) {
		if (!this.tenus.add(numero)) {
			return false;
		}
		int lignes = this.jdbc.sql("""
				UPDATE echange.depot SET porteur = :porteur, bail_expire_le = :expire
				WHERE numero = :numero AND etat = 'recu'
				  AND (porteur = :porteur OR bail_expire_le IS NULL OR bail_expire_le < :maintenant)""")
			.param("porteur", this.porteur)
			.param("expire", java.sql.Timestamp.from(this.horloge.instant().plus(DUREE)))
			.param("maintenant", java.sql.Timestamp.from(this.horloge.instant()))
			.param("numero", numero.valeur())
			.update();
		if (lignes != 1) {
			this.tenus.remove(numero);
		}
		return lignes == 1;
	}

	/**
	 * Whether a deposit still has no verdict and is still ours to open, in the
	 * transaction about to commit.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean estOuvert(NumeroDepot numero) {
		return this.jdbc.sql("SELECT FROM echange.depot WHERE numero = ? AND etat = 'recu' AND porteur = ? FOR UPDATE")
			.param(numero.valeur())
			.param(this.porteur)
			.query((rs, i) -> numero)
			.optional()
			.isPresent();
	}

	/**
	 * Whether nobody works on a deposit: neither this node nor one whose lease runs. A
	 * lease of ours that we do not remember is from before a restart.
	 */
	boolean libre(NumeroDepot numero) {
		return !this.tenus.contains(numero) && this.jdbc
			.sql("""
					SELECT bail_expire_le IS NULL OR bail_expire_le < :maintenant OR porteur = :porteur FROM echange.depot WHERE numero = :numero""")
			.param("maintenant", java.sql.Timestamp.from(this.horloge.instant()))
			.param("porteur", this.porteur)
			.param("numero", numero.valeur())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Says, in the transaction about to commit, that we still hold the lease.
	 * @throws BailPerdu when another holder took over
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void confirmer(NumeroDepot numero, long jeton) {
		int lignes = this.jdbc.sql("""
				UPDATE echange.depot SET tentatives = 0
				WHERE numero = ? AND jeton = ? AND porteur = ? AND etat = 'en_traitement'""")
			.param(numero.valeur())
			.param(jeton)
			.param(this.porteur)
			.update();
		if (lignes != 1) {
			throw new BailPerdu(numero);
		}
	}

	public void rendre(NumeroDepot numero) {
		this.tenus.remove(numero);
	}

	@Scheduled(fixedDelay = 20_000)
	void prolonger() {
		for (NumeroDepot numero : this.tenus) {
			this.jdbc.sql("""
					UPDATE echange.depot SET bail_expire_le = :expire
					WHERE numero = :numero AND porteur = :porteur AND bail_expire_le IS NOT NULL""")
				.params(Map.of("expire", java.sql.Timestamp.from(this.horloge.instant().plus(DUREE)), "numero",
						numero.valeur(), "porteur", this.porteur))
				.update();
		}
	}

	/** Another holder took the deposit over; what was done is rolled back. */
	public static final class BailPerdu extends RuntimeException {

		BailPerdu(NumeroDepot numero) {
			super("the lease of deposit " + numero + " was taken over");
		}

	}

}
