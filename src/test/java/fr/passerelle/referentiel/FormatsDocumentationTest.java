package fr.passerelle.referentiel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsDocumentationTest {

	private static final Path PAGE = Path.of("docs/formats.md");

	@Test
	void thePageOfFormatsIsThatOfTheMappings() throws IOException {
		String expected = new FormatsMarkdown(new Mappings(Path.of("mappings"))).write();
		if (Boolean.getBoolean("formats.ecrire")) {
			Files.writeString(PAGE, expected);
		}

		assertThat(PAGE)
			.as("docs/formats.md is not that of mappings/. Write it again with: "
					+ "mvn test -Dtest=FormatsDocumentationTest -Dformats.ecrire=true")
			.hasContent(expected);
	}

}
