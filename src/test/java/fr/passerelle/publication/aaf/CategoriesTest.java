package fr.passerelle.publication.aaf;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What {@code mappings/flux/aaf} says hangs together. */
class CategoriesTest {

	private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));

	@ParameterizedTest
	@EnumSource(Degre.class)
	void theColumnsOfAQueryAreTheAttributesItsHeadAnnounces(Degre degre) {
		for (SqlFile fichier : MAPPINGS.sql(degre.dossier())) {
			if (fichier.trouver("moment").isEmpty()) {
				assertThat(trouver("AS \"(\\w+)\"", fichier.sql())).as("mappings/" + fichier.nom())
					.containsExactlyElementsOf(Categorie.lire(fichier).attributs());
			}
		}
	}

	@Test
	void whatIsLeftOutIsSaidInWords() {
		Catalogue catalogue = Catalogue.lire(MAPPINGS);
		for (SqlFile fichier : MAPPINGS.sql("flux/aaf")) {
			assertThat(trouver("'(AAF_E_\\w+)'", fichier.sql()))
				.allSatisfy((code) -> assertThat(catalogue.regle(code)).as(code).isPresent());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ENTEleveClasses etablissement$classe", "ENTEleveClasses un etablissement$classe",
			"ENTEleveClasses 0..1 etablissement$clase" })
	void aFormThatCannotBeReadStopsTheStart(String forme) {
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> Forme.lire("50-eleve.sql", forme))
			.withMessageContaining("50-eleve.sql");
	}

	private static List<String> trouver(String motif, String texte) {
		return Pattern.compile(motif).matcher(texte).results().map((MatchResult trouve) -> trouve.group(1)).toList();
	}

}
