package fr.passerelle.enveloppe;

import java.nio.file.Path;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RelecturesTest {

	private final Relectures relectures = new Relectures();

	@TempDir
	Path dossier;

	@Test
	void aCheckedContentIsReadAgainAsTheDocumentItself() {
		Document document = new Depots(this.dossier).accepte("ExportXML_ElevesAvecAdresses.zip",
				Paquets.zip("Eleves.xml", Paquets.eleves()));

		this.relectures.retenir("a1", document);

		assertThat(this.relectures.trouver("a1").orElseThrow().lire(RelecturesTest::noms))
			.isEqualTo(document.lire(RelecturesTest::noms))
			.startsWith("BEE_ELEVES ");
	}

	@Test
	void theContentNotAskedForLongestIsForgotten() {
		Document document = new Depots(this.dossier).accepte("Eleves.xml", Paquets.eleves());

		for (int i = 0; i <= Relectures.MAX; i++) {
			this.relectures.retenir("a" + i, document);
		}

		assertThat(this.relectures.trouver("a0")).isEmpty();
		assertThat(this.relectures.trouver("a1")).isPresent();
	}

	private static String noms(XMLStreamReader xml) throws XMLStreamException {
		StringBuilder noms = new StringBuilder();
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamConstants.START_ELEMENT) {
				noms.append(xml.getLocalName()).append(' ');
			}
		}
		return noms.toString();
	}

}
