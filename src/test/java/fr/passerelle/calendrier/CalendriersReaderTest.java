package fr.passerelle.calendrier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendriersReaderTest {

	private static final String TERRITOIRES = """
			territoires:
			  - {code: ici, libelle: Ici, defaut: true, departements: ["001"], calendrier: test, fuseau: Europe/Paris,
			     hemisphere: nord, decalages: {STS: 0, SIECLE: 0, ELEGROUPE: 0, LSU: 0, ONDE: 0}, provenance: officiel}
			""";

	private static final String ANNEES = """
			annees:
			  - {annee: 2025, libelle: "2025-2026", rentree: 2025-09-01, sortie: 2026-07-04, provenance: officiel,
			     STS: [2025-02-01, 2026-09-30], SIECLE: [2025-07-01, 2026-09-30], ELEGROUPE: [2025-07-01, 2026-09-30],
			     LSU: [2025-07-01, 2026-09-30], ONDE: [2025-09-01, 2026-08-31]}
			""";

	@TempDir
	Path dossier;

	@Test
	void aWholeFolderIsRead() throws IOException {
		assertThat(lire(TERRITOIRES, ANNEES)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "defaut: true|defaut: false|un territoire et un seul",
					"calendrier: test|calendrier: absent|aucun calendrier « absent »",
					"departements: [\"001\"]|departements: [\"001\"], couleur: bleu|couleur",
					"fuseau: Europe/Paris|fuseau: Europe/Pariss|Pariss", "LSU: 0,|''|« decalages » dit chacun de" })
	void aWrongTerritoryIsRefusedAloud(String juste, String faux, String phrase) {
		assertThatThrownBy(() -> lire(TERRITOIRES.replace(juste, faux), ANNEES)).isInstanceOf(CalendrierFaux.class)
			.hasMessageContaining("territoires.yaml")
			.hasMessageContaining(phrase);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "sortie: 2026-07-04|sortie: 2024-07-04|2025 : la rentrée ne précède pas",
					"STS: [2025-02-01, 2026-09-30]|STS: [2025-02-01]|2025 : STS demande deux dates",
					"rentree: 2025-09-01|rentree: 2025-13-01|2025-13-01", "annee: 2025|annees: 2025|annees" })
	void aWrongYearIsRefusedAloud(String juste, String faux, String phrase) {
		assertThatThrownBy(() -> lire(TERRITOIRES, ANNEES.replace(juste, faux))).isInstanceOf(CalendrierFaux.class)
			.hasMessageContaining("test.yaml")
			.hasMessageContaining(phrase);
	}

	@Test
	void aYearSaidTwiceIsRefused() {
		String deux = ANNEES + ANNEES.substring(ANNEES.indexOf('\n') + 1);

		assertThatThrownBy(() -> lire(TERRITOIRES, deux)).hasMessageContaining("l'année 2025 est décrite deux fois");
	}

	private Calendriers lire(String territoires, String annees) throws IOException {
		Path fichierTerritoires = Files.writeString(this.dossier.resolve("territoires.yaml"), territoires);
		Path fichierAnnees = Files.writeString(this.dossier.resolve("test.yaml"), annees);
		return new CalendriersReader().lire(List.of(fichierTerritoires, fichierAnnees));
	}

}
