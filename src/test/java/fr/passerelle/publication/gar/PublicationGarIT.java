package fr.passerelle.publication.gar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The parcels of an invented académie, two collèges and an école, for the GAR. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationGarIT {

	private static final String PROFILS = "GARPersonProfils/GARPersonProfil";

	@TempDir
	private static Path dossier;

	private GarDEssai hub;

	private List<EtablissementAttendu> colleges;

	private String ecole;

	private Paquet second;

	private Paquet premier;

	private EnvoiLu colleges2d;

	private EnvoiLu ecoles1d;

	@BeforeAll
	void anAcademieIsPublished() {
		this.hub = new GarDEssai("--passerelle.gar.profils-en-minuscules=minuscule",
				"--passerelle.consommateurs[0].nom=defaut", "--passerelle.consommateurs[0].flux=gar",
				"--passerelle.consommateurs[0].code=P1", "--passerelle.consommateurs[1].nom=minuscule",
				"--passerelle.consommateurs[1].flux=gar", "--passerelle.consommateurs[1].code=U3");
		this.colleges = this.hub.deposer(2, 60, 700, 0, dossier.resolve("2d"));
		this.ecole = this.hub.deposer(1, 40, 710, 100, dossier.resolve("1d")).get(0).uai();
		this.second = this.hub.publier("defaut");
		this.premier = this.hub.bean(Publications.class)
			.lister("gar")
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
	void anEleveHasItsMefAndWhatItsClassAndGroupsAreTaught() {
		assertThat(this.colleges2d.lignes("GARPersonMEF", "GARPersonIdentifiant", "GARMEFCode")).containsAll(this.hub
			.lire("""
					SELECT concat_ws(' | ', i.identifiant, e.code_mef) FROM referentiel.eleve e
					JOIN ent.v_personne p ON p.uai = e.uai AND p.systeme = 'SIECLE_ELEVE' AND p.cle = e.eleve_id AND p.disparu_le IS NULL
					JOIN ent.identifiant_gar i USING (personne_id) WHERE e.source = 'SIECLE'"""));
		assertThat(this.colleges2d.lignes("GAREleveEnseignement", "GARPersonIdentifiant", "GARMatiereCode"))
			.containsExactlyInAnyOrderElementsOf(this.hub
				.lire("""
						SELECT DISTINCT concat_ws(' | ', i.identifiant, s.code_matiere) FROM ent.v_membre m
						JOIN ent.v_groupe g USING (groupe_id) JOIN ent.v_personne p ON p.personne_id = m.personne_id AND p.profil = 'Eleve'
						JOIN ent.identifiant_gar i ON i.personne_id = m.personne_id
						JOIN referentiel.v_service s ON s.uai = g.uai AND s.type_structure = g.type_structure AND s.code_structure = g.code
						WHERE m.disparu_le IS NULL AND g.nature <> 'profil' AND s.disparu_le IS NULL AND g.uai <> ?""",
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
		assertThat(EnvoiLu.de(this.hub.fichiers(paquet)).uais()).containsExactly(uai);
	}

}
