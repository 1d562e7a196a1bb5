package fr.passerelle.route;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says, before each new try of a step, what failed. In place of Camel's own line, which
 * quotes the message of the failure, and through it perhaps the value of a person.
 */
@Component("journalDesReprises")
class RetryLog implements Processor {

	private static final Logger LOG = LoggerFactory.getLogger(RetryLog.class);

	@Override
	public void process(Exchange message) {
		LOG.warn("deposit {}: try {} after {}", message.getMessage().getBody(String.class),
				message.getMessage().getHeader(Exchange.REDELIVERY_COUNTER),
				causes(message.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
	}

	private static String causes(Throwable echec) {
		return Stream.iterate(echec, Objects::nonNull, Throwable::getCause)
			.limit(TransientFailures.CAUSES_MAX)
			.map(RetryLog::nom)
			.collect(Collectors.joining(" < "));
	}

	private static String nom(Throwable echec) {
		String nom = echec.getClass().getSimpleName();
		return (echec instanceof SQLException sql && sql.getSQLState() != null) ? nom + " " + sql.getSQLState() : nom;
	}

}
