package fr.passerelle.route;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;

/**
 * Decides, for the whole hub, which failure is worth another try: the database, the
 * broker or the network is away, and the same work will succeed when it is back.
 */
@Component
public class TransientFailures {

	/**
	 * Connection (08), read-only after a failover (25006), serialization and deadlock
	 * (40), lack of disk, memory or connections (53), lock (55P03), server stopping
	 * (57P).
	 */
	private static final Pattern ETATS_SQL = Pattern.compile("08...|25006|40001|40P01|53...|55P03|57P..");

	/** A chain of causes that is longer has a loop in it. */
	static final int CAUSES_MAX = 50;

	/** Whether this failure, or one that caused it, passes by itself. */
	public boolean estPassagere(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable echec) {
		return Stream.iterate(echec, Objects::nonNull, Throwable::getCause)
			.limit(CAUSES_MAX)
			.anyMatch(TransientFailures::passeSeule);
	}

	private static boolean passeSeule(Throwable echec) {
		return estDeBase(echec) || estDeMessagerie(echec) || estDeReseau(echec);
	}

	private static boolean estDeBase(Throwable echec) {
		return echec instanceof SQLTransientException || echec instanceof SQLRecoverableException
				|| echec instanceof CannotGetJdbcConnectionException || echec instanceof TransientDataAccessException
				|| echec instanceof RecoverableDataAccessException
				|| (echec instanceof SQLException sql && etatPasse(sql));
	}

	private static boolean estDeMessagerie(Throwable echec) {
		return echec instanceof JMSException || echec instanceof JMSRuntimeException || echec instanceof JmsException;
	}

	private static boolean estDeReseau(Throwable echec) {
		return echec instanceof SocketException || echec instanceof SocketTimeoutException
				|| echec instanceof UnknownHostException;
	}

	/** A batch hides the reason behind its own exception. */
	private static boolean etatPasse(SQLException echec) {
		return Stream.iterate(echec, Objects::nonNull, SQLException::getNextException)
			.limit(CAUSES_MAX)
			.map(SQLException::getSQLState)
			.anyMatch((etat) -> etat != null && ETATS_SQL.matcher(etat).matches());
	}

}
