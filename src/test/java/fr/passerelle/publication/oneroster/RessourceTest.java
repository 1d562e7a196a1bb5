package fr.passerelle.publication.oneroster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the head of a mapping lets a request name. */
class RessourceTest {

	@Test
	void aRequestMayNameWhatTheMappingDeclaresAndWhatEveryObjectHas() {
		Ressource ressource = ressource("familyName, roles[].org.sourcedId, grades[]");

		assertThat(ressource.champs().keySet()).containsExactly("sourcedId", "status", "dateLastModified", "familyName",
				"roles.org.sourcedId", "grades");
		assertThat(ressource.noms()).containsExactly("sourcedId", "status", "dateLastModified", "familyName", "roles",
				"grades");
		assertThat(ressource.trouver("roles.org.sourcedId"))
			.hasValueSatisfying((champ) -> assertThat(List.of(champ.jsonpath(), champ.multiple()))
				.containsExactly("$.roles[*].org.sourcedId", true));
		assertThat(ressource.trouver("roles")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "family name", "a'b", "a.b[]", "a->>b", "$.a", "a[0]" })
	void aFieldThatIsNoNameStopsTheStart(String champ) {
		assertThatExceptionOfType(MappingFaux.class).isThrownBy(() -> ressource(champ))
			.withMessageContaining("flux/oneroster-rest/essai.sql");
	}

	@Test
	void onlyBirthsAndSexesAreReserved() {
		List<Ressource> ressources = new Mappings(Path.of("mappings")).sql("flux/oneroster-rest")
			.stream()
			.map(Ressource::lire)
			.toList();

		assertThat(ressources).extracting(Ressource::type)
			.containsExactly("academicSessions", "orgs", "courses", "classes", "users", "enrollments", "demographics");
		assertThat(ressources.stream().filter((une) -> !une.estDonneeA(List.of())).map(Ressource::type))
			.containsExactly("demographics");
	}

	private static Ressource ressource(String champs) {
		return Ressource.lire(new SqlFile("flux/oneroster-rest/essai.sql", Map.of("type", "users", "champs", champs),
				"SELECT NULL AS id, NULL AS valeurs, NULL AS cles"));
	}

}
