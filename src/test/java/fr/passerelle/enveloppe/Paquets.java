package fr.passerelle.enveloppe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds the small files and archives the tests deposit. */
final class Paquets {

	static final String ELEVES = """
			<?xml version="1.0" encoding="ISO-8859-15"?>
			<BEE_ELEVES VERSION="3.0">
			 <PARAMETRES><UAJ>0009901M</UAJ><ANNEE_SCOLAIRE> 2031 </ANNEE_SCOLAIRE><DATE_EXPORT>02/09/2031</DATE_EXPORT>
			  <HORODATAGE>02/09/2031 08:15:00</HORODATAGE></PARAMETRES>
			 <DONNEES><ELEVES>
			  <ELEVE ELEVE_ID="700101"><NOM>BRUMELAINE</NOM><PRENOM>Océane</PRENOM></ELEVE>
			  <ELEVE ELEVE_ID="700102"><NOM>SORMIEUX</NOM><PRENOM>Tibo</PRENOM></ELEVE>
			 </ELEVES></DONNEES>
			</BEE_ELEVES>
			""";

	static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

	private static final int REPERTOIRE = 0x02014b50;

	private Paquets() {
	}

	static byte[] eleves() {
		return ELEVES.getBytes(LATIN_9);
	}

	static byte[] zip(String nom, byte[] contenu) {
		return zip(new String[] { nom }, contenu);
	}

	/** One entry for each name, all with this content. */
	static byte[] zip(String[] noms, byte[] contenu) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
			for (String nom : noms) {
				zip.putNextEntry(new ZipEntry(nom));
				zip.write(contenu);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return octets.toByteArray();
	}

	/** Entries with their own contents, given as name, content, name, content… */
	static byte[] zipDe(Object... nomsEtContenus) {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
			for (int i = 0; i < nomsEtContenus.length; i += 2) {
				zip.putNextEntry(new ZipEntry((String) nomsEtContenus[i]));
				zip.write((byte[]) nomsEtContenus[i + 1]);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return octets.toByteArray();
	}

	/** Where the directory record of the n-th entry starts. */
	static int repertoire(byte[] zip, int rang) {
		ByteBuffer octets = petitBoutiste(zip);
		int place = octets.getInt(zip.length - 22 + 16);
		for (int i = 0; i < rang; i++) {
			place += 46 + octets.getShort(place + 28) + octets.getShort(place + 30) + octets.getShort(place + 32);
		}
		if (octets.getInt(place) != REPERTOIRE) {
			throw new IllegalStateException("no directory record at " + place);
		}
		return place;
	}

	static ByteBuffer petitBoutiste(byte[] octets) {
		return ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
	}

	static byte[] bout(byte[]... morceaux) {
		ByteArrayOutputStream tout = new ByteArrayOutputStream();
		for (byte[] morceau : morceaux) {
			tout.writeBytes(morceau);
		}
		return tout.toByteArray();
	}

	static byte[] octets(String texte) {
		return texte.getBytes(StandardCharsets.UTF_8);
	}

}
