package fr.passerelle.publication.gar;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;

import fr.passerelle.noyau.Constat;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The gate: reads the files that were written, as whoever receives them would, against
 * the schemas and the rules over the whole parcel. What is judged is what is sent.
 */
final class Controle {

	/** In the order in which what is cited comes before what cites it. */
	private static final List<String> GENRES = List.of("Etab", "Enseignant", "Eleve", "Groupe", "RespAff");

	private final GarSchemas schemas;

	private final Signalements fautes = new Signalements();

	Controle(GarSchemas schemas) {
		this.schemas = schemas;
	}

	/** Judges one degree, and tells how much of each school is there. */
	Map<String, Coherence.Effectif> juger(Degre degre, Path dossier) {
		Coherence coherence = new Coherence(this.fautes);
		for (Path fichier : fichiers(dossier, degre)) {
			List<Schema> aSuivre = this.schemas.de(degre);
			lire(fichier, aSuivre.get(0), coherence::lire);
			for (Schema publie : aSuivre.subList(1, aSuivre.size())) {
				lire(fichier, publie, (objet) -> {
				});
			}
		}
		coherence.finir();
		return coherence.effectifs();
	}

	/** Why the parcel must not go; empty: it may. */
	List<Constat> constats() {
		return this.fautes.constats();
	}

	private void lire(Path fichier, Schema schema, java.util.function.Consumer<Objet> suite) {
		XMLInputFactory fabrique = XMLInputFactory.newFactory();
		fabrique.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		fabrique.setProperty(XMLInputFactory.IS_COALESCING, true);
		try (InputStream octets = new BufferedInputStream(Files.newInputStream(fichier))) {
			LectureObjets lecture = new LectureObjets(fabrique.createXMLStreamReader(octets), suite);
			Validator validateur = schema.newValidator();
			validateur.setErrorHandler(new Collecte(fichier, lecture));
			validateur.validate(new StAXSource(lecture));
		}
		catch (SAXException | XMLStreamException ex) {
			this.fautes.signaler(Constat.de("GAR_XSD", "fichier", fichier.getFileName().toString(), "ligne", "1",
					"element", "GAR-ENT"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading again " + fichier, ex);
		}
	}

	private static List<Path> fichiers(Path dossier, Degre degre) {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			return fichiers.filter((fichier) -> fichier.getFileName().toString().contains("_" + degre.code() + "_"))
				.sorted(Comparator.comparingInt(Controle::genre).thenComparing(Path::getFileName))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("listing " + dossier, ex);
		}
	}

	private static int genre(Path fichier) {
		String[] parties = fichier.getFileName().toString().split("_");
		return GENRES.indexOf(parties[parties.length - 2]);
	}

	/**
	 * Every fault with its place, never its value; the file is read to its end.
	 */
	private final class Collecte implements ErrorHandler {

		private final Path fichier;

		private final LectureObjets lecture;

		private int derniere;

		Collecte(Path fichier, LectureObjets lecture) {
			this.fichier = fichier;
			this.lecture = lecture;
		}

		/** One value at fault makes several messages at its line: one is enough. */
		@Override
		public void error(SAXParseException faute) {
			if (this.lecture.ligne() != this.derniere) {
				this.derniere = this.lecture.ligne();
				Controle.this.fautes.signaler(Constat.de("GAR_XSD", "fichier", this.fichier.getFileName().toString(),
						"ligne", Integer.toString(this.derniere), "element", this.lecture.element()));
			}
		}

		@Override
		public void fatalError(SAXParseException faute) throws SAXException {
			throw faute;
		}

		@Override
		public void warning(SAXParseException faute) {
			// a schema may be doubted, the document is not at fault
		}

	}

}
