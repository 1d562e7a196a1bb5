package fr.passerelle.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProjectionReaderTest {

	private static final String BONNE = """
			-- projection: ent-essai
			-- suit: eleve, division
			-- ordre: 40
			WITH changement (operation, cle) AS (
			    SELECT 'INSERT', ':rien' WHERE :uai = :uai AND now()::date IS NOT NULL
			)
			""";

	@TempDir
	Path dossier;

	private Path fichier;

	@BeforeEach
	void ent() throws IOException {
		this.fichier = Files.createDirectories(this.dossier.resolve("ent")).resolve("40-essai.sql");
	}

	@Test
	void readsTheHeaderAndCountsTheChanges() throws IOException {
		Files.writeString(this.fichier, BONNE);

		assertThat(new ProjectionReader(this.fichier).read())
			.isEqualTo(new Projection("ent-essai", Set.of("eleve", "division"), 40, null,
					BONNE + "\nSELECT operation, count(*) AS nombre FROM changement GROUP BY operation"));
	}

	@Test
	void refusesAFileWithoutItsName() throws IOException {
		refuses(BONNE.replace("-- projection: ent-essai\n", ""),
				"Projection ent/40-essai.sql : il manque la ligne « -- projection: … » de l'en-tête.");
	}

	@Test
	void refusesAnEntityThatDoesNotExistBecauseItWouldNeverRun() throws IOException {
		refuses(BONNE.replace("eleve,", "eleves,"), "Projection ent/40-essai.sql : « -- suit: » nomme « eleves », "
				+ "qui n'est pas une entité du référentiel ; il y a [calendrier, division, eleve, eleve_division, "
				+ "eleve_responsable, enseignant, etablissement, groupe, lien, matiere, mef, "
				+ "professeur_principal, responsable, service, suppleance].");
	}

	@Test
	void refusesAnOrderThatIsNoNumber() throws IOException {
		refuses(BONNE.replace("40", "après"),
				"Projection ent/40-essai.sql : « -- ordre: » doit être un nombre, pas « après ».");
	}

	@Test
	void refusesAParameterThatNobodyGives() throws IOException {
		refuses(BONNE.replace("= :uai", "= :ecole"),
				"Projection ent/40-essai.sql : le paramètre « :ecole » n'existe pas ; il y a [:annee, :instant, :limite_eleve, :limite_enseignant, :limite_personnel, :limite_responsable, :numero, :uai].");
	}

	@Test
	void refusesAnInstructionAfterTheChanges() throws IOException {
		refuses(BONNE + "; DELETE FROM ent.membre WHERE uai IN (:uai)",
				"Projection ent/40-essai.sql : le fichier doit se terminer par la CTE « changement (operation, cle) AS (…) », "
						+ "sans point-virgule ni instruction après elle.");
	}

	@Test
	void refusesTwoProjectionsOfOneName() throws IOException {
		Files.writeString(this.fichier, BONNE);
		Files.writeString(this.fichier.resolveSibling("50-essai.sql"), BONNE);

		assertThatIllegalStateException()
			.isThrownBy(() -> new Projections(this.dossier, Clock.systemUTC(), 10, Delais.AUCUN))
			.withMessage("Deux projections s'appellent « ent-essai ».");
	}

	@Test
	void refusesAHomeWithoutProjections() {
		Path absent = this.dossier.resolve("absent");

		assertThatIllegalStateException().isThrownBy(() -> new Projections(absent, Clock.systemUTC(), 10, Delais.AUCUN))
			.withMessage("Le dossier des projections « %s » n'existe pas.".formatted(absent));
	}

	private void refuses(String texte, String phrase) throws IOException {
		Files.writeString(this.fichier, texte);

		assertThatIllegalStateException().isThrownBy(() -> new ProjectionReader(this.fichier).read())
			.withMessage(phrase);
	}

}
