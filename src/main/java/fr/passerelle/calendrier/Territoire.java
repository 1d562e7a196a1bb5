package fr.passerelle.calendrier;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * A territory: the schools it holds, their calendar, their time and their millésimes.
 *
 * @param departements first three characters of its UAI
 * @param defaut whether it also holds every code that no territory names
 * @param calendrier name of the calendar its years follow
 * @param decalages by system, millésime minus the hub's school year
 * @param provenance {@code officiel} or {@code prévisionnel}
 */
public record Territoire(String code, String libelle, Set<String> departements, boolean defaut, String calendrier,
		ZoneId fuseau, Hemisphere hemisphere, Map<String, Integer> decalages, String provenance) {

	public Territoire {
		departements = Set.copyOf(departements);
		decalages = Map.copyOf(decalages);
	}

	public boolean austral() {
		return this.hemisphere == Hemisphere.AUSTRAL;
	}

}
