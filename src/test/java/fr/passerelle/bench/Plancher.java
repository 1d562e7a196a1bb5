package fr.passerelle.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.source.Defaut;
import fr.passerelle.source.Lecture;
import fr.passerelle.source.Lignes;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The floor: StAX parse of the unzipped documents and COPY of the same columns into
 * UNLOGGED tables. No check, no hash, no ledger, no merge; one thread, one connection.
 */
final class Plancher implements Lignes {

	private static final int TAILLE = 256 * 1024;

	private final XMLInputFactory fabrique = XMLInputFactory.newFactory();

	private final Map<String, Lecture> lectures = new HashMap<>();

	private final Map<String, StringBuilder> tampons = new HashMap<>();

	private final CopyManager copies;

	private final Connection connexion;

	Plancher(Connection connexion, Mappings mappings) throws SQLException {
		this.connexion = connexion;
		this.copies = connexion.unwrap(PGConnection.class).getCopyAPI();
		this.fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		this.fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
		try (Statement requete = connexion.createStatement()) {
			requete.execute("DROP SCHEMA IF EXISTS banc CASCADE; CREATE SCHEMA banc");
			for (SourceMapping source : mappings.sources()) {
				this.lectures.put(source.flux(), new Lecture(source));
				for (TableMapping table : source.tablesDistinctes()) {
					requete.execute(creation(table));
				}
			}
		}
	}

	/** How long these documents take, the tables being emptied before. */
	Duration mesurer(List<Path> documents) throws IOException, SQLException, XMLStreamException {
		vider();
		long debut = System.nanoTime();
		for (Path document : documents) {
			lire(document);
		}
		for (String table : this.tampons.keySet()) {
			envoyer(table);
		}
		return Duration.ofNanos(System.nanoTime() - debut);
	}

	private void lire(Path document) throws IOException, XMLStreamException {
		Lecture lecture = this.lectures.get(Flux.de(document.getFileName().toString().substring(9)).orElseThrow());
		try (InputStream octets = new BufferedInputStream(Files.newInputStream(document), 1 << 16)) {
			XMLStreamReader xml = this.fabrique.createXMLStreamReader(octets);
			lecture.lire(xml, this);
			xml.close();
		}
	}

	@Override
	public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
		StringBuilder tampon = this.tampons.computeIfAbsent(table.nom(), (nom) -> new StringBuilder());
		for (String valeur : valeurs) {
			tampon.append((valeur != null) ? valeur.replace("\\", "\\\\") : "\\N").append('\t');
		}
		tampon.setCharAt(tampon.length() - 1, '\n');
		if (tampon.length() > TAILLE) {
			envoyer(table.nom());
		}
	}

	@Override
	public void defaut(Defaut defaut) {
		// The floor judges nothing.
	}

	private void envoyer(String table) {
		StringBuilder tampon = this.tampons.get(table);
		try {
			byte[] octets = tampon.toString().getBytes(StandardCharsets.UTF_8);
			this.copies.copyIn("COPY banc." + table + " FROM STDIN", new java.io.ByteArrayInputStream(octets));
		}
		catch (IOException | SQLException ex) {
			throw new IllegalStateException("copying " + table, ex);
		}
		tampon.setLength(0);
	}

	private void vider() throws SQLException {
		this.tampons.clear();
		try (Statement requete = this.connexion.createStatement()) {
			requete.execute("""
					DO $$ DECLARE t regclass; BEGIN
					  FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'banc'::regnamespace AND relkind = 'r' LOOP
					    EXECUTE format('TRUNCATE %s', t);
					  END LOOP; END $$""");
		}
	}

	private static String creation(TableMapping table) {
		return table.colonnes()
			.stream()
			.map(ColonneMapping::nom)
			.collect(Collectors.joining(" text, ", "CREATE UNLOGGED TABLE banc." + table.nom() + " (", " text)"));
	}

}
