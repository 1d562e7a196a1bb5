package fr.passerelle.projection;

import java.util.Collections;
import java.util.Set;

/**
 * One SQL file of {@code mappings/projections}.
 *
 * @param nom its name, unique
 * @param suit the entities of the référentiel whose change makes it run
 * @param ordre its place among the others
 * @param publie what consumers of changes call its rows, null when they are not told
 * @param sql one statement that writes the differences and counts them by operation
 */
record Projection(String nom, Set<String> suit, int ordre, String publie, String sql) {

	Projection {
		suit = Set.copyOf(suit);
	}

	boolean concerne(Set<String> entitesChangees) {
		return !Collections.disjoint(this.suit, entitesChangees);
	}

}
