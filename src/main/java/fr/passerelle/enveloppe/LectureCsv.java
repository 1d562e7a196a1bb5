package fr.passerelle.enveloppe;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * What to do with the lines of a CSV document, the titles first.
 *
 * @param <T> what is made of them
 */
@FunctionalInterface
public interface LectureCsv<T> {

	/** Reads the lines; must not keep the reader, which is closed afterwards. */
	T lire(CsvReader<CsvRecord> csv);

}
