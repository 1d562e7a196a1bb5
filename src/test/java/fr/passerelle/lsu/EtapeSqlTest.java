package fr.passerelle.lsu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The SQL files of synchronisations: edited without Java, refused with a sentence. */
class EtapeSqlTest {

	private static final String BONNE = """
			-- Une phrase.
			-- moment: ecriture
			-- etape: eleve
			WITH resultat AS (
			    SELECT 1 AS rang, ':rien' FROM lsu.eleve WHERE uai = :uai AND now()::date IS NOT NULL
			)
			""";

	@TempDir
	private Path dossier;

	private Path fichier;

	@BeforeEach
	void deuxFichiers() throws IOException {
		Files.createDirectories(this.dossier.resolve("sources"));
		this.fichier = Files.createDirectories(this.dossier.resolve("synchronisations/lsu/2d")).resolve("20-essai.sql");
		Files.writeString(this.fichier.resolveSibling("00-unites.sql"),
				"-- moment: unites\nSELECT 'eleve' AS etape, 1 AS nombre");
	}

	@Test
	void filesOfBothDegreesAndOfOneAreTakenInTheOrderOfTheirNumbers() throws IOException {
		Files.writeString(this.fichier, BONNE);
		Path commun = Files.createDirectories(this.dossier.resolve("synchronisations/lsu/commun"));
		Files.writeString(commun.resolve("15-avant.sql"), BONNE.replace("etape: eleve", "etape: classe"));
		Files.writeString(commun.resolve("25-apres.sql"), BONNE);

		Plan plan = Plan.lire(new Mappings(this.dossier), Degre.SECOND);

		assertThat(plan.etapes()).extracting(EtapeSql::nom)
			.containsExactly("synchronisations/lsu/commun/15-avant.sql", "synchronisations/lsu/2d/20-essai.sql",
					"synchronisations/lsu/commun/25-apres.sql");
		assertThat(plan.etapes()).extracting(plan::finit).containsExactly(true, false, true);
	}

	@Test
	void refusesAMomentThatDoesNotExist() throws IOException {
		refuses(BONNE.replace("ecriture", "lecture"),
				"moment inconnu « lecture ». Possibles : unites, regard, ecriture");
	}

	@Test
	void refusesAnInstructionAfterTheResult() throws IOException {
		refuses(BONNE + "; DELETE FROM lsu.eleve",
				"le fichier doit se terminer par la CTE « resultat AS (…) », sans point-virgule ni instruction après elle");
	}

	@Test
	void refusesAParameterThatNobodyGives() throws IOException {
		refuses(BONNE.replace(":uai", ":ecole"),
				"le paramètre « :ecole » n'existe pas ; il y a [:annee, :archiver_toujours, :champs, :degre, :dernier, "
						+ ":dispositif_sans_fin, :instant, :m2_toujours, :nom_affiche, :premier, :sync, :uai]");
	}

	@Test
	void refusesAWordThatWouldBeIgnored() throws IOException {
		refuses(BONNE.replace("-- etape", "-- par: eleve\n-- etape"), "« -- par: » ne peut être que « lot »");
	}

	@Test
	void refusesADegreeThatCountsNothing() throws IOException {
		Files.delete(this.fichier.resolveSibling("00-unites.sql"));

		assertThatExceptionOfType(MappingFaux.class)
			.isThrownBy(() -> Plan.lire(new Mappings(this.dossier), Degre.SECOND))
			.withMessage("mappings/synchronisations/lsu/2d : aucun fichier « -- moment: unites » ne compte les unités");
	}

	private void refuses(String texte, String phrase) throws IOException {
		Files.writeString(this.fichier, texte);

		assertThatExceptionOfType(MappingFaux.class)
			.isThrownBy(() -> Plan.lire(new Mappings(this.dossier), Degre.SECOND))
			.withMessage("mappings/synchronisations/lsu/2d/20-essai.sql : " + phrase);
	}

}
