package fr.passerelle.depot;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/**
 * What becomes of each look at a server. A look that fails is noted, and not logged again
 * by Camel at every turn; what fails about one file still is.
 */
class SftpPolls extends DefaultPollingConsumerPollStrategy implements ExceptionHandler {

	private final String canal;

	private final ChannelStates etats;

	private final ExceptionHandler journal;

	private Exception notee;

	SftpPolls(CanalSftp canal, ChannelStates etats, ExceptionHandler journal) {
		this.canal = canal.canal();
		this.etats = etats;
		this.journal = journal;
	}

	@Override
	public void commit(Consumer releve, Endpoint adresse, int fichiers) {
		this.etats.repond(this.canal);
	}

	@Override
	public boolean rollback(Consumer releve, Endpoint adresse, int essai, Exception echec) {
		this.notee = echec;
		this.etats.echoue(this.canal, raison(echec));
		return false;
	}

	/**
	 * What a server says may name a file: the kind of failure is enough to look further.
	 */
	private static String raison(Throwable echec) {
		Throwable premiere = echec;
		while (premiere.getCause() != null) {
			premiere = premiere.getCause();
		}
		return premiere.getClass().getSimpleName();
	}

	@Override
	public void handleException(Throwable echec) {
		handleException(null, null, echec);
	}

	@Override
	public void handleException(String phrase, Throwable echec) {
		handleException(phrase, null, echec);
	}

	@Override
	public void handleException(String phrase, Exchange message, Throwable echec) {
		if (echec != this.notee) {
			this.journal.handleException(phrase, message, echec);
		}
	}

}
