package fr.passerelle.referentiel;

import java.util.List;
import java.util.Map;

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

	/**
	 * Rows {@code entite}, {@code operation} (INSERT, UPDATE, DISPARU), {@code cle};
	 * 10,000 per entity at the most.
	 */
	public List<Map<String, Object>> apercu(NumeroDepot numero) {
		return this.transaction.execute((etat) -> {
			etat.setRollbackOnly();
			return this.application.detailler(this.depots.depot(numero));
		});
	}

}
