package fr.passerelle.referentiel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names that an expression may use: those of its own query, then of those around. */
final class SqlScope {

	private final SqlScope outer;

	private final Map<String, SqlRelation> relations = new LinkedHashMap<>();

	SqlScope(SqlScope outer) {
		this.outer = outer;
	}

	void add(String alias, SqlRelation relation) {
		this.relations.put(alias, relation);
	}

	Map<String, SqlRelation> relations() {
		return this.relations;
	}

	SqlRelation relation(String alias) {
		if (this.relations.containsKey(alias)) {
			return this.relations.get(alias);
		}
		if (this.outer == null) {
			throw new IllegalStateException("no relation is called " + alias);
		}
		return this.outer.relation(alias);
	}

	/** What {@code alias.column} or {@code column} holds of staging. */
	Set<StagingColumn> column(String name) {
		int dot = name.indexOf('.');
		return (dot < 0) ? bare(name) : of(relation(name.substring(0, dot)), name.substring(dot + 1), name);
	}

	private Set<StagingColumn> bare(String name) {
		for (SqlRelation relation : this.relations.values()) {
			if (relation.columns().containsKey(name)) {
				return relation.columns().get(name);
			}
		}
		if (this.relations.values().stream().anyMatch(SqlRelation::open)) {
			return Set.of();
		}
		if (this.outer == null) {
			throw new IllegalStateException("no column is called " + name);
		}
		return this.outer.bare(name);
	}

	private static Set<StagingColumn> of(SqlRelation relation, String column, String name) {
		if (!relation.columns().containsKey(column) && !relation.open()) {
			throw new IllegalStateException("no column is called " + name);
		}
		return relation.columns().getOrDefault(column, Set.of());
	}

}
