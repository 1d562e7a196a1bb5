package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The seven exports of SIECLE, one by one, and what the school gets back for PRONOTE. */
class DossierPronoteIT extends BoutEnBout {

	private static final List<String> SIX = List.of("SIECLE_ELEVES", "SIECLE_GEOGRAPHIQUE", "SIECLE_COMMUNS",
			"SIECLE_RESPONSABLES", "SIECLE_STRUCTURES", "SIECLE_NOMENCLATURE");

	@Test
	void theSevenExportsComeBackTogetherOnceTheLastIsThere() {
		College college = college(reglages(1, 30, 420));
		SIX.subList(0, 5).forEach((flux) -> this.hub.traiter(college, flux));

		String sixieme = this.hub.traiter(college.uai(), college.fichier(SIX.get(5)));

		assertThat(informations(sixieme))
			.containsExactly("Exports de SIECLE reçus : 6 sur 7. Il manque : Établissements.");
		JsonNode dossier = dossier(college, "pronote");
		assertThat(dossier.get("etat").asText()).isEqualTo("incomplet");
		assertThat(dossier.get("manquants")).map(JsonNode::asText).containsExactly("Établissements");
		assertThat(lot(college, "pronote")).isEmpty();
		assertThat(etape(college, "2").get("etat").asText()).isEqualTo("incomplete");

		String dernier = this.hub.traiter(college.uai(), college.fichier("SIECLE_ETABLISSEMENTS"));

		assertThat(informations(dernier))
			.containsExactly("Les 7 exports de SIECLE sont là : ils sont rendus ensemble dans outbox/" + college.uai()
					+ "/pronote/.");
		Hub.jusqua(() -> "remis".equals(dossier(college, "pronote").get("etat").asText()));
		assertThat(lot(college, "pronote")).isEqualTo(deposes(college, 7));
		assertThat(etape(college, "2").get("etat").asText()).isEqualTo("deposee");
	}

	@Test
	void everyFileOfTheLotSaysItsSchoolItsYearAndItsDay() {
		College college = college(reglages(1, 30, 421));
		this.hub.traiter(college, "SIECLE_COMMUNS", "SIECLE_STRUCTURES");

		JsonNode dossier = dossier(college, "pronote");

		List<String> dits = new ArrayList<>();
		dossier.get("pieces")
			.forEach((piece) -> dits.add(String.join(" ", piece.get("libelle").asText(), piece.get("uai").asText(),
					piece.get("millesime").asText(), piece.get("exporteLe").asText().substring(0, 10))));
		String jour = dossier.at("/jours/0").asText();
		assertThat(dits).containsExactly("Structures " + college.uai() + " 2025 " + jour,
				"Communs " + college.uai() + " 2025 " + jour);
		assertThat(dossier.get("manquants")).map(JsonNode::asText)
			.containsExactly("Élèves", "Responsables avec adresses", "Nomenclature", "Établissements", "Géographique");
	}

	@Test
	void aNewerExportReplacesItsFileInTheLotAndTheDaysAreSaidToDiffer() {
		College college = college(reglages(1, 30, 422));
		SIX.forEach((flux) -> this.hub.traiter(college, flux));
		this.hub.traiter(college, "SIECLE_ETABLISSEMENTS");
		Hub.jusqua(() -> lot(college, "pronote").size() == 7);
		College plusTard = college(reglages(1, 30, 422).avecEvolution(10));

		String numero = this.hub.traiter(college.uai(), plusTard.fichier("SIECLE_ELEVES"));

		assertThat(informations(numero)).anySatisfy((texte) -> assertThat(texte)
			.matches("Les exports de SIECLE n'ont pas été faits le même jour : .*Structures.*, .*\\(Élèves\\)\\."));
		Map<String, Long> voulu = new TreeMap<>(deposes(college, 7));
		voulu.put("ExportXML_ElevesAvecAdresses.zip", empreinte(plusTard.fichier("SIECLE_ELEVES")));
		Hub.jusqua(() -> lot(college, "pronote").equals(voulu));
		assertThat(dossier(college, "pronote").get("jours")).hasSize(2);
	}

	@Test
	void aFileOfAnotherSchoolIsRefusedAndTheLotGoesOnWaitingForIt() {
		College college = college(reglages(1, 30, 423));
		College autre = college(reglages(1, 30, 424));
		SIX.forEach((flux) -> this.hub.traiter(college, flux));

		String numero = this.hub.traiter(college.uai(), autre.fichier("SIECLE_ETABLISSEMENTS"));

		assertThat(this.hub.etat(numero)).isEqualTo("refuse");
		assertThat(this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().at("/refus/code").asText())
			.isEqualTo("C02");
		assertThat(dossier(college, "pronote").get("manquants")).map(JsonNode::asText)
			.containsExactly("Établissements");
		assertThat(lot(college, "pronote")).isEmpty();
	}

	@Test
	void filesOfTwoYearsAreHeldUntilTheWrongOnesAreMadeAgain() {
		College college = college(reglages(1, 30, 425));
		SIX.forEach((flux) -> this.hub.traiter(college, flux));
		this.hub.jdbc()
			.sql("UPDATE echange.depot SET millesime = '2024' WHERE uai = ? AND flux = 'SIECLE_COMMUNS'")
			.param(college.uai())
			.update();

		String numero = this.hub.traiter(college.uai(), college.fichier("SIECLE_ETABLISSEMENTS"));

		assertThat(this.hub.lire("SELECT code FROM echange.v_anomalie WHERE numero = ? AND nature = 'anomalie'",
				Long.valueOf(numero)))
			.containsExactly("DOSSIER_ANNEES");
		assertThat(dossier(college, "pronote").get("etat").asText()).isEqualTo("retenu");
		Hub.jusqua(() -> this.hub.compter("SELECT count(*) FROM echange.depot WHERE uai = ? AND NOT au_dossier",
				college.uai()) == 0);
		assertThat(lot(college, "pronote")).isEmpty();
	}

	@Test
	void theLastGoodStsEmpIsGivenBackForEdtUnderItsName() {
		College college = college(reglages(1, 30, 426));

		this.hub.traiter(college, "STS_EMP");

		Path fichier = college.fichier("STS_EMP");
		Hub.jusqua(() -> lot(college, "edt").equals(Map.of(fichier.getFileName().toString(), empreinte(fichier))));
		assertThat(etape(college, "1").get("etat").asText()).isEqualTo("deposee");
	}

	@Test
	void synchro4aIsSeenInTheFilesOrSaidBySomebodyAndNeverAssumed() {
		College college = college(reglages(1, 120, 427).avecAnomalies());
		this.hub.traiter(college, "STS_EMP");
		assertThat(etape(college, "4a").get("etat").asText()).isEqualTo("a_faire");
		this.hub.traiter(college, "SIECLE_STRUCTURES");

		JsonNode vue = etape(college, "4a");
		JsonNode dite = declarer(college, "4a",
				"{\"message\":\"La structure a été envoyée à SCONET via un service Web.\"}");

		assertThat(vue.get("etat").asText()).isEqualTo("incomplete");
		assertThat(vue.get("manquants")).hasSize(1);
		assertThat(dite.get("etat").asText()).isEqualTo("declaree");
		assertThat(dite.at("/declaration/par").asText()).isNotEmpty();
		assertThat(dite.at("/declaration/message").asText())
			.isEqualTo("La structure a été envoyée à SCONET via un service Web.");
		assertThat(dite.get("manquants")).isEqualTo(vue.get("manquants"));
		assertThat(etape(college, "4a")).isEqualTo(dite);
	}

	@Test
	void aSchoolInStepHas3And4aVerifiedAnd4bOnlyDeclared() {
		College college = college(reglages(1, 60, 428));
		this.hub.traiter(college, "STS_EMP", "SIECLE_STRUCTURES", "EMP_STS");

		assertThat(etape(college, "3").get("etat").asText()).isEqualTo("verifiee");
		assertThat(etape(college, "4a").get("etat").asText()).isEqualTo("verifiee");
		assertThat(etape(college, "4b").get("etat").asText()).isEqualTo("a_faire");
		assertThat(declarer(college, "4b", "{}").get("etat").asText()).isEqualTo("declaree");
		assertThat(declarer(college, "4a", "{}").get("etat").asText()).isEqualTo("verifiee");
		assertThat(
				this.hub.api().poster("/etablissements/" + college.uai() + "/synchros/3/declarations", "{}").statut())
			.isEqualTo(400);
		assertThat(this.hub.api().poster("/etablissements/0009999Z/synchros/4a/declarations", "{}").statut())
			.isEqualTo(404);
	}

	private JsonNode declarer(College college, String etape, String json) {
		Api.Reponse reponse = this.hub.api()
			.poster("/etablissements/" + college.uai() + "/synchros/" + etape + "/declarations", json);
		assertThat(reponse.statut()).isEqualTo(201);
		return reponse.json();
	}

	private JsonNode etape(College college, String numero) {
		for (JsonNode etape : fiche(college).get("etapes")) {
			if (etape.get("etape").asText().equals(numero)) {
				return etape;
			}
		}
		throw new AssertionError("no step " + numero);
	}

	private JsonNode dossier(College college, String nom) {
		for (JsonNode dossier : fiche(college).get("dossiers")) {
			if (dossier.get("dossier").asText().equals(nom)) {
				return dossier;
			}
		}
		throw new AssertionError("no lot " + nom);
	}

	private JsonNode fiche(College college) {
		return this.hub.api().lire("/etablissements/" + college.uai()).json();
	}

	private List<String> informations(String numero) {
		List<String> textes = new ArrayList<>();
		this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().get("informations").forEach((ligne) -> {
			if (ligne.get("regle").asText().equals("DOSSIER")) {
				textes.add(ligne.get("message").asText());
			}
		});
		return textes;
	}

	/** The files of a lot with a hash of their bytes; none when there is no folder. */
	private Map<String, Long> lot(College college, String nom) {
		return fichiers(this.hub.maison().resolve("outbox").resolve(college.uai()).resolve(nom));
	}

	private static Map<String, Long> deposes(College college, int nombre) {
		Map<String, Long> deposes = new TreeMap<>();
		Stream.concat(SIX.stream(), Stream.of("SIECLE_ETABLISSEMENTS"))
			.map(college::fichier)
			.forEach((fichier) -> deposes.put(fichier.getFileName().toString(), empreinte(fichier)));
		assertThat(deposes).hasSize(nombre);
		return deposes;
	}

	private static Map<String, Long> fichiers(Path dossier) {
		Map<String, Long> lus = new TreeMap<>();
		if (Files.isDirectory(dossier)) {
			try (Stream<Path> fichiers = Files.list(dossier)) {
				fichiers.forEach((fichier) -> lus.put(fichier.getFileName().toString(), empreinte(fichier)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return lus;
	}

	private static long empreinte(Path fichier) {
		try {
			java.util.zip.CRC32 somme = new java.util.zip.CRC32();
			somme.update(Files.readAllBytes(fichier));
			return somme.getValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
