package fr.passerelle.referentiel;

import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a deposit would change, row by row, before it is applied: the work itself, rolled
 * back.
 */
@Service
public class Apercus {

	private final Depots depots;

	private final Application application;

	private final TransactionTemplate transaction;

	Apercus(Depots depots, Application application, TransactionTemplate transaction) {
		this.depots = depots;
		this.application = application;
		this.transaction = transaction;
	}

	/** What applying this deposit now would do; 10,000 rows per entity at the most. */
	public Apercu apercu(NumeroDepot numero) {
		return this.transaction.execute((etat) -> {
			etat.setRollbackOnly();
			return this.application.detailler(this.depots.depot(numero));
		});
	}

}
