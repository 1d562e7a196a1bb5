package fr.passerelle.referentiel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a query reads from: its columns, and the staging columns whose values each holds.
 *
 * @param columns by name, in order
 * @param open whether it has other columns too, which hold nothing of staging: a table of
 * the référentiel
 */
record SqlRelation(Map<String, Set<StagingColumn>> columns, boolean open) {

	static final SqlRelation OUTSIDE = new SqlRelation(Map.of(), true);

	/** The same values under these names, as far as there are names. */
	SqlRelation named(List<String> names) {
		List<Map.Entry<String, Set<StagingColumn>>> entries = new ArrayList<>(this.columns.entrySet());
		Map<String, Set<StagingColumn>> renamed = new LinkedHashMap<>();
		for (int i = 0; i < Math.max(names.size(), entries.size()); i++) {
			String name = (i < names.size()) ? names.get(i) : entries.get(i).getKey();
			renamed.put(name, (i < entries.size()) ? entries.get(i).getValue() : Set.of());
		}
		return new SqlRelation(renamed, this.open);
	}

}
