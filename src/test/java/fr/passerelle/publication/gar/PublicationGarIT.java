package fr.passerelle.publication.gar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.publication.Annees;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.RecherchePaquets;
import fr.passerelle.publication.Redaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The parcels of an invented académie, two collèges and an école, for the GAR. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationGarIT {

	private static final String PROFILS = "GARPersonProfils/GARPersonProfil";

	private static final Path ATTENDU = Path.of("src/test/resources/gar/petit-college");

	@TempDir
	private static Path dossier;

	private GarDEssai hub;

	private List<EtablissementAttendu> colleges;

	private String petit;

	private String ecole;

	private Paquet second;

	private Paquet premier;

	private EnvoiLu colleges2d;

	private EnvoiLu ecoles1d;

	@BeforeAll
	void anAcademieIsPublished() {
		this.hub = new GarDEssai(Map.of("passerelle.gar.profils-en-minuscules", "minuscule",
				"passerelle.consommateurs[0].nom", "defaut", "passerelle.consommateurs[0].flux", "gar",
				"passerelle.consommateurs[0].code", "P1", "passerelle.consommateurs[1].nom", "minuscule",
				"passerelle.consommateurs[1].flux", "gar", "passerelle.consommateurs[1].code", "U3"));
		this.colleges = this.hub.deposer(2, 60, 700, 0, dossier.resolve("2d"));
		this.petit = this.hub.deposer(1, 6, 720, 0, dossier.resolve("petit")).get(0).uai();
		this.ecole = this.hub.deposer(1, 40, 710, 100, dossier.resolve("1d")).get(0).uai();
		this.second = this.hub.publier("defaut");
		this.premier = this.hub.bean(Publications.class)
			.chercher(RecherchePaquets.de("gar"), 0, 500)
			.stream()
			.filter((paquet) -> paquet.paquet().endsWith("-1D"))
			.findFirst()
			.orElseThrow();
		assertThat(this.second.fautes()).isEmpty();
		assertThat(this.premier.fautes()).isEmpty();
		this.colleges2d = EnvoiLu.de(this.hub.fichiers(this.second));
		this.ecoles1d = EnvoiLu.de(this.hub.fichiers(this.premier));
	}

	@AfterAll
	void close() {
		this.hub.close();
	}

	@Test
	void aParcelIsItsFilesItsArchiveAndItsDigest() throws Exception {
		assertThat(this.hub.fichiers(this.second)).extracting((fichier) -> fichier.getFileName().toString())
			.containsExactly("P1_GAR-ENT_Complet_20251117_080000_2D_Eleve_0000.xml",
					"P1_GAR-ENT_Complet_20251117_080000_2D_Enseignant_0000.xml",
					"P1_GAR-ENT_Complet_20251117_080000_2D_Etab_0000.xml",
					"P1_GAR-ENT_Complet_20251117_080000_2D_Groupe_0000.xml",
					"P1_GAR-ENT_Complet_20251117_080000_2D_RespAff_0000.xml");
		assertThat(this.second.archives()).containsExactly("P1_GAR-ENT_Complet_20251117_080000_2D.tar.gz",
				"P1_GAR-ENT_Complet_20251117_080000_2D.md5");
		assertThat(this.premier.archives()).containsExactly("P1_GAR-ENT_Complet_20251117_080000_1D.tar.gz",
				"P1_GAR-ENT_Complet_20251117_080000_1D.md5");
		Path archive = this.hub.outbox("defaut").resolve(this.second.archive());
		assertThat(Files.readString(this.hub.outbox("defaut").resolve(this.second.archives().get(1))).strip())
			.isEqualTo(org.apache.commons.codec.digest.DigestUtils.md5Hex(Files.readAllBytes(archive)));
		Process tar = new ProcessBuilder("tar", "tzf", archive.toString()).start();
		assertThat(new String(tar.getInputStream().readAllBytes()).lines()).containsExactlyElementsOf(
				this.hub.fichiers(this.second).stream().map((f) -> f.getFileName().toString()).toList());
	}

	@Test
	void thePeopleAreThoseOfTheDirectory() {
		String personnes = """
				SELECT concat_ws(' | ', i.identifiant, p.uai, p.nom, p.prenom, p.date_naissance)
				FROM ent.v_personne p JOIN ent.identifiant_gar i USING (personne_id)
				WHERE p.disparu_le IS NULL AND p.profil = ANY (?::text[]) AND (p.uai = ?) = ? ORDER BY 1""";

		assertThat(sansFin(this.colleges2d.lignes("GAREleve", "GARPersonIdentifiant", "GARPersonEtab", "GARPersonNom",
				"GARPersonPrenom", "GARPersonDateNaissance")))
			.containsExactlyInAnyOrderElementsOf(this.hub.lire(personnes, "{Eleve}", this.ecole, false));
		assertThat(sansFin(this.colleges2d.lignes("GAREnseignant", "GARPersonIdentifiant", "GARPersonEtab",
				"GARPersonNom", "GARPersonPrenom", "GARPersonDateNaissance")))
			.containsExactlyInAnyOrderElementsOf(this.hub.lire(personnes, "{Enseignant,Personnel}", this.ecole, false));
		assertThat(sansFin(this.ecoles1d.lignes("GAREleve", "GARPersonIdentifiant", "GARPersonEtab", "GARPersonNom",
				"GARPersonPrenom", "GARPersonDateNaissance")))
			.containsExactlyInAnyOrderElementsOf(this.hub.lire(personnes, "{Eleve}", this.ecole, true));
		assertThat(sansFin(this.ecoles1d.lignes("GAREnseignant", "GARPersonIdentifiant", "GARPersonEtab",
				"GARPersonNom", "GARPersonPrenom", "GARPersonDateNaissance")))
			.containsExactlyInAnyOrderElementsOf(this.hub.lire(personnes, "{Enseignant,Personnel}", this.ecole, true));
	}

	/** What has no birth date ends in nothing, as concat_ws has it. */
	private static List<String> sansFin(List<String> lignes) {
		return lignes.stream().map((ligne) -> ligne.replaceFirst("( \\| )+$", "")).toList();
	}

	@Test
	void theClassesTheGroupsAndTheirMembersAreThoseOfTheDirectory() {
		for (EnvoiLu envoi : List.of(this.colleges2d, this.ecoles1d)) {
			boolean deLEcole = envoi == this.ecoles1d;

			assertThat(envoi.lignes("GARGroupe", "GARStructureUAI", "GARGroupeCode", "GARGroupeStatut",
					"GARGroupeLibelle"))
				.isNotEmpty()
				.containsExactlyInAnyOrderElementsOf(this.hub
					.lire("""
							SELECT concat_ws(' | ', uai, code, CASE nature WHEN 'classe' THEN 'DIVISION' ELSE 'GROUPE' END, libelle)
							FROM ent.v_groupe g WHERE nature <> 'profil' AND disparu_le IS NULL AND (uai = ?) = ?
							  AND EXISTS (SELECT FROM ent.v_membre m WHERE m.groupe_id = g.groupe_id AND m.disparu_le IS NULL)""",
							this.ecole, deLEcole));
			assertThat(envoi.lignes("GARPersonGroupe", "GARStructureUAI", "GARGroupeCode", "GARPersonIdentifiant"))
				.isNotEmpty()
				.containsExactlyInAnyOrderElementsOf(this.hub
					.lire("""
							SELECT concat_ws(' | ', g.uai, g.code, i.identifiant) FROM ent.v_membre m
							JOIN ent.v_groupe g USING (groupe_id) JOIN ent.identifiant_gar i USING (personne_id)
							WHERE g.nature <> 'profil' AND m.disparu_le IS NULL AND g.disparu_le IS NULL AND (g.uai = ?) = ?""",
							this.ecole, deLEcole));
		}
	}

	@Test
	void aGroupNamesItsDivisions() {
		assertThat(this.colleges2d.lignes("GARGroupe", "GARStructureUAI", "GARGroupeCode", "GARGroupeDivAppartenance"))
			.containsExactlyInAnyOrderElementsOf(this.hub
				.lire("""
						SELECT concat_ws(' | ', g.uai, g.code, coalesce((SELECT string_agg(d, ',' ORDER BY d) FROM unnest(r.divisions) d), ''))
						FROM ent.v_groupe g LEFT JOIN referentiel.v_groupe r ON g.type_structure = 'G' AND r.uai = g.uai AND r.code_groupe = g.code
						  AND r.annee_scolaire = g.annee_scolaire
						WHERE g.nature <> 'profil' AND g.disparu_le IS NULL AND g.uai <> ?
						  AND EXISTS (SELECT FROM ent.v_membre m WHERE m.groupe_id = g.groupe_id AND m.disparu_le IS NULL)""",
						this.ecole));
	}

	@Test
	void whoTeachesWhatIsThatOfSts() {
		for (String type : List.of("G", "D")) {
			assertThat(this.colleges2d.lignes(type.equals("G") ? "GAREnsGroupeMatiere" : "GAREnsClasseMatiere",
					"GARStructureUAI", "GARPersonIdentifiant", "GARGroupeCode", "GARMatiereCode"))
				.isNotEmpty()
				.containsExactlyInAnyOrderElementsOf(this.hub
					.lire("""
							SELECT concat_ws(' | ', s.uai, i.identifiant, s.code_structure, string_agg(DISTINCT s.code_matiere, ','))
							FROM referentiel.v_service s
							JOIN ent.v_personne p ON p.uai = s.uai AND p.cle = s.enseignant_type || ':' || s.enseignant_id AND p.disparu_le IS NULL
							JOIN ent.identifiant_gar i USING (personne_id)
							WHERE s.disparu_le IS NULL AND s.type_structure = ? GROUP BY s.uai, i.identifiant, s.code_structure""",
							type));
		}
	}

	@Test
	void anEleveHasItsMefWhatItsClassAndGroupsAreTaughtAndItsOptions() {
		assertThat(this.colleges2d.lignes("GARPersonMEF", "GARPersonIdentifiant", "GARMEFCode")).containsAll(this.hub
			.lire("""
					SELECT concat_ws(' | ', i.identifiant, e.code_mef) FROM referentiel.eleve e
					JOIN ent.v_personne p ON p.uai = e.uai AND p.systeme = 'SIECLE_ELEVE' AND p.cle = e.eleve_id AND p.disparu_le IS NULL
					JOIN ent.identifiant_gar i USING (personne_id) WHERE e.source = 'SIECLE'"""));
		assertThat(this.colleges2d.lignes("GAREleveEnseignement", "GARPersonIdentifiant", "GARMatiereCode"))
			.containsExactlyInAnyOrderElementsOf(this.hub.lire(
					"""
							SELECT DISTINCT concat_ws(' | ', i.identifiant, s.code_matiere) FROM ent.v_membre m
							JOIN ent.v_groupe g USING (groupe_id) JOIN ent.v_personne p ON p.personne_id = m.personne_id AND p.profil = 'Eleve'
							JOIN ent.identifiant_gar i ON i.personne_id = m.personne_id
							JOIN referentiel.v_service s ON s.uai = g.uai AND s.type_structure = g.type_structure AND s.code_structure = g.code
							WHERE m.disparu_le IS NULL AND g.nature <> 'profil' AND s.disparu_le IS NULL AND g.uai <> ?
							UNION
							SELECT concat_ws(' | ', i.identifiant, o) FROM referentiel.eleve_option x
							JOIN ent.v_personne p ON p.uai = x.uai AND p.systeme = 'SIECLE_ELEVE' AND p.cle = x.eleve_id AND p.disparu_le IS NULL
							JOIN ent.identifiant_gar i USING (personne_id) CROSS JOIN unnest(x.matieres) AS o""",
					this.ecole));
	}

	@Test
	void profilesAreWrittenAsTheConsumerWantsThem() {
		EnvoiLu minuscules = EnvoiLu.de(this.hub.fichiers(this.hub.publier("minuscule")));

		assertThat(this.colleges2d.lignes("GAREleve", PROFILS)).containsOnly("National_ELV");
		assertThat(this.colleges2d.lignes("GAREnseignant", PROFILS)).contains("National_ENS")
			.allMatch((profil) -> profil.matches("National_(ENS|DOC|DIR|EVS|ETA)"));
		assertThat(minuscules.lignes("GAREleve", PROFILS)).containsOnly("National_elv");
		assertThat(minuscules.lignes("GAREnseignant", PROFILS)).contains("National_ens");
	}

	@Test
	void aSchoolIsAloneInItsParcel() {
		String uai = this.colleges.get(0).uai();

		Paquet paquet = this.hub.publier("defaut", uai);

		assertThat(paquet.uai()).containsExactly(uai);
		assertThat(paquet.entier()).isFalse();
		assertThat(paquet.archives()).allMatch((archive) -> archive.startsWith("P1_GAR-ENT_Partiel_"));
		assertThat(EnvoiLu.de(this.hub.fichiers(paquet)).uais()).containsExactly(uai);
	}

	/**
	 * The files of a small collège, to the letter but for the identifiers, which are
	 * drawn, and the order that follows from them.
	 */
	@Test
	void aSmallSchoolIsWrittenAsExpected() throws Exception {
		Map<String, String> noms = new HashMap<>();
		this.hub
			.lire("""
					SELECT i.identifiant || ' ' || p.systeme || '-' || p.cle FROM ent.v_personne p JOIN ent.identifiant_gar i USING (personne_id)
					WHERE p.uai = ?""",
					this.petit)
			.forEach((ligne) -> noms.put(ligne.split(" ", 2)[0], ligne.split(" ", 2)[1]));
		Path ecrits = Files.createDirectories(Path.of("target/gar-petit-college"));
		for (Path fichier : this.hub.fichiers(this.hub.publier("defaut", this.petit))) {
			String genre = fichier.getFileName().toString().replaceFirst(".*_2D_", "");
			Files.write(ecrits.resolve(genre),
					Files.readAllLines(fichier).stream().map((ligne) -> nommer(ligne, noms)).sorted().toList());
		}

		for (String genre : List.of("Etab", "Enseignant", "Eleve", "Groupe", "RespAff")) {
			assertThat(ecrits.resolve(genre + "_0000.xml"))
				.hasSameTextualContentAs(ATTENDU.resolve(genre + "_0000.xml"));
		}
	}

	private static String nommer(String ligne, Map<String, String> noms) {
		return Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
			.matcher(ligne)
			.replaceAll((identifiant) -> noms.getOrDefault(identifiant.group(), "inconnu"));
	}

	@Test
	void someoneOfTwoSchoolsIsOncePerParcelWithBoth() {
		String deux = this.colleges.get(1).uai();
		String meme = """
				UPDATE ent.presence p SET personne_id = (SELECT personne_id FROM ent.presence WHERE uai = '%s' AND profil = 'Eleve' ORDER BY cle LIMIT 1)
				WHERE (uai, cle) = (SELECT uai, min(cle) FROM ent.presence WHERE uai = '%s' AND profil = 'Eleve' GROUP BY uai)"""
			.formatted(this.colleges.get(0).uai(), deux);

		EnvoiLu ensemble = EnvoiLu.de(this.hub.fichiers(this.hub.essayer(meme)));
		EnvoiLu seul = EnvoiLu.de(this.hub.fichiers(this.hub.essayer(meme, deux)));

		String etabs = this.colleges.stream().map(EtablissementAttendu::uai).sorted().collect(Collectors.joining(","));
		assertThat(ensemble.lignes("GAREleve", "GARPersonProfils/GARStructureUAI", "GARPersonEtab"))
			.filteredOn((ligne) -> ligne.contains(","))
			.containsExactly(etabs + " | " + etabs);
		assertThat(seul.uais()).containsExactly(deux);
		assertThat(seul.lignes("GAREleve", "GARPersonStructRattach")).containsOnly("", deux)
			.filteredOn(String::isEmpty)
			.hasSize(1);
	}

	@Test
	void aSchoolThatPreparesItsNextYearIsGivenAsItIs() {
		String suivante = """
				INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, numero_depot)
				SELECT uai, annee_scolaire + 1, systeme, cle, personne_id, profil, nom, prenom, numero_depot FROM ent.presence
				WHERE uai IN ('%s', '%s')"""
			.formatted(this.colleges.get(0).uai(), this.ecole);

		Paquet paquet = this.hub.essayer(suivante);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(EnvoiLu.de(this.hub.fichiers(paquet)).tout()).isEqualTo(this.colleges2d.tout());
	}

	@ParameterizedTest
	@CsvSource({ "2026-01-20T00:00:00Z, 2025, 2025", "2026-03-10T00:00:00Z, 2025, 2026",
			"2026-06-20T00:00:00Z, 2025, 2026", "2026-09-20T00:00:00Z, 2026, 2026" })
	void theYearOfASchoolBeginsWithItsOwnRentree(Instant instant, int metropole, int caledonie) {
		String presences = """
				INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, numero_depot)
				SELECT uai, annee, 'SIECLE_ELEVE', '1', nextval('ent.numero_personne'), 'Eleve', 'OZANNE', 'Timéo', 1
				FROM unnest(ARRAY['0840999E', '9830418M']) AS e (uai) CROSS JOIN unnest(ARRAY[2025, 2026]) AS a (annee)""";

		Map<String, Integer> annees = new TransactionTemplate(this.hub.bean(PlatformTransactionManager.class))
			.execute((etat) -> {
				etat.setRollbackOnly();
				this.hub.bean(JdbcTemplate.class).execute(presences);
				return this.hub.bean(Annees.class).parEcole(Set.of("0840999E", "9830418M"), instant);
			});

		assertThat(annees).isEqualTo(Map.of("0840999E", metropole, "9830418M", caledonie));
	}

	@Test
	void everybodyHasAnIdentifierThatStaysAndIsOfNobodyElse() {
		assertThat(this.hub.lire("""
				SELECT p.cle FROM ent.presence p LEFT JOIN ent.identifiant_gar i USING (personne_id)
				WHERE (p.profil = 'Responsable') = (i.identifiant IS NOT NULL)""")).isEmpty();
		assertThat(EnvoiLu.de(this.hub.fichiers(this.hub.publier("defaut"))).lignes("GAREleve", "GARPersonIdentifiant"))
			.isEqualTo(this.colleges2d.lignes("GAREleve", "GARPersonIdentifiant"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.hub.essayer(
				"UPDATE ent.identifiant_gar SET identifiant = (SELECT min(identifiant::text)::uuid FROM ent.identifiant_gar)"));
	}

	/** What is left out has its line, with its links, and the parcel goes. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					UPDATE ent.presence SET prenom = ' ' WHERE uai = ':uai' AND profil = 'Eleve' | élève | sans prénom ; ses liens aussi \\([0-9]+\\)
					UPDATE ent.presence SET nom = ' ' WHERE uai = ':uai' AND systeme = 'STS' | personnel epp:[0-9]+ | sans nom( ; ses liens aussi \\([0-9]+\\))?
					UPDATE referentiel.enseignant SET fonction = 'XYZ' WHERE uai = ':uai' | personnel epp:[0-9]+ | fonction « XYZ » inconnue du GAR( ; ses liens aussi \\([0-9]+\\))?
					UPDATE ent.groupe g SET code = (SELECT min(code) FROM ent.groupe d WHERE d.uai = g.uai AND d.type_structure = 'D') WHERE groupe_id IN (SELECT min(groupe_id) FROM ent.groupe WHERE uai = ':uai' AND type_structure = 'G' GROUP BY profil) | groupe .+ | code déjà pris par une division ou un autre groupe ; ses liens aussi \\([1-9][0-9]*\\)
					UPDATE referentiel.eleve SET code_mef = '1001' WHERE uai = ':uai' | MEF 1001 | n'a pas 11 caractères ; ses liens aussi \\([1-9][0-9]*\\)
					UPDATE referentiel.eleve SET code_mef = '99999999999' WHERE uai = ':uai' | MEF 99999999999 | absent de la nomenclature de l'établissement ; ses liens aussi \\([1-9][0-9]*\\)
					UPDATE referentiel.matiere SET disparu_le = now() WHERE uai = ':uai' | matière [0-9A-Z]{6} | absente de la nomenclature de l'établissement ; ses enseignements aussi \\([1-9][0-9]*\\)
					UPDATE referentiel.service SET code_matiere = left(code_matiere, 4) WHERE uai = ':uai' | matière [0-9A-Z]{4} | n'est pas un code national de six caractères ; ses enseignements aussi \\([1-9][0-9]*\\)
					DELETE FROM ent.membre WHERE groupe_id IN (SELECT groupe_id FROM ent.groupe WHERE uai = ':uai' AND type_structure = 'G') | groupe .+ | ni élève ni enseignant
					DELETE FROM ent.membre WHERE groupe_id IN (SELECT groupe_id FROM ent.groupe WHERE uai = ':uai' AND type_structure = 'G' AND profil = 'Eleve') | groupes | groupes présents mais non peuplés : aucun élève dans ses [0-9]+ groupes
					UPDATE referentiel.groupe SET divisions = array_append(divisions, '6Z') WHERE uai = ':uai' | groupe .+ | division « 6Z » inconnue : le groupe est transmis sans ce rattachement
					UPDATE referentiel.etablissement SET telephone = '01 02 03 04 05 06 07 08 09 10 11' WHERE uai = ':uai' | établissement | téléphone de plus de 20 caractères : le numéro n'est pas transmis
					DELETE FROM referentiel.service WHERE uai = ':uai' | personnel epp:[0-9]+ | Aucune matière pour .+ : les ressources par matière ne lui seront pas proposées\\. Complétez .+
					SELECT 1 | responsables d'affectation | Aucun responsable d'affectation : .+ en nomme un .+
					INSERT INTO ent.gar_responsable SELECT uai, personne_id, 'a@exemple.invalid', 'essai', now() FROM ent.presence WHERE uai = ':uai' AND systeme = 'STS' LIMIT 1 | responsable d'affectation [0-9]+ | Son adresse n'est pas académique\\. .+
					""")
	void whatIsLeftOutIsSaid(String sql, String objet, String motif) {
		String uai = this.colleges.get(0).uai();

		Paquet paquet = this.hub.essayer(sql.replace(":uai", uai), true, uai);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).isNotEmpty()
			.allMatch((ecarte) -> ecarte.uai().equals(uai))
			.anyMatch((ecarte) -> ecarte.objet().matches(objet) && ecarte.motif().matches(motif));
	}

	@Test
	void whatNobodySpoiltLeavesNothingOut() {
		assertThat(this.second.ecartes())
			.filteredOn((ecarte) -> !ecarte.motif().equals("ni élève ni enseignant")
					&& !ecarte.objet().equals("responsables d'affectation"))
			.isEmpty();
		assertThat(this.premier.ecartes()).filteredOn((ecarte) -> !ecarte.objet().equals("responsables d'affectation"))
			.allMatch((ecarte) -> ecarte.motif().startsWith("sans code MEFSTAT4"));
	}

	@Test
	void anAcademicMailIsEnough() {
		String uai = this.colleges.get(0).uai();

		assertThat(this.hub
			.essayer(
					"""
							INSERT INTO ent.gar_responsable SELECT uai, personne_id, 'A.B@ac-Exemple.fr', 'essai', now() FROM ent.presence
							WHERE uai = '%s' AND systeme = 'STS' LIMIT 1"""
						.formatted(uai),
					uai)
			.ecartes()).extracting(Redaction.Ecarte::objet).noneMatch((objet) -> objet.contains("affectation"));
	}

	/** Its élèves are those of a group that went, but for one in four at most. */
	@ParameterizedTest
	@CsvSource({ "0, 1", "50, 0" })
	void aGroupThatOnlyChangedItsCodeIsSaid(int partis, int dits) {
		String uai = this.colleges.get(0).uai();
		String code = this.hub.lire("SELECT min(code) FROM ent.groupe WHERE uai = ? AND type_structure = 'G'", uai)
			.get(0);
		String renommer = """
				INSERT INTO ent.groupe (uai, annee_scolaire, type_structure, code, profil, libelle, numero_depot)
				SELECT uai, annee_scolaire, 'G', 'NOUVEAU', profil, libelle, 1 FROM ent.groupe
				WHERE uai = ':uai' AND type_structure = 'G' AND code = ':code';
				INSERT INTO ent.membre (groupe_id, personne_id, numero_depot)
				SELECT n.groupe_id, m.personne_id, 1
				FROM ent.groupe a JOIN ent.groupe n ON n.uai = a.uai AND n.code = 'NOUVEAU' AND n.profil = a.profil
				JOIN (SELECT *, percent_rank() OVER (PARTITION BY groupe_id ORDER BY personne_id) * 100 AS part FROM ent.membre) m
				  ON m.groupe_id = a.groupe_id
				WHERE a.uai = ':uai' AND a.type_structure = 'G' AND a.code = ':code' AND m.part >= :partis;
				UPDATE ent.membre SET disparu_le = '2025-11-17T09:00:00Z'
				WHERE groupe_id IN (SELECT groupe_id FROM ent.groupe WHERE uai = ':uai' AND type_structure = 'G' AND code = ':code');
				UPDATE ent.groupe SET disparu_le = '2025-11-17T09:00:00Z' WHERE uai = ':uai' AND type_structure = 'G' AND code = ':code';
				INSERT INTO ent.changement_lot (lot, uai, annee_scolaire, numero_depot, cree_le, nombre)
				VALUES (-1, ':uai', 2025, 1, '2025-11-17T09:00:00Z', 4);
				INSERT INTO ent.changement (lot, rang, type, operation, cle)
				SELECT -1, row_number() OVER (), 'groupe', 'INSERT', groupe_id FROM ent.groupe WHERE uai = ':uai' AND code = 'NOUVEAU'"""
			.replace(":uai", uai)
			.replace(":code", code)
			.replace(":partis", Integer.toString(partis));

		Paquet paquet = this.hub.essayer(renommer, uai);

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).filteredOn((ecarte) -> ecarte.motif().contains("les licences"))
			.hasSize(dits)
			.allMatch((ecarte) -> ecarte.uai().equals(uai) && ecarte.objet().equals("groupe NOUVEAU")
					&& ecarte.motif().startsWith("« " + code + " » devient « NOUVEAU » : "));
	}

	@Test
	void aLabelThatIsMissingStopsTheParcelAndTheLastGoodOneStays() throws Exception {
		Paquet mauvais = this.hub
			.essayer("UPDATE referentiel.matiere SET libelle = '', libelle_edition = '', libelle_court = ''");

		assertThat(mauvais.fautes()).first()
			.asString()
			.matches(
					"P1_GAR-ENT_Complet_.*_2D_Etab_0000.xml, ligne [0-9]+ : l'élément « GARMatiereLibelle » ne suit pas le schéma du GAR.");
		assertThat(this.hub.outbox("defaut").resolve(mauvais.paquet())).doesNotExist();
		assertThat(this.hub.outbox("defaut").resolve(mauvais.paquet() + ".json")).exists();
		assertThat(this.hub.outbox("defaut").resolve(this.second.paquet())).isDirectory();
		assertThat(this.hub.outbox("defaut").resolve(this.second.archive())).exists();
	}

	@Test
	void aMassOfElevesThatGoesStopsTheParcelUnlessSomeoneConfirms() {
		String partis = "UPDATE ent.presence SET disparu_le = now() WHERE profil = 'Eleve' AND uai = '%s'"
			.formatted(this.colleges.get(0).uai());

		assertThat(this.hub.essayer(partis).fautes()).first()
			.asString()
			.matches("Disparition massive : [0-9]+ élèves au dernier envoi valide, [0-9]+ maintenant.");
		assertThat(this.hub.essayer(partis, true).fautes()).isEmpty();
	}

	@Test
	void theResponsablesNamedByTheHeadAreSentWhileTheyAreOfTheStaff() {
		String uai = this.colleges.get(0).uai();
		Responsables responsables = this.hub.bean(Responsables.class);
		long personne = Long.parseLong(this.hub.lire("""
				SELECT min(personne_id)::text FROM ent.presence WHERE uai = ? AND systeme = 'STS'""", uai).get(0));

		assertThat(responsables.nommer(uai, personne, "chef@exemple.invalid", "essai")).isEmpty();
		assertThat(EnvoiLu.de(this.hub.fichiers(this.hub.publier("defaut", uai)))
			.lignes("GARRespAff", "GARPersonIdentifiant", "GARPersonMail", "GARRespAffEtab"))
			.isEqualTo(this.hub.lire(
					"SELECT identifiant || ' | chef@exemple.invalid | ' || ? FROM ent.identifiant_gar WHERE personne_id = ?",
					uai, personne));
		assertThat(this.hub.essayer("UPDATE ent.presence SET disparu_le = now() WHERE personne_id = " + personne, uai)
			.ecartes())
			.contains(new Redaction.Ecarte(uai, null, "responsable d'affectation " + personne,
					"n'est pas parmi les personnels transmis de l'établissement"));
		assertThat(responsables.retirer(uai, personne)).isTrue();
		assertThat(responsables.retirer(uai, personne)).isFalse();
	}

	@Test
	void theHeadNamesFifteenStaffAtMostEachWithAMail() {
		String uai = this.colleges.get(1).uai();
		Responsables responsables = this.hub.bean(Responsables.class);
		String eleve = this.hub
			.lire("SELECT min(personne_id)::text FROM ent.presence WHERE uai = ? AND profil = 'Eleve'", uai)
			.get(0);
		String personnel = this.hub
			.lire("SELECT min(personne_id)::text FROM ent.presence WHERE uai = ? AND systeme = 'STS'", uai)
			.get(0);

		assertThat(responsables.nommer(uai, Long.parseLong(eleve), "a@exemple.invalid", "essai"))
			.contains(Constat.de("GAR_RA_PERSONNE", "uai", uai));
		assertThat(responsables.nommer(uai, Long.parseLong(personnel), " ", "essai"))
			.contains(Constat.de("GAR_RA_COURRIEL"));

		new TransactionTemplate(this.hub.bean(PlatformTransactionManager.class)).executeWithoutResult((etat) -> {
			etat.setRollbackOnly();
			this.hub.bean(JdbcTemplate.class)
				.update("INSERT INTO ent.gar_responsable SELECT ?, -n, 'a@exemple.invalid', 'essai', now() FROM generate_series(1, 15) n",
						uai);
			assertThat(responsables.nommer(uai, Long.parseLong(personnel), "a@exemple.invalid", "essai"))
				.contains(Constat.de("GAR_RA_NOMBRE", "uai", uai, "nombre", "15"));
		});
	}

	@Test
	void aFileIsCutWhenItIsFullAndSaysTheSameInSeveral(@TempDir Path coupes) throws Exception {
		GarSettings parSept = new GarSettings(null, 7, List.of(), new GarSettings.Disparition(10, 50));
		RedactionGar redaction = new RedactionGar(this.hub.bean(DataSource.class), this.hub.bean(Mappings.class),
				this.hub.bean(Annees.class), parSept, this.hub.bean(GarSchemas.class), this.hub.bean(Effectifs.class),
				this.hub.bean(Catalogue.class), Clock.systemUTC());
		Consommateur defaut = this.hub.bean(Publications.class).consommateur("gar", "defaut").orElseThrow();

		Redaction.Contenu contenu = new TransactionTemplate(this.hub.bean(PlatformTransactionManager.class))
			.execute((etat) -> redaction.rediger(new Redaction.Commande("", "2D", defaut, null, coupes, false, true)));
		List<Path> fichiers;
		try (Stream<Path> tous = Files.list(coupes)) {
			fichiers = tous.sorted().toList();
		}

		assertThat(contenu.fautes()).isEmpty();
		assertThat(fichiers)
			.allSatisfy((fichier) -> assertThat(Files.readString(fichier).lines().count()).isLessThanOrEqualTo(7 + 3));
		assertThat(EnvoiLu.de(fichiers).tout()).containsExactlyInAnyOrderElementsOf(this.colleges2d.tout());
	}

}
