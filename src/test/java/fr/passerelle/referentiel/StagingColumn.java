package fr.passerelle.referentiel;

import java.util.Comparator;

/** A column of a staging table. */
record StagingColumn(String table, String column) implements Comparable<StagingColumn> {

	@Override
	public int compareTo(StagingColumn other) {
		return Comparator.comparing(StagingColumn::table).thenComparing(StagingColumn::column).compare(this, other);
	}

	@Override
	public String toString() {
		return this.table + "." + this.column;
	}

}
