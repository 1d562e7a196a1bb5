package fr.passerelle.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReglesDocumentationTest {

	private static final Path PAGE = Path.of("docs/regles.md");

	@Test
	void thePageOfRulesIsThatOfTheCatalogue() throws IOException {
		String attendue = ReglesMarkdown.ecrire(Catalogue.lire(new Mappings(Path.of("mappings"))));
		if (Boolean.getBoolean("regles.ecrire")) {
			Files.createDirectories(PAGE.getParent());
			Files.writeString(PAGE, attendue);
		}

		assertThat(PAGE)
			.as("docs/regles.md is not that of the catalogue. Write it again with: "
					+ "mvn test -Dtest=ReglesDocumentationTest -Dregles.ecrire=true")
			.hasContent(attendue);
	}

}
