package fr.passerelle.source;

import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.mapping.SourceMapping;

/**
 * Reads the documents of one flow as its mapping says. For XML the mapping is compiled
 * once into a tree of element names; for CSV, whose columns are known by the first line
 * only, at each document. A document is then walked once, whatever its size, and memory
 * holds the open rows only. One instance serves many threads.
 */
public final class Lecture {

	private final SourceMapping mapping;

	private final ReadingPlan plan;

	private final Set<String> titresConnus;

	public Lecture(SourceMapping mapping) {
		this.mapping = mapping;
		this.plan = mapping.estCsv() ? null : ReadingPlan.de(mapping);
		this.titresConnus = mapping.estCsv() ? CsvWalk.connus(mapping) : Set.of();
	}

	/**
	 * Reads a document from its root.
	 * @return names of elements and attributes that the mapping neither keeps nor ignores
	 * @throws XMLStreamException when the document is not well-formed
	 */
	public Set<String> lire(XMLStreamReader xml, Lignes lignes) throws XMLStreamException {
		DocumentWalk marche = new DocumentWalk(this.plan, lignes);
		while (xml.hasNext()) {
			switch (xml.next()) {
				case XMLStreamConstants.START_ELEMENT -> marche.ouvrir(xml);
				case XMLStreamConstants.END_ELEMENT -> marche.fermer(xml);
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> marche.texte(xml);
				default -> {
					// comments and processing instructions carry no value
				}
			}
		}
		return marche.inconnus();
	}

	/**
	 * Reads a document from its line of titles.
	 * @return titles of columns that the mapping neither keeps nor ignores
	 */
	public Set<String> lire(CsvReader<CsvRecord> csv, Lignes lignes) {
		CsvWalk marche = null;
		for (CsvRecord ligne : csv) {
			if (marche == null) {
				marche = new CsvWalk(this.mapping, this.titresConnus, ligne.getFields(), lignes);
			}
			else {
				marche.ligne(ligne);
			}
		}
		return (marche != null) ? marche.inconnus() : Set.of();
	}

}
