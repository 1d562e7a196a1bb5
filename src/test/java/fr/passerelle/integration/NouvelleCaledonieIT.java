package fr.passerelle.integration;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.generateur.Attendu.Ecart;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Territoire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** July 2018 in New Caledonia: STS says 2018, SIECLE says 2017, and both are right. */
@TestPropertySource(properties = "passerelle.horloge=2018-07-24T00:00:00Z")
class NouvelleCaledonieIT extends BoutEnBout {

	private static final String GROUPE = "4EME LV2 AJE";

	private College college;

	private String liens;

	/**
	 * The group of the élève whose link ends with the teachers' year has the name of S4.
	 */
	@BeforeAll
	void anneeNormale() {
		this.college = college(reglages(1, 60, 700).en(Territoire.NOUVELLE_CALEDONIE).pourAnnee(2018).avecAnomalies());
		String groupe = attendu("ELEGRP_A_03").groupe();
		this.hub.traiter(this.college.uai(),
				Retouche.document(this.college.fichier("STS_EMP"), (xml) -> renommer(xml, groupe)));
		for (String flux : List.of("SIECLE_COMMUNS", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES", "SIECLE_ELEVES")) {
			this.hub.traiter(this.college.uai(), renommee(flux, groupe));
		}
		this.liens = this.hub.traiter(this.college.uai(), renommee("ELEGROUPE", groupe));
	}

	private Ecart attendu(String code) {
		return this.college.attendu()
			.fichiers()
			.stream()
			.flatMap((fichier) -> fichier.anomalies().stream())
			.filter((ecart) -> ecart.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private Path renommee(String flux, String groupe) {
		return Retouche.archive(this.college.fichier(flux), (xml) -> renommer(xml, groupe));
	}

	private static String renommer(String xml, String groupe) {
		return xml.replace(">" + groupe + "<", ">" + GROUPE + "<").replace("\"" + groupe + "\"", "\"" + GROUPE + "\"");
	}

	@Test
	void sts2018WithSiecle2017AndLinks2017IsAcceptedWithoutAQuestion() {
		assertThat(this.hub.lire("""
				SELECT flux || ' ' || millesime || ' ' || annee_scolaire || ' ' || etat FROM echange.depot
				WHERE uai = ? AND etat LIKE 'traite%' ORDER BY numero""", this.college.uai())).containsExactly(
				"STS_EMP 2018 2018 traite", "SIECLE_COMMUNS 2017 2018 traite", "SIECLE_NOMENCLATURE 2017 2018 traite",
				"SIECLE_STRUCTURES 2017 2018 traite", "SIECLE_ELEVES 2017 2018 traite",
				"ELEGROUPE 2017 2018 traite_avec_anomalies");
	}

	@Test
	void anEndOnTheTeachersLastDayIsBroughtBackInTheWordsOfTheNationalReport() {
		String eleve = attendu("ELEGRP_A_03").eleve();

		assertThat(messages(eleve, "ELEGRP_A_03")).contains(
				"La date de fin \"15/12/2018\" du groupe \"4EME LV2 AJE\" n'est pas incluse dans la période scolaire autorisée "
						+ "sur l'année en cours (du 19/02/2018 au 14/12/2018). Celle-ci a été réinitialisée à 14/12/2018.");
	}

	@Test
	void aStartBeforeTheRentreeIsMovedAndALinkOutsideTheYearIsRejected() {
		Ecart debut = attendu("ELEGRP_A_02");
		Ecart dehors = attendu("ELEGRP_H_01");

		assertThat(messages(debut.eleve(), "ELEGRP_A_02")).singleElement()
			.asString()
			.startsWith("La date de début \"16/02/2018\" du groupe ")
			.contains("(du 19/02/2018 au 14/12/2018)")
			.endsWith("Celle-ci a été réinitialisée à 19/02/2018.");
		assertThat(messages(dehors.eleve(), "ELEGRP_H_01")).singleElement()
			.asString()
			.contains(
					"(du 03/01/2019 au 23/01/2019) est entièrement hors de l'année scolaire (du 19/02/2018 au 14/12/2018).")
			.endsWith("Elle a été rejetée.");
	}

	private List<String> messages(String eleve, String code) {
		List<String> messages = new java.util.ArrayList<>();
		for (JsonNode ligne : this.hub.api().lire("/depots/" + this.liens + "/compte-rendu").json().get("anomalies")) {
			if (ligne.at("/eleve/identifiant").asText().equals(eleve) && ligne.get("code").asText().equals(code)) {
				messages.add(ligne.get("message").asText());
			}
		}
		return messages;
	}

	@Test
	void linksOf2018AreRefusedBecausePronoteWorkedWithoutItsServer() {
		JsonNode refus = refus("C18");

		assertThat(refus.get("titre").asText()).isEqualTo("Année du fichier différente de l'année utilisée !");
		assertThat(refus.get("detail").asText()).contains("PRONOTE");
	}

	@Test
	void anStsFileOf2017IsRefused() {
		String fichier = this.college.attendu()
			.fichiers()
			.stream()
			.filter((f) -> "STS_EMP".equals(f.flux()) && f.etat().equals("refuse"))
			.map(FichierAttendu::fichier)
			.findFirst()
			.orElseThrow();

		String numero = this.hub.traiter(this.college.uai(), this.college.dossier().resolve(fichier));

		assertThat(this.hub.etat(numero)).isEqualTo("refuse");
	}

	private JsonNode refus(String code) {
		FichierAttendu fichier = this.college.attendu()
			.fichiers()
			.stream()
			.filter((f) -> code.equals(f.code()))
			.findFirst()
			.orElseThrow();
		String numero = this.hub.traiter(this.college.uai(), this.college.dossier().resolve(fichier.fichier()));
		return this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().get("refus");
	}

}
