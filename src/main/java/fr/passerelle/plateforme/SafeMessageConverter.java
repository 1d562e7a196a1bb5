package fr.passerelle.plateforme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * Takes out of a line what it quotes of the failure logged with it: Camel, Spring and
 * Tomcat repeat the exception's message in theirs. Public because Logback makes it, as
 * {@code logback-spring.xml} says.
 */
public class SafeMessageConverter extends MessageConverter {

	/** A chain of causes that is longer has a loop in it. */
	private static final int CAUSES_MAX = 50;

	@Override
	public String convert(ILoggingEvent evenement) {
		String ligne = super.convert(evenement);
		if (evenement.getThrowableProxy() == null || SafeStackConverter.estSur(evenement)) {
			return ligne;
		}
		for (String message : messages(evenement.getThrowableProxy())) {
			ligne = ligne.replace(message, "…");
		}
		return ligne;
	}

	/** Longest first: the message of a failure often holds that of its cause. */
	private static List<String> messages(IThrowableProxy echec) {
		List<String> messages = new ArrayList<>();
		ajouter(echec, messages);
		messages.sort(Comparator.comparingInt(String::length).reversed());
		return messages;
	}

	private static void ajouter(IThrowableProxy echec, List<String> messages) {
		for (IThrowableProxy cause = echec; cause != null && messages.size() < CAUSES_MAX; cause = cause.getCause()) {
			if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
				messages.add(cause.getMessage());
			}
			for (IThrowableProxy suppressed : cause.getSuppressed()) {
				ajouter(suppressed, messages);
			}
		}
	}

}
