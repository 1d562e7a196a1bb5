package fr.passerelle.projection;

import java.util.Map;

/**
 * What one projection wrote for one school: nothing at all when the store already
 * followed.
 *
 * @param inseres rows that arrived
 * @param modifies rows that changed or came back
 * @param disparus rows marked as disappeared
 */
public record Bilan(int inseres, int modifies, int disparus) {

	static Bilan de(Map<String, Integer> nombres) {
		return new Bilan(nombres.getOrDefault("INSERT", 0), nombres.getOrDefault("UPDATE", 0),
				nombres.getOrDefault("DISPARU", 0));
	}

}
