package fr.passerelle.enveloppe;

import java.io.BufferedReader;
import java.io.IOException;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * Opens a content as CSV: semicolons, or commas or tabs after a spreadsheet; lines as
 * long or short as they are.
 */
final class LecteurCsv {

	private final Limites limites;

	LecteurCsv(Limites limites) {
		this.limites = limites;
	}

	<T> T lire(Contenu contenu, Encodage encodage, LectureCsv<T> lecture) throws IOException {
		try (CsvReader<CsvRecord> csv = CsvReader.builder()
			.fieldSeparator(separateur(contenu, encodage))
			.maxBufferSize(Math.toIntExact(Math.min(this.limites.texteXml(), 1 << 30)))
			.ofCsvRecord(encodage.lecteur(contenu.ouvrir()))) {
			return lecture.lire(csv);
		}
		catch (CsvParseException ex) {
			throw Refus.de(Codes.TEXTE, "limite", this.limites.texteXml());
		}
	}

	/** The first line holds titles: a semicolon in it separates. */
	char separateur(Contenu contenu, Encodage encodage) throws IOException {
		try (BufferedReader texte = new BufferedReader(encodage.lecteur(contenu.ouvrir()))) {
			String premiere = texte.readLine();
			if (premiere == null || premiere.indexOf(';') >= 0) {
				return ';';
			}
			return (premiere.indexOf('\t') >= 0) ? '\t' : ',';
		}
	}

}
