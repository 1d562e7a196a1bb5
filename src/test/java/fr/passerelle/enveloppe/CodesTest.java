package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CodesTest {

	@Test
	void everyCodeHasItsTextAndEveryTextItsCode() throws IOException, IllegalAccessException {
		List<String> codes = new ArrayList<>();
		for (Field code : Codes.class.getDeclaredFields()) {
			codes.add((String) code.get(null));
		}

		assertThat(textes().keySet()).containsExactlyInAnyOrderElementsOf(codes);
	}

	@Test
	void everyTextIsComplete() throws IOException {
		assertThat(textes().values()).allSatisfy((texte) -> {
			assertThat(texte).containsOnlyKeys("effet", "file", "titre", "cause", "correction");
			assertThat(texte.get("effet")).isIn("REFUS", "AVERTISSEMENT", "INFORMATION");
			assertThat(texte.values()).doesNotContain("");
		});
	}

	private static Map<String, Map<String, String>> textes() throws IOException {
		try (InputStream yaml = CodesTest.class.getResourceAsStream("/messages/enveloppe.yaml")) {
			return new YAMLMapper().readValue(yaml, new TypeReference<>() {
			});
		}
	}

}
