package fr.passerelle.plateforme;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Writes stacks without messages. Public because Logback makes it, as
 * {@code logback-spring.xml} says.
 */
public class SafeStackConverter extends ExtendedWhitespaceThrowableProxyConverter {

	/** A hub that cannot start has read no file yet, and must say why in full. */
	private static final String DEMARRAGE = "org.springframework.boot.SpringApplication";

	static boolean estSur(ILoggingEvent evenement) {
		return DEMARRAGE.equals(evenement.getLoggerName());
	}

	@Override
	public String convert(ILoggingEvent evenement) {
		IThrowableProxy echec = evenement.getThrowableProxy();
		if (echec == null || estSur(evenement)) {
			return super.convert(evenement);
		}
		return throwableProxyToString(new SafeThrowable(echec));
	}

}
