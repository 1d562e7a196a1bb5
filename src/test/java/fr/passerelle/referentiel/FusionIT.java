package fr.passerelle.referentiel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of the rows of each flow, whole, as told in {@code jeux/<flux>/vie}: a first
 * file, the same again, one that changes them, one where some are missing, one where they
 * are back. The last word of a row is the day it disappeared, before it the rank of the
 * deposit that wrote it.
 */
class FusionIT {

	private final ReferentielDEssai ecole = new ReferentielDEssai();

	@AfterEach
	void fermer() {
		this.ecole.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "STS_EMP", "SIECLE_RESPONSABLES", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES" })
	void everyRowIsThatOfTheLastFileAndIsWrittenOnlyWhenItChanges(String flux) throws IOException {
		this.ecole.appliquer(flux, lire(flux, "entree/1-premier.xml"));
		assertThat(rangees(flux)).isEqualTo(lire(flux, "attendu/1-premier.txt"));

		List<String> ecritures = this.ecole.ecritures();
		NumeroDepot redepot = this.ecole.appliquer(flux, lire(flux, "entree/1-premier.xml"));
		assertThat(this.ecole.ecritures()).isNotEmpty().isEqualTo(ecritures);
		assertThat(this.ecole.rapport(redepot).ecarts().values())
			.allSatisfy((ecart) -> assertThat(ecart).isEqualTo(new Ecart(0, 0, ecart.inchanges(), 0)))
			.extracting(Ecart::inchanges)
			.doesNotContain(0L);

		this.ecole.appliquer(flux, lire(flux, "entree/2-change.xml"));
		assertThat(rangees(flux)).isEqualTo(lire(flux, "attendu/2-change.txt"));

		this.ecole.appliquer(flux, lire(flux, "entree/3-incomplet.xml"));
		assertThat(rangees(flux)).isEqualTo(lire(flux, "attendu/3-incomplet.txt"));

		this.ecole.appliquer(flux, lire(flux, "entree/2-change.xml"));
		assertThat(rangees(flux)).isEqualTo(lire(flux, "attendu/4-retour.txt"));
	}

	@Test
	void aPreviewNamesEachTeacherByTypeAndIdentifier() throws IOException {
		NumeroDepot numero = this.ecole.deposer("STS_EMP", lire("STS_EMP", "entree/1-premier.xml"), null);

		assertThat(this.ecole.bean(Apercus.class).apercu(numero).lignes())
			.filteredOn((ligne) -> ligne.get("entite").equals("enseignant"))
			.containsExactly(Map.of("entite", "enseignant", "operation", "INSERT", "cle", "epp / 101"),
					Map.of("entite", "enseignant", "operation", "INSERT", "cle", "local / 101"));
		assertThat(rangees("STS_EMP")).isEmpty();
	}

	/** All that the flow writes, in the order of its files. */
	private String rangees(String flux) {
		return this.ecole.rangees(this.ecole.bean(FusionPlans.class)
			.plan(flux)
			.fusions()
			.stream()
			.map((fusion) -> fusion.cible().replaceFirst("^referentiel\\.", "").replaceFirst(" WHERE .*", ""))
			.toArray(String[]::new));
	}

	private static String lire(String flux, String nom) throws IOException {
		return Files.readString(Path.of("src/test/resources/jeux", flux.toLowerCase(Locale.ROOT), "vie", nom));
	}

}
