package fr.passerelle.integration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/** Everything the hub logs in this JVM, texts of exceptions included. */
final class Journalisation extends AppenderBase<ILoggingEvent> {

	private static final List<String> LIGNES = new CopyOnWriteArrayList<>();

	private Journalisation() {
	}

	/** Listens from now on. */
	static void ecouter() {
		Logger racine = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		if (racine.getAppender("essai") == null) {
			Journalisation oreille = new Journalisation();
			oreille.setName("essai");
			oreille.setContext(racine.getLoggerContext());
			oreille.start();
			racine.addAppender(oreille);
		}
	}

	static boolean contient(String texte) {
		return nombre(texte) > 0;
	}

	/** How many lines hold this text. */
	static long nombre(String texte) {
		return LIGNES.stream().filter((ligne) -> ligne.contains(texte)).count();
	}

	@Override
	protected void append(ILoggingEvent evenement) {
		IThrowableProxy cause = evenement.getThrowableProxy();
		LIGNES.add(evenement.getFormattedMessage() + ((cause != null) ? ThrowableProxyUtil.asString(cause) : ""));
	}

}
