package fr.passerelle.controle;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GenresTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Nom Elève;Nom d'usage Elève;Prénom Elève|ONDE_ELEVES", "Nom élève;Nom d'usage élève|ONDE_ELEVES",
					"Civilité Responsable;Nom usage responsable;Nom responsable;Nom élève|ONDE_RESPONSABLES",
					"Civilité;Nom usage;Nom;Prénom;Directeur;Classe|ONDE_ENSEIGNANTS" })
	void anExtractionOfOndeIsKnownByItsTitles(String titres, String genre) {
		assertThat(Genres.onde(List.of(titres.split(";")))).isEqualTo(genre);
	}

}
