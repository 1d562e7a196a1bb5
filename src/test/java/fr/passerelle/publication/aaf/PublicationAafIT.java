package fr.passerelle.publication.aaf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.bilan.Exemples;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.ConsommateurFaux;
import fr.passerelle.publication.EtatAnnuaire;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Redaction;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** The directory of invented schools, as a consumer receives it. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationAafIT {

	private static final Path ATTENDU = Path.of("src/test/resources/jeux/aaf/college/attendu");

	/** The school of the files to the letter: the first one, of a few élèves. */
	private static final int PETIT = 0;

	private static final int COLLEGE = 1;

	/** The school whose référentiel the tests spoil. */
	private static final int ABIME = 2;

	private static final int ECOLE = 3;

	private AcademieDEssai academie;

	@BeforeAll
	void open() {
		this.academie = new AcademieDEssai().peupler("--etablissements", "1", "--eleves", "4", "--graine", "5")
			.peupler("--etablissements", "2", "--eleves", "60", "--graine", "6", "--premier-rang", "1")
			.peupler("--etablissements", "1", "--eleves", "50", "--graine", "7", "--premier-rang", "3",
					"--premier-degre", "100");
	}

	@AfterAll
	void close() {
		this.academie.close();
	}

	@Test
	void theFilesOfASmallSchoolAreThese() throws IOException {
		Paquet paquet = this.academie.publier("petit", false, uai(PETIT));

		Map<String, String> fichiers = textes(this.academie.dossier(paquet));
		if (Boolean.getBoolean("aaf.ecrire")) {
			Files.createDirectories(ATTENDU);
			for (Map.Entry<String, String> fichier : fichiers.entrySet()) {
				Files.writeString(ATTENDU.resolve(fichier.getKey()), fichier.getValue());
			}
		}
		assertThat(fichiers).as("write them again with -Daaf.ecrire=true").isEqualTo(textes(ATTENDU));
	}

	@Test
	void theDirectoryOfCollegesReadBackIsThatOfTheViews() {
		Paquet paquet = this.academie.publier("lecture", false, uai(PETIT), uai(COLLEGE));
		FichesReader lu = new FichesReader().lire(this.academie.dossier(paquet));

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).isEmpty();
		AnnuaireAttendu attendu = new AnnuaireAttendu(this.academie, uai(PETIT), uai(COLLEGE));
		AnnuaireLu trouve = new AnnuaireLu(lu, "sn", "givenName");
		assertThat(trouve.personnes()).isEqualTo(attendu.personnes());
		assertThat(trouve.structures()).isEqualTo(attendu.structures());
		assertThat(trouve.eleves("ENTEleveClasses", 1)).isEqualTo(attendu.membres("Eleve", "D"));
		assertThat(trouve.eleves("ENTEleveGroupes", 1)).isEqualTo(attendu.membres("Eleve", "G"));
		assertThat(trouve.enseignants("ENTAuxEnsClasses", "ENTAuxEnsClassesPrincipal"))
			.isEqualTo(attendu.membres("Enseignant", "D"));
		assertThat(trouve.enseignants("ENTAuxEnsClassesMatieres", "ENTAuxEnsClassesPrincipal"))
			.isEqualTo(attendu.membres("Enseignant", "D"));
		assertThat(trouve.enseignants("ENTAuxEnsGroupesMatieres")).isEqualTo(attendu.membres("Enseignant", "G"));
		assertThat(trouve.enseignements()).isEqualTo(attendu.enseignements());
		assertThat(trouve.enseignants("ENTPersonFonctions")).isEqualTo(attendu.fonctions());
		assertThat(trouve.enseignants("ENTAuxEnsClassesPrincipal")).isEqualTo(attendu.principaux());
		assertThat(trouve.responsables("ENTElevePersRelEleve", 3)).isEqualTo(attendu.responsables());
	}

	@Test
	void theOptionsOfAnEleveAreTwoParallelLists() {
		String uai = uai(ABIME);
		List<String> eleve = this.academie.lire("""
				SELECT unnest(ARRAY[o.eleve_id, p.personne_id::text, array_to_string(o.matieres, ' ')])
				FROM referentiel.eleve_option o JOIN ent.presence p ON p.uai = o.uai AND p.cle = o.eleve_id
				WHERE o.uai = ? ORDER BY cardinality(o.matieres) DESC, o.eleve_id LIMIT 3""", uai);
		List<String> codes = List.of(eleve.get(2).split(" "));
		this.academie.executer(
				"""
						UPDATE referentiel.eleve_option SET matieres = matieres || '{999999}' WHERE uai = '%1$s' AND eleve_id = '%2$s';
						UPDATE referentiel.matiere SET libelle = 'LANGUE' WHERE uai = '%1$s' AND code_matiere IN ('%3$s', '%4$s')"""
					.formatted(uai, eleve.get(0), codes.get(0), codes.get(1)));

		Paquet paquet = this.academie.publier("options", false, uai);
		this.academie.executer("""
				UPDATE referentiel.eleve_option SET matieres = array_remove(matieres, '999999') WHERE uai = '%1$s';
				UPDATE referentiel.matiere SET libelle = code_matiere WHERE uai = '%1$s' AND libelle = 'LANGUE'"""
			.formatted(uai));

		Map<String, List<String>> fiche = new FichesReader().lire(this.academie.dossier(paquet))
			.fiches("Eleve")
			.get(eleve.get(1));
		assertThat(paquet.fautes()).isEmpty();
		assertThat(codes).hasSizeGreaterThan(1);
		assertThat(fiche).containsEntry("ENTEleveCodeEnseignements", codes);
		assertThat(fiche.get("ENTEleveEnseignements").subList(0, 2)).containsExactly("LANGUE (" + codes.get(0) + ")",
				"LANGUE (" + codes.get(1) + ")");
		assertThat(paquet.ecartes()).extracting(Redaction.Ecarte::objet, Redaction.Ecarte::motif)
			.containsExactly(tuple("matière 999999",
					"absente des nomenclatures déposées : l'option des élèves est donnée sans elle"));
	}

	@Test
	void addressesAreGivenToWhoeverHasThemInItsFieldsAndToNobodyElse() {
		Set<String> adresse = Set.of("ENTPersonAdresse", "ENTPersonCodePostal", "ENTPersonVille");
		Paquet sans = this.academie.publier("sans-adresse", false, uai(COLLEGE));
		Paquet avec = this.academie.publier("avec-adresse", List.copyOf(adresse), uai(COLLEGE));

		FichesReader lu = new FichesReader().lire(this.academie.dossier(avec));
		assertThat(avec.fautes()).isEmpty();
		for (String categorie : List.of("Eleve", "PersRelEleve")) {
			String qui = categorie.equals("Eleve") ? "ELEVE" : "RESPONSABLE";
			assertThat(new FichesReader().lire(this.academie.dossier(sans)).fiches(categorie).values())
				.noneMatch((fiche) -> fiche.keySet().stream().anyMatch(adresse::contains));
			assertThat(lu.fiches(categorie)
				.entrySet()
				.stream()
				.filter((fiche) -> fiche.getValue().containsKey("ENTPersonAdresse"))
				.map((fiche) -> Stream.of("ENTPersonAdresse", "ENTPersonCodePostal", "ENTPersonVille")
					.map((attribut) -> fiche.getValue().get(attribut).get(0))
					.collect(Collectors.joining(" | ", fiche.getKey() + " | ", ""))))
				.isNotEmpty()
				.containsExactlyInAnyOrderElementsOf(this.academie.lire(
						"""
								SELECT concat_ws(' | ', p.personne_id, concat_ws('$', coalesce(ligne1, ''), coalesce(ligne2, ''), coalesce(ligne3, ''),
								                 coalesce(ligne4, '')), a.code_postal, a.commune)
								FROM referentiel.adresse a JOIN ent.presence p USING (uai, annee_scolaire)
								WHERE a.uai = ? AND a.personne = ? AND p.cle = a.personne_id AND p.systeme = 'SIECLE_' || a.personne
								  AND p.disparu_le IS NULL AND a.disparu_le IS NULL""",
						uai(COLLEGE), qui));
		}
	}

	@Test
	void theDirectoryOfEcolesReadBackIsThatOfTheViews() {
		Paquet paquet = this.academie.publier("lecture1d", false, uai(ECOLE));
		FichesReader lu = new FichesReader().lire(this.academie.dossier(paquet));

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.paquet()).endsWith("-1D");
		assertThat(lu.fiches().keySet()).containsExactly("Eleve", "EtabEducNat", "PersEducNat", "PersRelEleve");
		AnnuaireAttendu attendu = new AnnuaireAttendu(this.academie, uai(ECOLE));
		AnnuaireLu trouve = new AnnuaireLu(lu, "ENTPersonNom", "ENTPersonPrenom");
		assertThat(trouve.personnes()).isEqualTo(attendu.personnes());
		assertThat(trouve.eleves("ENTPersonClasses", 3)).isEqualTo(attendu.membres("Eleve", "D"));
		assertThat(trouve.responsables("ENTEleveAutoriteParentale", -1)).isEqualTo(attendu.responsables());
	}

	@Test
	void everyFileIsValidAgainstThePublishedDtd() {
		Path dtd = Exemples.schemas().resolve("ficAlimMENESR.dtd");
		for (int ecole : new int[] { COLLEGE, ECOLE }) {
			Paquet paquet = this.academie.publier("dtd", false, uai(ecole));

			assertThat(new FichesReader(dtd).lire(this.academie.dossier(paquet)).fiches("Eleve")).isNotEmpty();
		}
	}

	@Test
	void theTwoDegreesAreTwoParcelsAndAConsumerSeesItsSchoolsOnly() {
		this.academie.publier("deux", false, uai(COLLEGE), uai(ECOLE));

		List<Paquet> paquets = this.academie.paquets("deux", "");
		assertThat(paquets).extracting(Paquet::uai)
			.containsExactlyInAnyOrder(List.of(uai(COLLEGE)), List.of(uai(ECOLE)));
		for (Paquet paquet : paquets) {
			FichesReader lu = new FichesReader().lire(this.academie.dossier(paquet));
			List<String> siens = this.academie.lire("SELECT DISTINCT personne_id::text FROM ent.presence WHERE uai = ?",
					paquet.uai().get(0));
			for (String categorie : List.of("Eleve", "PersRelEleve", "PersEducNat")) {
				assertThat(siens).containsAll(lu.fiches(categorie).keySet());
			}
		}
	}

	@Test
	void aPackageIsAFolderATarballAndItsDescription() throws IOException {
		Paquet paquet = this.academie.publier("archive", false, uai(COLLEGE));
		Path dossier = this.academie.dossier(paquet);

		Map<String, String> archive = new TreeMap<>();
		try (TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(
				new BufferedInputStream(Files.newInputStream(dossier.resolveSibling(paquet.archive())))))) {
			for (var entree = tar.getNextEntry(); entree != null; entree = tar.getNextEntry()) {
				archive.put(entree.getName(), new String(tar.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
			}
		}
		assertThat(paquet.archive()).isEqualTo(paquet.paquet() + ".tgz");
		assertThat(archive).isEqualTo(textes(dossier));
		assertThat(Files.readString(dossier.resolveSibling(paquet.paquet() + ".json"))).contains(paquet.empreinte());
	}

	@Test
	void publishedAgainTheSameDirectoryIsTheSameToTheByte() throws IOException {
		Paquet premier = this.academie.publier("deuxfois", false, uai(COLLEGE));
		Paquet second = this.academie.publier("deuxfois", false, uai(COLLEGE));

		assertThat(textes(this.academie.dossier(second))).isEqualTo(textes(this.academie.dossier(premier)));
	}

	@Test
	void whatYesterdaysCompleteLacksIsInTodaysDelta() {
		String uai = uai(ABIME);
		Paquet premier = this.academie.publier("delta", true, uai);
		assertThat(this.academie.paquets("delta", "-Delta")).isEmpty();
		this.academie.executer(
				"""
						UPDATE referentiel.eleve SET prenom = 'Zébulon d''Été' WHERE uai = '%1$s' AND eleve_id IN
						    (SELECT cle FROM ent.presence WHERE uai = '%1$s' AND profil = 'Eleve' ORDER BY personne_id LIMIT 3);
						UPDATE ent.presence SET disparu_le = now() WHERE personne_id IN
						    (SELECT personne_id FROM ent.presence WHERE uai = '%1$s' AND profil = 'Eleve' ORDER BY personne_id DESC LIMIT 2)"""
					.formatted(uai));

		Paquet second = this.academie.publier("delta", true, uai);
		List<Paquet> deltas = this.academie.paquets("delta", "-Delta");
		this.academie.executer("UPDATE ent.presence SET disparu_le = NULL WHERE uai = '%s'".formatted(uai));

		assertThat(deltas).singleElement()
			.satisfies(
					(delta) -> assertThat(delta.comptes()).containsEntry("Eleve", 5L).containsEntry("EtabEducNat", 0L));
		FichesReader tenu = new FichesReader().lire(this.academie.dossier(premier))
			.lire(this.academie.dossier(deltas.get(0)));
		assertThat(tenu.fiches()).isEqualTo(new FichesReader().lire(this.academie.dossier(second)).fiches());
	}

	@Test
	void aCompleteThatLostTooMuchIsNotPublishedAndTheLastGoodOneStays() throws IOException {
		String uai = uai(ABIME);
		Paquet bon = this.academie.publier("disparition", true, uai);
		this.academie.executer(
				"UPDATE ent.presence SET disparu_le = now() WHERE uai = '%s' AND profil = 'Eleve'".formatted(uai));

		Paquet mauvais = this.academie.publier("disparition", true, uai);
		Paquet confirme = this.academie.confirmer("disparition", uai);
		this.academie.executer("UPDATE ent.presence SET disparu_le = NULL WHERE uai = '%s'".formatted(uai));

		assertThat(mauvais.fautes()).singleElement().asString().startsWith("AAF_DISPARITION : " + uai);
		assertThat(this.academie.paquets("disparition", "-Delta")).singleElement()
			.satisfies((delta) -> assertThat(delta.fautes()).singleElement().asString().startsWith("AAF_DELTA"));
		assertThat(this.academie.dossier(mauvais)).doesNotExist();
		assertThat(this.academie.dossier(bon)).isDirectory();
		assertThat(confirme.fautes()).isEmpty();
	}

	@Test
	void aParcelOfOneSchoolIsNoBaseForTheNextComplete() {
		Paquet partiel = this.academie.publier(uai(PETIT));

		assertThat(partiel.paquet()).endsWith("-2D-partiel");
		assertThat(partiel.uai()).containsExactly(uai(PETIT));
		assertThat(this.academie.lire("SELECT paquet FROM ent.complet_publie WHERE consommateur = 'defaut'")).isEmpty();
	}

	@Test
	void aConsumerWithoutAnySchoolReceivesNothingAndIsToldWhy() {
		Paquet vide = this.academie.publier("vide", false, "0750001U");

		assertThat(vide.fautes()).containsExactly("AAF_VIDE : La parcelle ne contient aucun établissement.");
	}

	@Test
	void whatCannotBeCarriedIsLeftOutAndSaid() {
		String uai = uai(ABIME);
		List<String> eleves = this.academie.lire(
				"SELECT cle FROM ent.presence WHERE uai = ? AND profil = 'Eleve' AND disparu_le IS NULL ORDER BY personne_id",
				uai);
		this.academie.executer(
				"""
								CREATE TABLE essai_presence AS SELECT * FROM ent.presence WHERE uai = '%1$s';
						INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
						VALUES ('%1$s', 2026, 'STS', '6$Z', 'SIXIEME Z', gen_random_uuid(), 1), ('%1$s', 2026, 'STS', '6Y', 'SIX$EME', gen_random_uuid(), 1);
						INSERT INTO referentiel.eleve_division (uai, annee_scolaire, eleve_id, code_division, numero_depot)
						VALUES ('%1$s', 2026, '%2$s', '6Y', 1), ('%1$s', 2026, '%3$s', '6$Z', 1);
						INSERT INTO referentiel.lien_eleve_groupe (uai, annee_scolaire, eleve_id, code_groupe, origine, numero_depot)
						VALUES ('%1$s', 2026, '%2$s', 'FANTOME', 'SIECLE', 1);
						UPDATE ent.presence SET date_naissance = NULL WHERE uai = '%1$s' AND cle = '%4$s';
						UPDATE ent.presence SET prenom = NULL WHERE personne_id =
						    (SELECT max(personne_id) FROM ent.presence WHERE uai = '%1$s' AND profil = 'Responsable');
						UPDATE referentiel.eleve SET code_mef = '99999999999' WHERE uai = '%1$s' AND eleve_id = '%2$s';
						INSERT INTO referentiel.service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite, enseignant_type, enseignant_id, numero_depot)
						SELECT '%1$s', 2026, 'D', '6Y', '999999', 'CG', split_part(min(cle), ':', 1), split_part(min(cle), ':', 2), 1
						FROM ent.presence WHERE uai = '%1$s' AND profil = 'Enseignant'"""
					.formatted(uai, eleves.get(0), eleves.get(1), eleves.get(2)));

		Paquet paquet = this.academie.publier("ecarts", false, uai);
		List<EtatAnnuaire.Ecarte> lusParLEcole = ecartes(uai, "ecarts");
		this.academie.executer("""
				DELETE FROM referentiel.division WHERE uai = '%1$s' AND code_division IN ('6$Z', '6Y');
				DELETE FROM referentiel.eleve_division WHERE uai = '%1$s' AND code_division IN ('6$Z', '6Y');
				DELETE FROM referentiel.service WHERE uai = '%1$s' AND code_structure = '6Y';
				DELETE FROM referentiel.lien_eleve_groupe WHERE uai = '%1$s' AND code_groupe = 'FANTOME';
				UPDATE ent.presence p SET date_naissance = e.date_naissance, prenom = e.prenom FROM essai_presence e
				WHERE p.uai = e.uai AND p.annee_scolaire = e.annee_scolaire AND p.systeme = e.systeme AND p.cle = e.cle;
				UPDATE referentiel.eleve SET code_mef = '10010012110' WHERE uai = '%1$s' AND code_mef = '99999999999';
				DROP TABLE essai_presence""".formatted(uai));

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).extracting((ecarte) -> ecarte.objet() + " : " + ecarte.motif())
			.contains("classe 6$Z : son code contient un « $ » : ni lui ni ses liens ne sont donnés",
					"classe 6Y : son libellé contient un « $ » : remplacé par un tiret",
					"classe de l'élève : affecté à plusieurs classes : une seule est donnée",
					"groupe FANTOME : des élèves y sont liés, mais ni STS-WEB ni SIECLE ne le connaissent : ces liens ne sont pas donnés",
					"élève : sans date de naissance : non donné", "responsable : sans prénom : non donné",
					"MEF 99999999999 : absent des nomenclatures déposées, ou sans MEFSTAT : donné vide aux élèves qui le suivent",
					"matière 999999 : absente des nomenclatures déposées : les services sont donnés sans elle");
		assertThat(lusParLEcole).isEqualTo(paquet.ecartes()
			.stream()
			.map((e) -> new EtatAnnuaire.Ecarte("aaf", "ecarts", paquet.date(), e.objet(), e.eleve(), e.motif()))
			.toList());
		Paquet repare = this.academie.publier("ecarts", false, uai);
		assertThat(repare.ecartes()).isEmpty();
		assertThat(ecartes(uai, "ecarts")).as("those of the last package only").isEmpty();
	}

	/** What the school itself is told. */
	private List<EtatAnnuaire.Ecarte> ecartes(String uai, String consommateur) {
		return this.academie.bean(EtatAnnuaire.class)
			.de(uai)
			.orElseThrow()
			.ecartes()
			.stream()
			.filter((ecarte) -> ecarte.consommateur().equals(consommateur))
			.toList();
	}

	@Test
	void anEleveOfTwoSchoolsIsGivenOnceInTheOneItEnteredLast() {
		String uai = uai(ABIME);
		String eleve = this.academie
			.lire("SELECT max(personne_id)::text FROM ent.presence WHERE uai = ? AND profil = 'Eleve'", uai)
			.get(0);
		this.academie.executer(
				"""
						INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, date_entree, numero_depot)
						SELECT '%1$s', 2026, 'SIECLE_ELEVE', 'ancien', personne_id, profil, nom, prenom, date_naissance, date_entree - 1, 1
						FROM ent.presence WHERE personne_id = %2$s AND uai = '%3$s'"""
					.formatted(uai(COLLEGE), eleve, uai));

		Paquet ensemble = this.academie.publier("transfert", false, uai(COLLEGE), uai);
		Paquet quitte = this.academie.publier("quitte", false, uai(COLLEGE));
		this.academie.executer("DELETE FROM ent.presence WHERE cle = 'ancien'");

		FichesReader lu = new FichesReader().lire(this.academie.dossier(ensemble));
		String rattachement = lu.fiches("Eleve").get(eleve).get("ENTPersonStructRattach").get(0);
		assertThat(lu.fiches("EtabEducNat").get(rattachement).get("ENTStructureUAI")).containsExactly(uai);
		assertThat(ensemble.ecartes()).contains(new Redaction.Ecarte(uai(COLLEGE), "ancien", "élève",
				"donné dans un autre établissement, celui de sa dernière entrée"));
		assertThat(quitte.ecartes()).isEmpty();
	}

	@Test
	void theSameClassWrittenTwoWaysIsOneInTheSpellingOfSts() {
		String uai = uai(ABIME);
		this.academie.executer(
				"""
						CREATE TABLE essai_division AS SELECT * FROM referentiel.eleve_division WHERE uai = '%1$s';
						UPDATE referentiel.eleve_division SET code_division = lower(code_division) || ' ' WHERE uai = '%1$s';
						INSERT INTO referentiel.division (uai, annee_scolaire, source, code_division, libelle, empreinte, numero_depot)
						SELECT uai, annee_scolaire, 'SIECLE', lower(code_division) || ' ', libelle, empreinte, numero_depot
						FROM referentiel.division WHERE uai = '%1$s' AND source = 'STS'"""
					.formatted(uai));

		Paquet paquet = this.academie.publier("ecriture", false, uai);
		this.academie.executer("""
				DELETE FROM referentiel.division WHERE uai = '%1$s' AND code_division LIKE '%% ';
				DELETE FROM referentiel.eleve_division WHERE uai = '%1$s';
				INSERT INTO referentiel.eleve_division SELECT * FROM essai_division;
				DROP TABLE essai_division""".formatted(uai));

		assertThat(paquet.fautes()).isEmpty();
		AnnuaireLu trouve = new AnnuaireLu(new FichesReader().lire(this.academie.dossier(paquet)), "sn", "givenName");
		AnnuaireAttendu attendu = new AnnuaireAttendu(this.academie, uai);
		assertThat(trouve.structures()).isEqualTo(attendu.structures());
		assertThat(trouve.eleves("ENTEleveClasses", 1)).isEqualTo(attendu.membres("Eleve", "D"));
	}

	@Test
	void aSchoolLateInSeptemberKeepsTheElevesOfJune() {
		String tardif = "0009201B";
		this.academie.executer(
				"""
						INSERT INTO ent.structure (uai, annee_scolaire, nom, numero_depot) VALUES ('%1$s', 2025, 'TARDIF', 1), ('%1$s', 2026, 'TARDIF', 1);
						INSERT INTO ent.structure_numero (uai) VALUES ('%1$s');
						INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, nom_de_famille, prenom, date_naissance, empreinte, numero_depot)
						VALUES ('%1$s', 2025, '1', 'OZANNE', 'Timéo', '2014-03-01', gen_random_uuid(), 1);
						INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
						VALUES ('%1$s', 2025, 'SIECLE_ELEVE', '1', nextval('ent.numero_personne'), 'Eleve', 'OZANNE', 'Timéo', '2014-03-01', 1),
						       ('%1$s', 2026, 'STS', 'epp:1', nextval('ent.numero_personne'), 'Enseignant', 'GUIVARCH', 'Nolwenn', NULL, 1),
						       ('%1$s', 2027, 'SIECLE_ELEVE', '2', nextval('ent.numero_personne'), 'Eleve', 'FUTUR', 'Nolwenn', '2014-03-01', 1)"""
					.formatted(tardif));

		Paquet paquet = this.academie.publier("tardif", false, tardif);
		this.academie.executer("""
				DELETE FROM ent.presence WHERE uai = '%1$s'; DELETE FROM ent.structure WHERE uai = '%1$s';
				DELETE FROM ent.structure_numero WHERE uai = '%1$s'; DELETE FROM referentiel.eleve WHERE uai = '%1$s'"""
			.formatted(tardif));

		assertThat(paquet.fautes()).isEmpty();
		assertThat(new FichesReader().lire(this.academie.dossier(paquet)).fiches("Eleve").values()).singleElement()
			.satisfies((fiche) -> assertThat(fiche.get("sn")).containsExactly("OZANNE"));
	}

	@Test
	void aSchoolWhoseNameNoFileSaysIsLeftOutAndSaid() {
		String inconnu = "0009101T";
		this.academie.executer(
				"""
						INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, date_naissance, numero_depot)
						VALUES ('%1$s', 2026, 'SIECLE_ELEVE', '1', nextval('ent.numero_personne'), 'Eleve', 'OZANNE', 'Timéo', '2014-03-01', 1)"""
					.formatted(inconnu));

		Paquet paquet = this.academie.publier("inconnu", false, inconnu, uai(PETIT));
		this.academie.executer("DELETE FROM ent.presence WHERE uai = '%s'".formatted(inconnu));

		assertThat(paquet.uai()).containsExactly(uai(PETIT));
		assertThat(paquet.ecartes()).containsExactly(new Redaction.Ecarte(inconnu, null, "établissement",
				"aucun dépôt ne dit son nom : ni lui ni ses personnes ne sont donnés"));
	}

	@Test
	void aSuppleantIsGivenOnItsDaysOnlyWithTheClassesOfWhoItReplaces() {
		String uai = uai(ABIME);
		String remplace = this.academie.lire(
				"SELECT enseignant_id FROM referentiel.service WHERE uai = ? AND type_structure = 'D' AND enseignant_type = 'epp' ORDER BY 1",
				uai)
			.get(0);
		this.academie.executer(
				"""
						INSERT INTO referentiel.enseignant (uai, annee_scolaire, type, enseignant_id, nom_usage, prenom, fonction, empreinte, numero_depot)
						SELECT '%1$s', 2026, 'epp', id, 'SUPPLEANT', id, 'ENS', gen_random_uuid(), 1 FROM unnest(ARRAY['910', '911']) AS s (id);
						INSERT INTO ent.presence (uai, annee_scolaire, systeme, cle, personne_id, profil, nom, prenom, numero_depot)
						SELECT '%1$s', 2026, 'STS', 'epp:' || id, nextval('ent.numero_personne'), 'Enseignant', 'SUPPLEANT', id, 1
						FROM unnest(ARRAY['910', '911']) AS s (id);
						INSERT INTO referentiel.suppleance (uai, annee_scolaire, type, enseignant_id, remplace_type, remplace_id, rang, date_debut, date_fin, numero_depot)
						VALUES ('%1$s', 2026, 'epp', '910', 'epp', '%2$s', 1, '2026-11-01', '2026-12-01', 1),
						       ('%1$s', 2026, 'epp', '911', 'epp', '%2$s', 1, '2026-09-01', '2026-10-01', 1)"""
					.formatted(uai, remplace));

		Paquet paquet = this.academie.publier("suppleance", false, uai);
		this.academie.executer("""
				DELETE FROM referentiel.suppleance WHERE uai = '%1$s' AND enseignant_id IN ('910', '911');
				DELETE FROM referentiel.enseignant WHERE uai = '%1$s' AND enseignant_id IN ('910', '911');
				DELETE FROM ent.presence WHERE uai = '%1$s' AND cle IN ('epp:910', 'epp:911')""".formatted(uai));

		Map<String, Map<String, List<String>>> personnels = new FichesReader().lire(this.academie.dossier(paquet))
			.fiches("PersEducNat");
		assertThat(personnels.values()).filteredOn((fiche) -> fiche.get("sn").equals(List.of("SUPPLEANT")))
			.singleElement()
			.satisfies((fiche) -> assertThat(fiche.get("givenName")).containsExactly("910"))
			.satisfies((fiche) -> assertThat(fiche.get("ENTAuxEnsClassesMatieres")).isNotEmpty());
		assertThat(paquet.ecartes()).filteredOn((ecarte) -> ecarte.objet().equals("personnel"))
			.containsExactly(new Redaction.Ecarte(uai, "epp:911", "personnel",
					"là pour une suppléance qui n'est pas en cours : non donné aujourd'hui"));
	}

	@Test
	void aConsumerThatCannotBeServedStopsTheStart() {
		RedactionAaf redaction = this.academie.bean(RedactionAaf.class);

		assertThatExceptionOfType(ConsommateurFaux.class)
			.isThrownBy(() -> redaction.exiger(reglage("ENT/16", false, 0)))
			.withMessageContaining("« code »");
		assertThatExceptionOfType(ConsommateurFaux.class).isThrownBy(() -> redaction.exiger(reglage("ENT16", true, 1)))
			.withMessageContaining("« delai-jours »");
		assertThatExceptionOfType(ConsommateurFaux.class)
			.isThrownBy(() -> redaction
				.exiger(new Consommateur("un", "aaf", "", List.of("*"), false, 0, List.of("ine"), "dossier", "")))
			.withMessageContaining("« ine ». Connus : ENTPersonAdresse, ENTPersonCodePostal, ENTPersonVille");
	}

	private static Consommateur reglage(String code, boolean delta, int delai) {
		return new Consommateur("un", "aaf", code, List.of("*"), delta, delai, List.of(), "dossier", "");
	}

	private String uai(int rang) {
		return this.academie.uais().get(rang);
	}

	private static Map<String, String> textes(Path dossier) throws IOException {
		Map<String, String> textes = new TreeMap<>();
		try (Stream<Path> fichiers = Files.list(dossier)) {
			fichiers.forEach((fichier) -> {
				try {
					textes.put(fichier.getFileName().toString(), Files.readString(fichier));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		return textes;
	}

	/** What the views of the stores hold of some schools, one line per fact. */
	private record AnnuaireAttendu(AcademieDEssai academie, String... uais) {

		private static final String DES_ECOLES = " uai = ANY (string_to_array(?, ',')) AND annee_scolaire = 2026 AND disparu_le IS NULL";

		TreeSet<String> personnes() {
			return lire(
					"""
							SELECT concat_ws(' ', CASE profil WHEN 'Eleve' THEN 'Eleve' WHEN 'Responsable' THEN 'PersRelEleve' ELSE 'PersEducNat' END,
							                 personne_id, nom, prenom) FROM ent.v_personne WHERE"""
							+ DES_ECOLES);
		}

		TreeSet<String> structures() {
			return lire(
					"SELECT uai || ' ' || nature || ' ' || code || ' ' || libelle FROM ent.v_groupe WHERE nature <> 'profil' AND"
							+ DES_ECOLES);
		}

		/** The members that are present; who has left is no member of the feed. */
		TreeSet<String> membres(String profil, String type) {
			return lire("""
					SELECT DISTINCT m.uai || ' ' || g.code || ' ' || m.personne_id
					FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id, uai, annee_scolaire)
					JOIN (SELECT personne_id FROM ent.v_personne WHERE disparu_le IS NULL) p USING (personne_id)
					WHERE g.profil = '%s' AND g.type_structure = '%s' AND g.disparu_le IS NULL AND m.disparu_le IS NULL
					  AND m.annee_scolaire = 2026 AND m.uai = ANY (string_to_array(?, ','))""".formatted(profil, type));
		}

		TreeSet<String> enseignements() {
			return lire(
					"""
							SELECT e.uai || ' ' || g.code || ' ' || e.code_matiere || ' ' || e.personne_id
							FROM ent.v_enseignement e JOIN ent.v_groupe g USING (groupe_id)
							WHERE e.disparu_le IS NULL AND e.annee_scolaire = 2026 AND e.uai = ANY (string_to_array(?, ','))""");
		}

		TreeSet<String> fonctions() {
			return lire(
					"SELECT uai || ' ' || fonction || ' ' || personne_id FROM ent.v_fonction WHERE fonction <> 'PP' AND"
							+ DES_ECOLES);
		}

		TreeSet<String> principaux() {
			return lire(
					"SELECT uai || ' ' || code_division || ' ' || personne_id FROM ent.v_fonction WHERE fonction = 'PP' AND"
							+ DES_ECOLES);
		}

		/** Legal representatives are 1, each of them. */
		TreeSet<String> responsables() {
			return lire(
					"""
							SELECT e.personne_id || ' ' || r.personne_id || coalesce(' ' || l.niveau_responsabilite, '')
							FROM referentiel.v_eleve_responsable l
							JOIN ent.v_personne e ON e.uai = l.uai AND e.annee_scolaire = l.annee_scolaire AND e.profil = 'Eleve' AND e.cle = l.eleve_id
							JOIN ent.v_personne r ON r.uai = l.uai AND r.annee_scolaire = l.annee_scolaire AND r.profil = 'Responsable' AND r.cle = l.personne_id
							WHERE l.disparu_le IS NULL AND e.disparu_le IS NULL AND r.disparu_le IS NULL AND coalesce(l.niveau_responsabilite, '1') IN ('1', '2')
							  AND l.annee_scolaire = 2026 AND l.uai = ANY (string_to_array(?, ','))""");
		}

		private TreeSet<String> lire(String sql) {
			return new TreeSet<>(this.academie.lire(sql, String.join(",", this.uais)));
		}

	}

	/** The same, of what was read in the files. */
	private record AnnuaireLu(FichesReader lu, String nom, String prenom) {

		TreeSet<String> personnes() {
			TreeSet<String> personnes = new TreeSet<>();
			for (String categorie : List.of("Eleve", "PersRelEleve", "PersEducNat")) {
				this.lu.fiches(categorie)
					.forEach((id, fiche) -> personnes.add(String.join(" ", categorie, id, fiche.get(this.nom).get(0),
							fiche.get(this.prenom).get(0))));
			}
			return personnes;
		}

		TreeSet<String> structures() {
			List<String> structures = new ArrayList<>();
			FichesReader.valeurs(etablissements(), "ENTStructureClasses")
				.forEach((v) -> structures.add(String.join(" ", uai(v[0]), "classe", v[1], v[2])));
			FichesReader.valeurs(etablissements(), "ENTStructureGroupes")
				.forEach((v) -> structures.add(String.join(" ", uai(v[0]), "groupe", v[1], v[2])));
			return new TreeSet<>(structures);
		}

		TreeSet<String> eleves(String attribut, int jeton) {
			return liens("Eleve", jeton, attribut);
		}

		TreeSet<String> enseignants(String... attributs) {
			return liens("PersEducNat", 1, attributs);
		}

		TreeSet<String> enseignements() {
			TreeSet<String> enseignements = new TreeSet<>();
			for (String attribut : List.of("ENTAuxEnsClassesMatieres", "ENTAuxEnsGroupesMatieres")) {
				FichesReader.valeurs(this.lu.fiches("PersEducNat"), attribut)
					.forEach((v) -> enseignements.add(String.join(" ", uai(v[1]), v[2], v[3], v[0])));
			}
			return enseignements;
		}

		TreeSet<String> responsables(String attribut, int legal) {
			TreeSet<String> liens = new TreeSet<>();
			FichesReader.valeurs(this.lu.fiches("Eleve"), attribut)
				.forEach((v) -> liens.add(v[0] + " " + v[1] + ((legal < 0) ? "" : " " + v[1 + legal])));
			return liens;
		}

		private TreeSet<String> liens(String categorie, int jeton, String... attributs) {
			TreeSet<String> liens = new TreeSet<>();
			for (String attribut : attributs) {
				FichesReader.valeurs(this.lu.fiches(categorie), attribut)
					.forEach((v) -> liens.add(String.join(" ", uai(v[1]), v[1 + jeton], v[0])));
			}
			return liens;
		}

		private String uai(String etablissement) {
			return etablissements().get(etablissement).get("ENTStructureUAI").get(0);
		}

		private Map<String, Map<String, List<String>>> etablissements() {
			return this.lu.fiches("EtabEducNat");
		}

	}

}
