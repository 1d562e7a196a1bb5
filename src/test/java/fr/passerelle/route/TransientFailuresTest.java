package fr.passerelle.route;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;

import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

import static org.assertj.core.api.Assertions.assertThat;

class TransientFailuresTest {

	private final TransientFailures failures = new TransientFailures();

	static Stream<Throwable> passageres() {
		return Stream.of(new SQLTransientConnectionException("pool exhausted"),
				new CannotGetJdbcConnectionException("database away"), new PessimisticLockingFailureException("lock"),
				new JMSException("broker away"), new ConnectException("refused"), new SocketTimeoutException("read"),
				new UnknownHostException("base"));
	}

	static Stream<Throwable> durables() {
		return Stream.of(new IllegalStateException("bug"), new DuplicateKeyException("twice"), new IOException("disk"),
				new SQLException("no state"), new StackOverflowError());
	}

	@ParameterizedTest
	@MethodSource("passageres")
	void whatIsAwayComesBack(Throwable echec) {
		assertThat(this.failures.estPassagere(echec)).isTrue();
	}

	@ParameterizedTest
	@MethodSource("durables")
	void whatIsWrongStaysWrong(Throwable echec) {
		assertThat(this.failures.estPassagere(echec)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "08001", "08006", "25006", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P03" })
	void aStateOfTheDatabasePasses(String etat) {
		assertThat(this.failures.estPassagere(new SQLException("state", etat))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "22P02", "42601", "57014", "40002", "22001" })
	void aStateOfTheDataStays(String etat) {
		assertThat(this.failures.estPassagere(new SQLException("state", etat))).isFalse();
	}

	@Test
	void theReasonIsSoughtDownTheChain() {
		SQLException lot = new BatchUpdateException("batch", "23000", 0, new int[0]);
		lot.setNextException(new SQLException("deadlock", "40P01"));

		assertThat(this.failures.estPassagere(new IllegalStateException("merging", new RuntimeException(lot))))
			.isTrue();
	}

	@Test
	void aLoopInTheChainEnds() {
		Exception premiere = new Exception("one");
		premiere.initCause(new Exception("two", premiere));

		assertThat(this.failures.estPassagere(premiere)).isFalse();
		assertThat(this.failures.estPassagere(null)).isFalse();
	}

}
