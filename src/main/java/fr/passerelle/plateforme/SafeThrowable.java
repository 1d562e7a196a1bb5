package fr.passerelle.plateforme;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A throwable as the log may tell it: its class, where it comes from, and of its message
 * only what no file can have put there. Whoever wrote a message, our code, the XML parser
 * or PostgreSQL, may have quoted the value of a person in it (I5).
 */
record SafeThrowable(IThrowableProxy entier) implements IThrowableProxy {

	private static SafeThrowable de(IThrowableProxy entier) {
		return (entier != null) ? new SafeThrowable(entier) : null;
	}

	@Override
	public String getMessage() {
		return (this.entier instanceof ThrowableProxy proxy) ? codes(proxy.getThrowable()) : "";
	}

	/** What stands for the class and the message. */
	@Override
	public String getOverridingMessage() {
		return getMessage().isEmpty() ? getClassName() : getClassName() + ": " + getMessage();
	}

	@Override
	public String getClassName() {
		return this.entier.getClassName();
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.entier.getStackTraceElementProxyArray();
	}

	@Override
	public int getCommonFrames() {
		return this.entier.getCommonFrames();
	}

	@Override
	public IThrowableProxy getCause() {
		return de(this.entier.getCause());
	}

	@Override
	public IThrowableProxy[] getSuppressed() {
		return Stream.of(this.entier.getSuppressed()).map(SafeThrowable::de).toArray(IThrowableProxy[]::new);
	}

	@Override
	public boolean isCyclic() {
		return this.entier.isCyclic();
	}

	private static String codes(Throwable echec) {
		if (echec instanceof PSQLException sql && sql.getServerErrorMessage() != null) {
			return "SQLState " + sql.getSQLState() + objets(sql.getServerErrorMessage());
		}
		if (echec instanceof SQLException sql && sql.getSQLState() != null) {
			return "SQLState " + sql.getSQLState();
		}
		if (echec instanceof XMLStreamException xml && xml.getLocation() != null) {
			return "line " + xml.getLocation().getLineNumber();
		}
		return "";
	}

	private static String objets(ServerErrorMessage erreur) {
		return Stream.of(erreur.getSchema(), erreur.getTable(), erreur.getColumn(), erreur.getConstraint())
			.filter(Objects::nonNull)
			.reduce("", (avant, objet) -> avant + " " + objet);
	}

}
