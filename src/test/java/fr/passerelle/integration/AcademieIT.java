package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Territoire;
import fr.passerelle.jeux.ReponseBreve;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** A small académie with its faults, dropped whole, gets the answers foretold. */
class AcademieIT extends BoutEnBout {

	/** Flows the hub applies; others are only judged. */
	private static final Set<String> APPLIQUES = Set.of("SIECLE_ELEVES", "SIECLE_RESPONSABLES", "SIECLE_STRUCTURES",
			"SIECLE_NOMENCLATURE", "SIECLE_COMMUNS", "SIECLE_ETABLISSEMENTS", "SIECLE_GEOGRAPHIQUE", "STS_EMP",
			"EMP_STS", "ELEGROUPE", "ONDE_ELEVES", "ONDE_RESPONSABLES", "ONDE_ENSEIGNANTS");

	private final List<College> colleges = new ArrayList<>();

	@BeforeAll
	void deposerTout() {
		this.colleges.add(college(reglages(1, 120, 300).avecAnomalies()));
		this.colleges.add(college(reglages(1, 120, 301)));
		this.colleges.add(college(reglages(1, 120, 302).en(Territoire.NOUVELLE_CALEDONIE).avecAnomalies()));
		this.colleges.add(college(reglages(1, 120, 303).avecPremierDegre(100).avecAnomalies()));
		this.colleges.add(college(reglages(1, 120, 304).avecPremierDegre(100)));
		int rangs = this.colleges.stream()
			.mapToInt((college) -> college.attendu().fichiers().size())
			.max()
			.orElseThrow();
		for (int rang = 0; rang < rangs; rang++) {
			deposerRang(rang);
		}
		this.hub.calme();
	}

	/** The files of one rank, together; each has its verdict before the next rank. */
	private void deposerRang(int rang) {
		List<College> concernes = this.colleges.stream()
			.filter((college) -> college.attendu().fichiers().size() > rang)
			.toList();
		concernes.forEach((college) -> this.hub.deposer(college.uai(),
				college.dossier().resolve(college.attendu().fichiers().get(rang).fichier())));
		Hub.jusqua(() -> concernes.stream()
			.allMatch((college) -> estJuge(college, college.attendu().fichiers().get(rang).fichier())));
	}

	private boolean estJuge(College college, String fichier) {
		return this.hub.compter(
				"SELECT count(*) FROM echange.depot WHERE deposant = ? AND fichier = ? AND etat <> 'recu'",
				"dossier " + college.uai(), fichier) == 1;
	}

	@Test
	void everyFileGetsTheAnswerForetold() {
		for (College college : this.colleges) {
			List<ReponseBreve> attendues = college.attendu()
				.fichiers()
				.stream()
				.filter(this::applique)
				.map(ReponseBreve::attendue)
				.toList();

			assertThat(college.attendu().fichiers().stream().filter(this::applique).map((f) -> obtenue(college, f)))
				.containsExactlyElementsOf(attendues);
		}
	}

	private boolean applique(FichierAttendu fichier) {
		return fichier.flux() == null || APPLIQUES.contains(fichier.flux());
	}

	private ReponseBreve obtenue(College college, FichierAttendu fichier) {
		String numero = numero(college, fichier);
		JsonNode rapport = this.hub.api().lire("/depots/" + numero + "/compte-rendu").json();
		boolean liens = "ELEGROUPE".equals(fichier.flux());
		List<String> constats = new ArrayList<>(anomalies(numero));
		rapport.path("rejets")
			.forEach((rejet) -> constats
				.add(rejet.get("code").asText() + " " + rejet.at("/eleve/identifiant").asText()));
		return new ReponseBreve(fichier.fichier(), this.hub.etat(numero), texte(rapport.at("/refus/code")),
				liens ? texte(rapport.at("/synthese/elevesLus")) : null,
				liens ? texte(rapport.at("/synthese/elevesAbsents")) : null, constats.stream().sorted().toList());
	}

	private String numero(College college, FichierAttendu fichier) {
		return Long.toString(this.hub.compter("SELECT numero FROM echange.depot WHERE deposant = ? AND fichier = ?",
				"dossier " + college.uai(), fichier.fichier()));
	}

	private List<String> anomalies(String numero) {
		return this.hub.lire("""
				SELECT concat_ws(' ', code, identifiant, valeurs ->> 'groupe') FROM echange.v_anomalie
				WHERE numero = ? AND nature = 'anomalie'""", Long.valueOf(numero));
	}

	private static String texte(JsonNode valeur) {
		return (valeur.isMissingNode() || valeur.isNull()) ? null : valeur.asText();
	}

	@Test
	void theReferentielHoldsWhatTheFilesSay() {
		for (College college : this.colleges) {
			assertThat(ReponseBreve.compte(this.hub.jdbc(), college.attendu())).isEqualTo(college.attendu().compte());
		}
	}

	private int presents(College college, String table, String condition) {
		return Math.toIntExact(this.hub.compter(
				"SELECT count(*) FROM referentiel." + table
						+ " WHERE uai = ? AND annee_scolaire = ? AND disparu_le IS NULL " + condition,
				college.uai(), college.attendu().anneeScolaire()));
	}

	@Test
	void theTimetableAndWhatSurroundsTheSchoolAreThereToTheLast() {
		for (College college : secondDegre()) {
			assertThat(presents(college, "v_edt_cours", "")).isEqualTo(elements(college, "EMP_STS", "<COURS>"));
			assertThat(presents(college, "v_edt_groupe", "")).isEqualTo(elements(college, "EMP_STS", "<GROUPE "));
			assertThat(presents(college, "v_edt_alternance", ""))
				.isEqualTo(elements(college, "EMP_STS", "<ALTERNANCE "));
			assertThat(presents(college, "v_etablissement_connu", ""))
				.isEqualTo(elements(college, "SIECLE_ETABLISSEMENTS", "<ETABLISSEMENT "));
			assertThat(presents(college, "v_commune", ""))
				.isEqualTo(elements(college, "SIECLE_GEOGRAPHIQUE", "<COMMUNE>"));
		}
	}

	@Test
	void everySchoolHasItsLotsBackAndIsSeenInStepOnlyWhenItIs() {
		for (College college : secondDegre()) {
			Path outbox = this.hub.maison().resolve("outbox").resolve(college.uai());
			Hub.jusqua(() -> Files.exists(outbox.resolve("pronote")) && Files.exists(outbox.resolve("edt")));
			boolean fautif = college.attendu().fichiers().stream().anyMatch((fichier) -> fichier.code() != null);
			JsonNode fiche = this.hub.api().lire("/etablissements/" + college.uai()).json();

			assertThat(outbox.resolve("pronote")).isDirectoryContaining("glob:**ExportXML_Geographique.zip");
			assertThat(outbox.resolve("pronote").toFile().list()).hasSize(7);
			assertThat(fiche.get("etapes"))
				.extracting((etape) -> etape.get("etape").asText() + " " + etape.get("etat").asText())
				.containsExactly("1 deposee", "2 deposee", "3 verifiee", fautif ? "4a incomplete" : "4a verifiee",
						"4b a_faire", "5 deposee", "LSU a_faire", "ENT verifiee", "GAR a_faire");
		}
		assertThat(this.hub.api().poster("/flux/gar/publications", "{}").json().get("valide").asBoolean()).isTrue();
		for (College college : secondDegre()) {
			assertThat(gar(college)).isEqualTo("verifiee");
			this.hub.jdbc()
				.sql("UPDATE echange.projection_faite SET faite_le = faite_le + interval '1 hour' WHERE uai = ?")
				.param(college.uai())
				.update();
			assertThat(gar(college)).as("what came since is not there yet").isEqualTo("incomplete");
		}
	}

	private String gar(College college) {
		JsonNode etapes = this.hub.api().lire("/etablissements/" + college.uai()).json().get("etapes");
		return etapes.get(etapes.size() - 1).get("etat").asText();
	}

	private List<College> secondDegre() {
		return this.colleges.stream().filter((college) -> college.attendu().nature().equals("college")).toList();
	}

	private static int elements(College college, String flux, String balise) {
		return StringUtils.countOccurrencesOf(document(college.fichier(flux)), balise);
	}

	private static String document(Path fichier) {
		try {
			if (!fichier.toString().endsWith(".zip")) {
				return Files.readString(fichier, StandardCharsets.ISO_8859_1);
			}
			try (ZipFile archive = new ZipFile(fichier.toFile())) {
				return new String(archive.getInputStream(archive.entries().nextElement()).readAllBytes(),
						StandardCharsets.ISO_8859_1);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void everyReportOfTheApiLiesInTheOutboxToTheByte() throws IOException {
		for (College college : this.colleges) {
			for (FichierAttendu fichier : college.attendu().fichiers()) {
				String numero = numero(college, fichier);
				Path ici = this.hub.comptesRendus(college.uai());

				assertThat(this.hub.api().lire("/depots/" + numero + "/compte-rendu").corps())
					.isEqualTo(Files.readAllBytes(ici.resolve(numero + ".json")));
				assertThat(ici.resolve(numero + ".html")).content().contains(fichier.fichier());
			}
		}
	}

	@Test
	void aRefusedFileGoesBackWithItsReasonAndNothingOfItIsKept() {
		for (College college : this.colleges) {
			List<String> refuses = this.hub.lire(
					"SELECT fichier FROM echange.depot WHERE deposant = ? AND etat = 'refuse'",
					"dossier " + college.uai());
			Path rendus = this.hub.inbox(college.uai()).resolve("refuses");

			assertThat(refuses).allSatisfy((fichier) -> {
				assertThat(rendus.resolve(fichier)).hasSameBinaryContentAs(college.dossier().resolve(fichier));
				assertThat(rendus.resolve(fichier + ".motif.txt")).content()
					.contains("Cause : ")
					.contains("Que faire : ");
			});
			assertThat(this.hub
				.lire("""
						SELECT empreinte FROM echange.depot WHERE deposant = ? GROUP BY empreinte HAVING every(etat = 'refuse')""",
						"dossier " + college.uai()))
				.allSatisfy((empreinte) -> assertThat(contenu(empreinte)).doesNotExist());
		}
	}

	private Path contenu(String empreinte) {
		return this.hub.maison().resolve("data/contenus").resolve(empreinte.substring(0, 2)).resolve(empreinte);
	}

	@Test
	void theErrorQueuesHoldOneMessagePerDepositAndRuleAndNoName() {
		for (College college : this.colleges) {
			List<Courtier.Erreur> erreurs = erreurs(college.uai());

			assertThat(erreurs.stream().map((erreur) -> erreur.depot() + " " + erreur.regle()))
				.containsExactlyInAnyOrderElementsOf(erreursAttendues(college));
			assertThat(personnes(college.uai()))
				.allSatisfy((secret) -> assertThat(erreurs).noneMatch((erreur) -> erreur.corps().contains(secret)));
		}
	}

	private List<Courtier.Erreur> erreurs(String uai) {
		return Courtier.ERREURS.stream()
			.flatMap((file) -> this.hub.courtier().erreurs(file).stream())
			.filter((erreur) -> erreur.uai().equals(uai))
			.toList();
	}

	/** A refusal, or each code that rejected something. */
	private List<String> erreursAttendues(College college) {
		return college.attendu().fichiers().stream().flatMap((fichier) -> {
			String numero = numero(college, fichier);
			Stream<String> refus = "refuse".equals(this.hub.etat(numero)) ? refus(numero) : Stream.empty();
			Stream<String> lignes = Stream.concat(fichier.rejets().stream().map((rejet) -> rejet.code()),
					fichier.anomalies().stream().map((anomalie) -> anomalie.code()).filter(AcademieIT::rejette));
			return Stream.concat(refus, lignes.distinct()).map((code) -> numero + " " + code);
		}).toList();
	}

	private Stream<String> refus(String numero) {
		return Stream.of(this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().at("/refus/code").asText());
	}

	private static boolean rejette(String code) {
		return !code.startsWith("ELEGRP_A");
	}

	@Test
	void theLogSaysNothingOfAnybody() {
		for (College college : this.colleges) {
			assertThat(personnes(college.uai())).isNotEmpty().noneMatch(Journalisation::contient);
		}
	}

	/** INE, family names and birth dates, as a log would write them. */
	private List<String> personnes(String uai) {
		return this.hub
			.lire("""
					SELECT DISTINCT unnest(ARRAY[ine, nom_de_famille, date_naissance::text, to_char(date_naissance, 'DD/MM/YYYY')])
					FROM referentiel.eleve WHERE uai = ?""",
					uai)
			.stream()
			.filter((texte) -> texte != null && texte.length() > 4)
			.toList();
	}

	@Test
	void everyFileSeenIsOneRowThatCameToRestAndEveryMessageIsGone() {
		for (College college : this.colleges) {
			String qui = "dossier " + college.uai();

			assertThat(this.hub.lire("SELECT fichier FROM echange.depot WHERE deposant = ?", qui))
				.containsExactlyInAnyOrderElementsOf(
						college.attendu().fichiers().stream().map(FichierAttendu::fichier).toList());
			assertThat(this.hub.lire(Invariants.SANS_FIN)).isEmpty();
		}
		assertThat(this.hub.compter("SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL")).isZero();
	}

	@Test
	void everyClassHasItsThreeProfileGroupsWithTheRightMembers() {
		for (College college : this.colleges) {
			assertThat(this.hub.lire("""
					SELECT d.code_division FROM referentiel.v_division d
					LEFT JOIN ent.v_groupe g ON g.uai = d.uai AND g.code = d.code_division AND g.nature = 'profil'
					     AND g.type_structure = 'D' AND g.libelle IN ('Élèves du groupe ' || d.libelle,
					         'Enseignants du groupe ' || d.libelle, 'Parents du groupe ' || d.libelle)
					WHERE d.uai = ? GROUP BY 1 HAVING count(DISTINCT g.groupe_id) <> 3""", college.uai())).isEmpty();
			assertThat(this.hub.lire(
					"""
							SELECT d.code_division FROM referentiel.v_division d
							JOIN ent.v_groupe g ON g.uai = d.uai AND g.code = d.code_division AND g.profil = 'Eleve' AND g.type_structure = 'D'
							WHERE d.uai = ? AND (SELECT count(*) FROM ent.v_membre m WHERE m.groupe_id = g.groupe_id AND m.disparu_le IS NULL)
							  <> (SELECT count(*) FROM referentiel.v_eleve_division e JOIN referentiel.v_eleve p USING (uai, annee_scolaire, eleve_id)
							      WHERE e.uai = d.uai AND e.code_division = d.code_division AND e.disparu_le IS NULL AND p.disparu_le IS NULL
							        AND p.date_sortie IS NULL)""",
					college.uai()))
				.isEmpty();
		}
	}

	@Test
	void readersOfTheStoresSeeTheViewsAndNothingElse() {
		assertThat(this.hub.lire("""
				SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname IN ('echange', 'referentiel', 'lsu', 'ent') AND c.relkind IN ('r', 'v', 'm')
				  AND has_table_privilege('passerelle_lecture', c.oid, 'SELECT') <> (c.relname LIKE 'v\\_%')"""))
			.isEmpty();
	}

}
