package fr.passerelle.publication.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.aaf.AcademieDEssai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Invented schools of both degrees, as a reader of OneRoster receives them. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationOneRosterIT {

	private static final Path EXEMPLES = Path.of(System.getProperty("passerelle.partage", "../shared"),
			"examples/oneroster");

	private static final Collector<String, ?, TreeSet<String>> TRIES = Collectors.toCollection(TreeSet::new);

	private AcademieDEssai academie;

	@BeforeAll
	void deposit() {
		this.academie = new AcademieDEssai().peupler("--etablissements", "3", "--eleves", "40", "--graine", "11",
				"--premier-degre", "34", "--territoire", "metropole");
	}

	@AfterAll
	void close() {
		this.academie.close();
	}

	@Test
	void thePeopleClassesAndMembersOfTheFilesAreThoseOfTheDirectory() {
		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(paquet.fautes()).isEmpty();
		assertThat(colonne(paquet, "users", "sourcedId")).isEqualTo(ensemble(
				"""
						SELECT DISTINCT 'u-' || personne_id FROM ent.v_personne WHERE disparu_le IS NULL AND btrim(coalesce(prenom, '')) <> ''"""));
		assertThat(colonne(paquet, "orgs", "identifier")).isEqualTo(new TreeSet<>(this.academie.uais()));
		assertThat(lignes(paquet, "classes").stream()
			.filter((classe) -> classe.getField("classType").equals("homeroom"))
			.map((classe) -> classe.getField("schoolSourcedId") + " " + classe.getField("classCode"))
			.collect(TRIES))
			.isEqualTo(ensemble(
					"""
							SELECT 'org-' || uai || ' ' || code FROM ent.v_groupe WHERE nature = 'classe' AND disparu_le IS NULL"""));
		assertThat(membres(paquet, "student")).isEqualTo(ensemble(
				"""
						SELECT DISTINCT 'u-' || m.personne_id || ' cls-' || g.uai || '-' || g.code
						FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id) JOIN ent.v_personne p ON p.personne_id = m.personne_id AND p.uai = g.uai
						WHERE g.nature = 'classe' AND p.profil = 'Eleve' AND m.disparu_le IS NULL AND g.disparu_le IS NULL AND p.disparu_le IS NULL"""));
	}

	@Test
	void aSchoolThatPreparesItsNextYearIsGivenAsItIs() {
		Set<String> avant = colonne(publier(List.of("*"), List.of()), "enrollments", "sourcedId");
		this.academie.executer(
				"""
						INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, numero_depot)
						SELECT uai, annee_scolaire + 1, systeme, cle, personne_id, profil, nom, prenom, numero_depot FROM ent.presence
						WHERE uai = '%s'"""
					.formatted(this.academie.uais().get(0)));

		Paquet paquet = publier(List.of("*"), List.of());

		this.academie.executer("DELETE FROM ent.presence WHERE annee_scolaire = 2027");
		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).filteredOn((ecart) -> ecart.objet().equals("établissement")).isEmpty();
		assertThat(colonne(paquet, "enrollments", "sourcedId")).isEqualTo(avant);
	}

	/** Who is in which homeroom. */
	private Set<String> membres(Paquet paquet, String role) {
		Set<String> divisions = lignes(paquet, "classes").stream()
			.filter((classe) -> classe.getField("classType").equals("homeroom"))
			.map((classe) -> classe.getField("sourcedId"))
			.collect(Collectors.toSet());
		return lignes(paquet, "enrollments").stream()
			.filter((inscription) -> inscription.getField("role").equals(role)
					&& divisions.contains(inscription.getField("classSourcedId")))
			.map((inscription) -> inscription.getField("userSourcedId") + " " + inscription.getField("classSourcedId"))
			.collect(TRIES);
	}

	@Test
	void teachersAreInTheClassesTheyTeach() {
		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(lignes(paquet, "enrollments").stream()
			.filter((inscription) -> inscription.getField("role").equals("teacher")
					&& inscription.getField("primary").equals("false"))
			.map((inscription) -> inscription.getField("userSourcedId") + " " + inscription.getField("classSourcedId"))
			.collect(TRIES))
			.isEqualTo(ensemble(
					"""
							SELECT DISTINCT 'u-' || p.personne_id || ' cls-' || s.uai || '-' || s.code_structure || '-' || s.code_matiere
							FROM referentiel.service s
							JOIN ent.presence p ON p.uai = s.uai AND p.annee_scolaire = s.annee_scolaire AND p.systeme = 'STS' AND p.disparu_le IS NULL
							    AND p.cle = s.enseignant_type || ':' || s.enseignant_id
							JOIN ent.groupe g ON g.uai = s.uai AND g.annee_scolaire = s.annee_scolaire AND g.type_structure = s.type_structure
							    AND g.code = s.code_structure AND g.profil = '' AND g.disparu_le IS NULL
							WHERE s.disparu_le IS NULL"""));
	}

	@Test
	void theManifestSaysWhatIsThereAndTheColumnsAreThoseOfTheFormat() throws IOException {
		assumeThat(EXEMPLES).as("no ../shared/examples here: the columns are not compared").isDirectory();
		Paquet paquet = publier(List.of("*"), List.of("demographics"));

		assertThat(Files.readAllLines(dossier(paquet).resolve("manifest.csv"))
			.stream()
			.filter((ligne) -> !ligne.startsWith("source."))
			.toList())
			.isEqualTo(Files.readAllLines(EXEMPLES.resolve("manifest.csv"))
				.stream()
				.filter((ligne) -> !ligne.startsWith("source."))
				.toList());
		for (String nom : noms(paquet)) {
			assertThat(titres(dossier(paquet).resolve(nom))).as(nom).isEqualTo(titres(EXEMPLES.resolve(nom)));
		}
	}

	@Test
	void aConsumerReceivesItsSchoolsAndWhatIsReservedOnlyIfItIsNamed() throws IOException {
		String uai = this.academie.uais().get(0);
		Paquet sans = publier(List.of(uai), List.of());
		Paquet avec = publier(List.of(uai), List.of("demographics", "users.ine"));

		assertThat(colonne(sans, "orgs", "identifier")).containsExactly(uai);
		assertThat(colonne(sans, "users", "primaryOrgSourcedId")).containsExactly("org-" + uai);
		assertThat(noms(sans)).doesNotContain("demographics.csv");
		assertThat(Files.readString(dossier(sans).resolve("users.csv"))).doesNotContain("INE:");
		assertThat(noms(avec)).contains("demographics.csv");
		assertThat(Files.readString(dossier(avec).resolve("users.csv"))).contains("{INE:");
		assertThat(lignes(avec, "demographics")).hasSameSizeAs(this.academie.lire(
				"SELECT DISTINCT personne_id::text FROM ent.v_personne WHERE uai = ? AND profil = 'Eleve' AND disparu_le IS NULL",
				uai));
	}

	@Test
	void aSchoolThatHasNoNameIsToldAndTheOthersAreGiven() {
		String uai = this.academie.uais().get(0);
		this.academie.executer("UPDATE ent.structure SET disparu_le = now() WHERE uai = '" + uai + "'");

		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(paquet.valide()).isTrue();
		assertThat(colonne(paquet, "orgs", "identifier")).doesNotContain(uai).hasSize(2);
		assertThat(paquet.ecartes()).singleElement().satisfies((ecarte) -> {
			assertThat(ecarte.uai()).isEqualTo(uai);
			assertThat(ecarte.motif()).startsWith("sans nom ou sans dates d'année scolaire");
		});
		this.academie.executer("UPDATE ent.structure SET disparu_le = NULL");
	}

	@Test
	void aGroupThatNobodyTeachesIsToldAndTheRestIsGiven() {
		this.academie.executer(
				"""
						UPDATE referentiel.service SET disparu_le = now()
						WHERE (uai, code_structure) = (SELECT uai, code_structure FROM referentiel.service WHERE type_structure = 'G' ORDER BY 1, 2 LIMIT 1)""");

		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(paquet.valide()).isTrue();
		assertThat(paquet.ecartes()).singleElement()
			.satisfies((ecarte) -> assertThat(ecarte.motif()).startsWith("groupe sans service : il n'a pas de cours"));
		this.academie.executer("UPDATE referentiel.service SET disparu_le = NULL");
	}

	@Test
	void whoIsLeftOutIsToldAndASchoolWithoutAnybodyMakesNoPackage() {
		this.academie.executer(
				"UPDATE ent.presence SET prenom = ' ' WHERE ctid = (SELECT min(ctid) FROM ent.presence WHERE profil = 'Eleve')");

		Paquet paquet = publier(List.of("*"), List.of());
		Paquet vide = publier(List.of("0999999F"), List.of());

		assertThat(paquet.valide()).isTrue();
		assertThat(paquet.ecartes())
			.anySatisfy((ecarte) -> assertThat(ecarte.motif()).isEqualTo("sans prénom : non donné"));
		assertThat(vide.valide()).isFalse();
		assertThat(vide.fautes()).containsExactly("Aucun établissement à donner.");
		this.academie.executer("UPDATE ent.presence SET prenom = 'Rendu' WHERE prenom = ' '");
	}

	private Paquet publier(List<String> uais, List<String> champs) {
		Consommateur consommateur = new Consommateur("lecteur", "oneroster", "", uais, false, 0, champs, "dossier", "");
		return this.academie.bean(Publications.class).publier(consommateur, null, "essai", false);
	}

	private Path dossier(Paquet paquet) {
		return this.academie.bean(Maison.class)
			.outbox()
			.resolve(Path.of("flux", "oneroster", paquet.consommateur(), paquet.paquet()));
	}

	private List<String> noms(Paquet paquet) throws IOException {
		try (Stream<Path> fichiers = Files.list(dossier(paquet))) {
			return fichiers.map((fichier) -> fichier.getFileName().toString()).sorted().toList();
		}
	}

	private List<NamedCsvRecord> lignes(Paquet paquet, String fichier) {
		try (CsvReader<NamedCsvRecord> lignes = CsvReader.builder()
			.ofNamedCsvRecord(dossier(paquet).resolve(fichier + ".csv"))) {
			return lignes.stream().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Set<String> colonne(Paquet paquet, String fichier, String colonne) {
		return lignes(paquet, fichier).stream().map((ligne) -> ligne.getField(colonne)).collect(TRIES);
	}

	private Set<String> ensemble(String sql) {
		return new TreeSet<>(this.academie.lire(sql));
	}

	private static String titres(Path fichier) throws IOException {
		return Files.readAllLines(fichier).get(0);
	}

}
