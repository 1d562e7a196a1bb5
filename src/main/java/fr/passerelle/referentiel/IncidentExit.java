package fr.passerelle.referentiel;

import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one exit for what failed on our side: the deposit becomes {@code en_echec} and can
 * be replayed. A deposit already applied keeps its state: only what follows it failed.
 */
@Component("sortieIncident")
public class IncidentExit {

	private static final Logger LOG = LoggerFactory.getLogger(IncidentExit.class);

	private final Depots depots;

	private final Suites suites;

	private final TransactionTemplate transaction;

	IncidentExit(Depots depots, Suites suites, TransactionTemplate transaction) {
		this.depots = depots;
		this.suites = suites;
		this.transaction = transaction;
	}

	public void sortir(@Body String depot, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable cause) {
		NumeroDepot numero = NumeroDepot.lire(depot);
		LOG.error("deposit {} failed on our side", numero, cause);
		this.transaction.executeWithoutResult((etat) -> this.suites.echoue(this.depots.depot(numero), cause));
	}

}
