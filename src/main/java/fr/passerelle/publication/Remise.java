package fr.passerelle.publication;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a package reaches the server of its consumer.
 *
 * @param le when it came to its end, null as long as it waits
 * @param tentatives how often it was tried
 * @param prochaine when it is tried next, null when it never is any more
 * @param motif why it is not there, a French sentence; null while nothing failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Remise(Etat etat, Instant le, int tentatives, Instant prochaine, String motif) {

	/** Where a package is on its way. */
	public enum Etat {

		/** Still to be put there. */
		ATTEND,

		/** There. */
		REMIS,

		/** Passed over: a later one that says everything goes instead. */
		REMPLACE,

		/** Never to be put there. */
		ABANDONNE;

		/** As the ledger and the API write it. */
		@JsonValue
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Etat deCode(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}
