package fr.passerelle.referentiel;

import java.util.Optional;

import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.Baux;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Depots;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Veille;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.NumeroDepot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a deposit. Redone as often as the message comes: only the holder of the lease
 * on a deposit in the right state does anything, and all of it is one transaction.
 */
@Component("fusionStep")
public class FusionStep {

	private static final Logger LOG = LoggerFactory.getLogger(FusionStep.class);

	private static final String ACTEUR = "hub";

	private final Baux baux;

	private final Depots depots;

	private final Application application;

	private final Suites suites;

	private final Veille veille;

	private final TransactionTemplate transaction;

	FusionStep(Baux baux, Depots depots, Application application, Suites suites, Veille veille,
			TransactionTemplate transaction) {
		this.veille = veille;
		this.baux = baux;
		this.depots = depots;
		this.application = application;
		this.suites = suites;
		this.transaction = transaction;
	}

	/** Applies the deposit of this number, {@link Acheminement#DEPOTS}'s claim check. */
	public void appliquer(String numero) {
		NumeroDepot depot = NumeroDepot.lire(numero);
		Optional<Long> jeton = this.baux.prendre(depot);
		if (jeton.isPresent()) {
			try {
				appliquer(depot, jeton.get());
			}
			catch (Baux.BailPerdu perdu) {
				LOG.warn("{}; what we did is rolled back and the new holder goes on", perdu.getMessage());
			}
			finally {
				this.baux.rendre(depot);
			}
		}
	}

	private void appliquer(NumeroDepot numero, long jeton) {
		try {
			this.transaction.executeWithoutResult((etat) -> {
				Depot depot = this.depots.depot(numero);
				Bilan bilan = this.application.appliquer(depot);
				this.baux.confirmer(numero, jeton);
				this.suites.applique(depot, bilan);
			});
		}
		catch (Arret arret) {
			this.transaction.executeWithoutResult((etat) -> {
				this.baux.confirmer(numero, jeton);
				this.suites.arrete(this.depots.depot(numero), arret);
			});
		}
	}

	/** Rejects the deposits whose prerequisite did not come within the delay. */
	public void expirer() {
		this.veille.attentesExpirees().forEach((numero) -> this.transaction.executeWithoutResult((etat) -> {
			Depot depot = this.depots.depot(numero);
			Arret arret = new Arret(Etat.REJETE, Constat.de("ATTENTE_EXPIREE"), Bilan.vide(depot.prerequis()));
			this.suites.arrete(depot, arret);
		}));
	}

	/** Ends the deposits that never came to a verdict: the fault is ours. */
	public void abandonner() {
		this.veille.sansIssue()
			.forEach((numero) -> this.transaction.executeWithoutResult((etat) -> this.suites
				.echoue(this.depots.depot(numero), new IllegalStateException("no verdict on deposit " + numero))));
	}

	static String acteur() {
		return ACTEUR;
	}

	/**
	 * Nothing of the deposit is applied now, for this reason; the transaction is rolled
	 * back.
	 */
	static final class Arret extends RuntimeException {

		private final Etat vers;

		private final transient Constat constat;

		private final transient Bilan bilan;

		Arret(Etat vers, Constat constat, Bilan bilan) {
			super(constat.code(), null, false, false);
			this.vers = vers;
			this.constat = constat;
			this.bilan = bilan;
		}

		Etat vers() {
			return this.vers;
		}

		Constat constat() {
			return this.constat;
		}

		Bilan bilan() {
			return this.bilan;
		}

	}

}
