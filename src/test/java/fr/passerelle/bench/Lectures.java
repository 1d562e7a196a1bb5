package fr.passerelle.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.enveloppe.Document;
import fr.passerelle.enveloppe.Enveloppe;
import fr.passerelle.enveloppe.Limites;
import fr.passerelle.enveloppe.Nature;
import fr.passerelle.generateur.Attendu;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.source.Defaut;
import fr.passerelle.source.Lecture;
import fr.passerelle.source.Lignes;

/**
 * What reading each format costs, rows made and thrown away, against a bare pass of the
 * same parser over the same bytes: nothing but its events, or its records. Both in turn,
 * warm, in processor time; the ratio told is the median of the rounds.
 */
final class Lectures {

	/** Processor time: others on the machine must not be measured. */
	private static final ThreadMXBean HORLOGE = ManagementFactory.getThreadMXBean();

	private static final int ROUNDS = 11;

	private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);

	/** Below, a round measures the clock. */
	private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(150);

	private static final Lignes NULLE_PART = new Lignes() {

		@Override
		public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
			// Rows are made, that is what costs.
		}

		@Override
		public void defaut(Defaut defaut) {
			throw new IllegalStateException("a fault in an invented file: " + defaut);
		}

	};

	private final Mappings mappings = new Mappings(Path.of("mappings"));

	private final Enveloppe enveloppe = new Enveloppe(Limites.parDefaut(), this.mappings);

	private final XMLInputFactory fabrique = XMLInputFactory.newFactory();

	private Lectures() {
		this.fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	/** Folder of an invented académie, folder where its documents are taken out. */
	public static void main(String[] args) throws Exception {
		Lectures banc = new Lectures();
		for (Map.Entry<String, Path> document : documents(Path.of(args[0]), Path.of(args[1])).entrySet()) {
			banc.mesurer(document.getKey(), document.getValue());
		}
		System.out.println("charge : " + Files.readString(Path.of("/proc/loadavg")).strip());
	}

	/** One document of each flow, out of its archive. */
	private static Map<String, Path> documents(Path academie, Path cible) throws IOException {
		Attendu attendu = new ObjectMapper().readValue(academie.resolve("attendu.json").toFile(), Attendu.class);
		Map<String, Path> documents = new TreeMap<>();
		for (EtablissementAttendu ecole : attendu.etablissements()) {
			for (FichierAttendu fichier : ecole.fichiers()) {
				Lot un = new Lot(List.of(academie.resolve(ecole.uai()).resolve(fichier.fichier())));
				documents.put(fichier.flux(), un.deplies(cible).get(0));
			}
		}
		return documents;
	}

	private void mesurer(String flux, Path fichier) throws Exception {
		Document document = this.enveloppe.ouvrir(fichier, fichier.getFileName().toString());
		Lecture lecture = new Lecture(this.mappings.source(flux).orElseThrow());
		Passe notre = () -> document.lire((xml) -> lecture.lire(xml, NULLE_PART),
				(csv) -> lecture.lire(csv, NULLE_PART));
		Passe nue = (document.nature() == Nature.XML) ? () -> evenements(fichier) : () -> lignes(fichier);
		int fois = chauffer(notre, nue);
		List<Double> rapports = new ArrayList<>();
		long plusCourte = Long.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long seule = duree(nue, fois);
			rapports.add((double) duree(notre, fois) / seule);
			plusCourte = Math.min(plusCourte, seule);
		}
		rapports.sort(null);
		System.out.println(
				String.format(Locale.FRENCH, "%-22s %9d octets, passe nue %6.1f Mo/s, rapport %.2f (de %.2f a %.2f)",
						flux, Files.size(fichier), Files.size(fichier) * (double) fois / plusCourte * 1000,
						rapports.get(ROUNDS / 2), rapports.get(0), rapports.get(ROUNDS - 1)));
	}

	/** Warms both up; how many passes make a round. */
	private static int chauffer(Passe notre, Passe nue) throws Exception {
		long fin = HORLOGE.getCurrentThreadCpuTime() + WARM_UP;
		long derniere = 0;
		while (HORLOGE.getCurrentThreadCpuTime() < fin) {
			duree(notre, 1);
			derniere = duree(nue, 1);
		}
		return (int) Math.max(1, ROUND / Math.max(1, derniere));
	}

	private static long duree(Passe passe, int fois) throws Exception {
		long debut = HORLOGE.getCurrentThreadCpuTime();
		for (int i = 0; i < fois; i++) {
			passe.faire();
		}
		return HORLOGE.getCurrentThreadCpuTime() - debut;
	}

	private void evenements(Path fichier) throws IOException, XMLStreamException {
		try (InputStream octets = new BufferedInputStream(Files.newInputStream(fichier), 1 << 16)) {
			XMLStreamReader xml = this.fabrique.createXMLStreamReader(octets);
			while (xml.hasNext()) {
				xml.next();
			}
			xml.close();
		}
	}

	private static void lignes(Path fichier) throws IOException {
		try (InputStreamReader texte = new InputStreamReader(
				new BufferedInputStream(Files.newInputStream(fichier), 1 << 16), Charset.forName("ISO-8859-15"));
				var csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(texte)) {
			csv.forEach((ligne) -> {
				// The record is made, that is what costs.
			});
		}
	}

	/** One reading of a document. */
	private interface Passe {

		void faire() throws Exception;

	}

}
