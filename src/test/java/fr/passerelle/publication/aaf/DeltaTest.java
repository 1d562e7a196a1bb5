package fr.passerelle.publication.aaf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Any history: yesterday's complete and today's delta make today's complete. */
class DeltaTest {

	private static final Categorie ELEVE = ParcelleDEssai.categorie("Eleve");

	private static final int PAR_FICHIER = 7;

	@TempDir
	private Path dossier;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void yesterdaysCompleteAndTodaysDeltaMakeTodaysComplete(long graine) throws Exception {
		Random hasard = new Random(graine);
		Map<String, Map<String, String>> fiches = new TreeMap<>(
				Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
		FichesReader tenu = new FichesReader();
		Path veille = complet("jour0", fiches);
		for (int jour = 1; jour < 8; jour++) {
			vivre(fiches, hasard);
			Path aujourdhui = complet("jour" + jour, fiches);

			Path delta = delta("delta" + jour, veille, aujourdhui);

			assertThat(tenu.lire(delta).fiches("Eleve")).isEqualTo(new FichesReader().lire(aujourdhui).fiches("Eleve"));
			veille = aujourdhui;
		}
	}

	private static void vivre(Map<String, Map<String, String>> fiches, Random hasard) {
		for (int i = 0; i < hasard.nextInt(40); i++) {
			String id = Integer.toString(1 + hasard.nextInt(120));
			if (hasard.nextInt(4) == 0) {
				fiches.remove(id);
			}
			else {
				Map<String, String> fiche = fiches.computeIfAbsent(id, (absent) -> new LinkedHashMap<>());
				String attribut = ELEVE.attributs().get(hasard.nextInt(ELEVE.attributs().size()));
				String valeur = List.of("", "6A & <B>", "d'\"été\"", "7001$6A", Long.toString(hasard.nextLong()))
					.get(hasard.nextInt(5));
				fiche.put(attribut, valeur);
				fiche.values().removeIf(String::isEmpty);
			}
		}
	}

	private Path complet(String nom, Map<String, Map<String, String>> fiches) throws Exception {
		Path ici = Files.createDirectories(this.dossier.resolve(nom));
		Files.copy(Path.of("src/main/resources/schemas/aaf", NomDeFichier.DTD), ici.resolve(NomDeFichier.DTD));
		try (RequetesWriter sortie = ecrivain(ici, "Complet")) {
			fiches.forEach((id, fiche) -> sortie.ajouter(id, ParcelleDEssai.valeurs(ELEVE, fiche)));
		}
		return ici;
	}

	private Path delta(String nom, Path avant, Path maintenant) throws Exception {
		Path ici = Files.createDirectories(this.dossier.resolve(nom));
		Files.copy(Path.of("src/main/resources/schemas/aaf", NomDeFichier.DTD), ici.resolve(NomDeFichier.DTD));
		try (RequetesWriter sortie = ecrivain(ici, "Delta")) {
			new Delta(avant, maintenant).ecrire(ELEVE, sortie);
		}
		return ici;
	}

	private static RequetesWriter ecrivain(Path dossier, String sorte) {
		return new RequetesWriter(dossier, new NomDeFichier("ENT2D", sorte, LocalDate.of(2026, 9, 1)), Degre.SECOND,
				ELEVE, PAR_FICHIER);
	}

}
