package fr.passerelle.journal;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may decide about a deposit, always with a reason. Two at once: the second
 * finds that the state has moved (F46, F47).
 */
@Service
public class Decisions {

	private final Depots depots;

	private final Transitions transitions;

	private final ComptesRendus comptesRendus;

	private final Acheminement acheminement;

	private final JdbcClient jdbc;

	Decisions(Depots depots, Transitions transitions, ComptesRendus comptesRendus, Acheminement acheminement,
			JdbcClient jdbc) {
		this.depots = depots;
		this.transitions = transitions;
		this.comptesRendus = comptesRendus;
		this.acheminement = acheminement;
		this.jdbc = jdbc;
	}

	/** Lets a held deposit be applied although it makes much disappear. */
	@Transactional
	public void confirmer(NumeroDepot numero, String acteur, String motif) {
		exiger(numero, Etat.RETENU);
		marquer(numero, "confirme");
		this.acheminement.deposer(numero, acteur, motif);
	}

	/** Gives up a deposit that is not applied yet. */
	@Transactional
	public void annuler(NumeroDepot numero, String acteur, String motif) {
		this.transitions.passer(numero, Etat.ANNULE, acteur, motif);
		Depot depot = this.depots.depot(numero);
		this.comptesRendus.garder(numero, RapportVide.de(depot, null));
	}

	/**
	 * Applies again a deposit that failed on our side, or that had anomalies since
	 * repaired.
	 */
	@Transactional
	public void rejouer(NumeroDepot numero, String acteur, String motif) {
		exiger(numero, Etat.EN_ECHEC, Etat.TRAITE_AVEC_ANOMALIES);
		this.jdbc.sql("UPDATE echange.depot SET tentatives = 0 WHERE numero = ?").param(numero.valeur()).update();
		this.acheminement.deposer(numero, acteur, motif);
	}

	/**
	 * Applies a deposit although it is older than the last one, or the same as another.
	 */
	@Transactional
	public void forcer(NumeroDepot numero, String acteur, String motif) {
		exiger(numero, Etat.PERIME, Etat.DOUBLON);
		marquer(numero, "force");
		this.acheminement.deposer(numero, acteur, motif);
	}

	private void exiger(NumeroDepot numero, Etat... etats) {
		Etat etat = this.depots.depot(numero).etat();
		if (!java.util.List.of(etats).contains(etat)) {
			throw new TransitionRefusee(numero, etat, Etat.DEPOSE);
		}
	}

	private void marquer(NumeroDepot numero, String drapeau) {
		this.jdbc.sql("UPDATE echange.depot SET " + drapeau + " = true WHERE numero = ?")
			.param(numero.valeur())
			.update();
	}

}
