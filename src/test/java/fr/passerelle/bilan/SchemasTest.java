package fr.passerelle.bilan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.passerelle.noyau.Constat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SchemasTest {

	private final Schemas propres = new Schemas(Version.CONNUES, null);

	@Test
	void theSampleIsOfTheHubsOwnSchema() throws IOException {
		assertThat(fautes(this.propres, Files.readString(Exemples.bilans2d()), "2D", "2.0")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.0", "3.0", "4.0", "5.0", "6.0", "7.0" })
	void theMinimalCollegeIsOfItsPublishedSchema(String version) {
		String document = texte("college.xml").replace("schemaVersion=\"3.0\"", "schemaVersion=\"" + version + "\"");

		assertThat(fautes(publies(), document, "2D", version)).isEmpty();
	}

	@Test
	void theMinimalEcoleIsOfItsPublishedSchema() {
		assertThat(fautes(publies(), texte("ecole.xml"), "1D", "1.0")).isEmpty();
	}

	@Test
	void aReferenceToNothingIsAFault() {
		assertThat(fautes(this.propres, texte("college.xml").replace("eleve-ref=\"EL_700101\"", "eleve-ref=\"EL_9\""),
				"2D", "3.0"))
			.extracting((faute) -> faute.valeurs().get("variante"))
			.containsExactly("reference");
	}

	@Test
	void aReferenceToAnotherKindOfObjectIsAFault() {
		String document = texte("college.xml").replace("responsable-etab-ref=\"RESP_1\"",
				"responsable-etab-ref=\"DI_020700S\"");

		assertThat(fautes(this.propres, document, "2D", "3.0")).containsExactly(Constat.de("E-REFERENCE", "ligne", "24",
				"attribut", "responsable-etab-ref", "attendu", "responsable-etab", "trouve", "discipline"));
	}

	@Test
	void aFaultSaysItsPlaceAndNoneOfTheValues() {
		String document = texte("ecole.xml").replace("code-domaine=\"EPS-RAC\"", "code-domaine=\"EPSRAC\"")
			.replace("civilite=\"M\"", "civilite=\"MONSIEUR\"")
			.replace(" date-scolarite=\"2025-09-01\"", "");

		List<Constat> fautes = fautes(this.propres, document, "1D", "1.0");

		assertThat(fautes).containsExactly(faute("valeur", "21", "enseignant", ""),
				faute("attribut-manquant", "30", "bilan-periodique", "date-scolarite"),
				faute("valeur", "44", "acquis", ""));
	}

	@Test
	void aPublishedSchemaThatIsMissingStopsTheStart() {
		assertThatExceptionOfType(SchemaFaux.class)
			.isThrownBy(() -> new Schemas(Version.CONNUES, Path.of("target/nulle-part")))
			.withMessageContaining("import-bilan-complet.xsd");
	}

	private static Constat faute(String variante, String ligne, String element, String attribut) {
		return Constat.de("E-XSD", "variante", variante, "ligne", ligne, "element", element, "attribut", attribut);
	}

	private static Schemas publies() {
		return new Schemas(Version.CONNUES, Exemples.schemas());
	}

	private static List<Constat> fautes(Schemas schemas, String document, String degre, String version) {
		return schemas.fautes(() -> new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), degre,
				version);
	}

	static String texte(String nom) {
		try {
			return Files.readString(Path.of("src/test/resources/bilans", nom));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
