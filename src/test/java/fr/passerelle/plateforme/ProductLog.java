package fr.passerelle.plateforme;

import java.net.URL;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/** What the log of the product, {@code logback-spring.xml}, says of a test. */
public final class ProductLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Encoder<ILoggingEvent> ecriture = ecriture();

	private final Logger racine = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final StringBuffer texte = new StringBuffer();

	private ProductLog() {
	}

	/** Listens to all loggers until it is closed. */
	public static ProductLog ecouter() {
		ProductLog oreille = new ProductLog();
		oreille.setContext(oreille.racine.getLoggerContext());
		oreille.start();
		oreille.racine.addAppender(oreille);
		return oreille;
	}

	public String texte() {
		return this.texte.toString();
	}

	@Override
	protected void append(ILoggingEvent evenement) {
		this.texte.append(new String(this.ecriture.encode(evenement), StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.racine.detachAppender(this);
		stop();
	}

	private static Encoder<ILoggingEvent> ecriture() {
		LoggerContext produit = new LoggerContext();
		JoranConfigurator lecture = new JoranConfigurator();
		lecture.setContext(produit);
		URL reglage = ProductLog.class.getResource("/logback-spring.xml");
		try {
			lecture.doConfigure(reglage);
		}
		catch (JoranException ex) {
			throw new IllegalStateException("reading " + reglage, ex);
		}
		return ((ConsoleAppender<ILoggingEvent>) produit.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
			.getAppender("CONSOLE")).getEncoder();
	}

}
