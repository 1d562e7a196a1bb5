package fr.passerelle.integration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * November 2017 in Paris: one year everywhere, written in the name or not (K04, K08,
 * K09).
 */
@TestPropertySource(properties = "passerelle.horloge=2017-11-15T10:00:00Z")
class MetropoleIT extends BoutEnBout {

	@Test
	void theYear2017EverywhereIsAcceptedWithoutAQuestion() {
		College college = de2017(710);

		this.hub.traiter(college, "STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES",
				"SIECLE_ELEVES", "SIECLE_RESPONSABLES", "ELEGROUPE");

		assertThat(depots(college)).containsExactly("STS_EMP 2017 2017 traite", "SIECLE_COMMUNS 2017 2017 traite",
				"SIECLE_NOMENCLATURE 2017 2017 traite", "SIECLE_STRUCTURES 2017 2017 traite",
				"SIECLE_ELEVES 2017 2017 traite", "SIECLE_RESPONSABLES 2017 2017 traite", "ELEGROUPE 2017 2017 traite");
		assertThat(this.hub.compter(
				"SELECT count(*) FROM referentiel.v_lien_eleve_groupe WHERE uai = ? AND disparu_le IS NULL",
				college.uai()))
			.isEqualTo(college.attendu().compte().liens());
	}

	@Test
	void aNameOf2017AroundAnXmlOf2018IsRefusedAndNothingOfItIsStored() {
		College college = de2017(711);
		Path sts = Retouche.document(college.fichier("STS_EMP"), annee("2018"));

		String numero = this.hub.traiter(college.uai(), sts, "sts_emp_" + college.uai() + "_2017.xml");

		JsonNode refus = refus(numero);
		assertThat(this.hub.etat(numero)).isEqualTo("refuse");
		assertThat(refus.get("code").asText()).isEqualTo("C05");
		assertThat(refus.get("titre").asText()).isEqualTo("Le nom du fichier annonce 2017, son contenu 2018.");
		assertThat(refus.get("autres").findValuesAsText("code")).containsExactly("C17");
		assertNothingStored(college, numero);
		assertThat(this.hub.inbox(college.uai()).resolve("refuses/sts_emp_" + college.uai() + "_2017.xml"))
			.hasSameBinaryContentAs(sts);
	}

	@Test
	void aNameOf2018AroundAnXmlOf2017IsRefusedForItsNameAlone() {
		College college = de2017(712);

		String numero = this.hub.traiter(college.uai(), college.fichier("STS_EMP"),
				"sts_emp_" + college.uai() + "_2018.xml");

		assertThat(refus(numero).get("code").asText()).isEqualTo("C05");
		assertThat(refus(numero).get("autres")).isEmpty();
		assertNothingStored(college, numero);
	}

	@Test
	void linksWhoseNameSays2018AndTheXml2017AreRefusedAlike() {
		College college = de2017(713);
		Path liens = college.fichier("ELEGROUPE");
		String nom = liens.getFileName().toString().replace("ELEGROUPE2017", "ELEGROUPE2018");

		String numero = this.hub.traiter(college.uai(), liens, nom);

		assertThat(refus(numero).get("code").asText()).isEqualTo("ELEGROUPE_D5");
		assertThat(refus(numero).get("autres").findValuesAsText("code")).containsExactly("C05");
		assertNothingStored(college, numero);
	}

	@Test
	void aNameWithoutAYearLeavesTheWordToTheXml() {
		College college = de2017(714);
		String nom = "sts_emp_" + college.uai() + ".xml";

		String bon = this.hub.traiter(college.uai(), college.fichier("STS_EMP"), nom);
		String ancien = this.hub.traiter(college.uai(), Retouche.document(college.fichier("STS_EMP"), annee("2016")),
				nom);

		assertThat(depots(college)).containsExactly("STS_EMP 2017 2017 traite", "STS_EMP 2016 2016 refuse");
		assertThat(this.hub.etat(bon)).isEqualTo("traite");
		assertThat(refus(ancien).get("code").asText()).isEqualTo("C17");
		assertThat(refus(ancien).get("autres")).isEmpty();
	}

	private static College de2017(int rang) {
		return college(reglages(1, 30, rang).pourAnnee(2017));
	}

	private static UnaryOperator<String> annee(String annee) {
		return (xml) -> xml.replace("ANNEE=\"2017\"", "ANNEE=\"" + annee + "\"");
	}

	private List<String> depots(College college) {
		return this.hub.lire("""
				SELECT concat_ws(' ', flux, millesime, annee_scolaire, etat) FROM echange.depot
				WHERE uai = ? ORDER BY numero""", college.uai());
	}

	private JsonNode refus(String numero) {
		return this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().get("refus");
	}

	/** Only the hash, the name, the size, the sender and the reason are left (R072). */
	private void assertNothingStored(College college, String numero) {
		String empreinte = this.hub.api().lire("/depots/" + numero).json().get("empreinte").asText();
		assertThat(this.hub.traces(college.uai())).isEmpty();
		assertThat(this.hub.compter("SELECT count(*) FROM echange.etablissement WHERE uai = ?", college.uai()))
			.isZero();
		assertThat(this.hub.compter("SELECT count(*) FROM echange.millesime_vu WHERE uai = ?", college.uai())).isZero();
		assertThat(Files
			.exists(this.hub.maison().resolve("data/contenus").resolve(empreinte.substring(0, 2)).resolve(empreinte)))
			.isFalse();
	}

}
