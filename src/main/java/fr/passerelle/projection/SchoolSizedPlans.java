package fr.passerelle.projection;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Keeps the planner from nested loops and from compiling while a school is projected:
 * before the first statistics of a young database it takes a whole school for one row,
 * and a loop of loops then lasts minutes.
 */
final class SchoolSizedPlans {

	private static final String SET = "SELECT set_config('enable_nestloop', ?, true), set_config('jit', ?, true)";

	private SchoolSizedPlans() {
	}

	/** Does the work, then gives the transaction its own settings back. */
	static <T> T during(JdbcOperations jdbc, Supplier<T> work) {
		Map<String, Object> before = jdbc
			.queryForMap("SELECT current_setting('enable_nestloop') AS boucles, current_setting('jit') AS jit");
		jdbc.queryForMap(SET, "off", "off");
		T result = work.get();
		jdbc.queryForMap(SET, before.get("boucles"), before.get("jit"));
		return result;
	}

}
