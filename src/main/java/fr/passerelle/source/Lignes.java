package fr.passerelle.source;

import fr.passerelle.mapping.SourceMapping.TableMapping;

/** Where the rows of a document go, in the order they end. */
public interface Lignes {

	/**
	 * Takes a row.
	 * @param valeurs one per column of the table, in PostgreSQL's spelling, null for
	 * none; the array is used again for the next row
	 * @param rang number of the row in its table, from 1
	 * @param ligne line of the document
	 */
	void ligne(TableMapping table, String[] valeurs, long rang, int ligne);

	/** A row that cannot be kept, or a value of it that cannot be read. */
	void defaut(Defaut defaut);

}
