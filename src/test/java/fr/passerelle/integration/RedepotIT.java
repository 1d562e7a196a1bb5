package fr.passerelle.integration;

import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is dropped again writes only what changed. */
class RedepotIT extends BoutEnBout {

	private static final String[] TOUS = { "STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES",
			"SIECLE_ELEVES", "SIECLE_RESPONSABLES", "ELEGROUPE" };

	private College college;

	@BeforeAll
	void premierChargement() {
		this.college = college(reglages(1, 60, 310));
		this.hub.traiter(this.college, TOUS);
	}

	@Test
	void theSameBytesAreADoublonAndNoRowIsWritten() {
		List<String> avant = this.hub.traces(this.college.uai());

		String liens = this.hub.traiter(this.college.uai(), this.college.fichier("ELEGROUPE"));
		String eleves = this.hub.traiter(this.college.uai(), this.college.fichier("SIECLE_ELEVES"), "autre nom.zip");

		assertThat(List.of(this.hub.etat(liens), this.hub.etat(eleves))).containsExactly("doublon", "doublon");
		assertThat(this.hub.traces(this.college.uai())).isNotEmpty().isEqualTo(avant);
	}

	@Test
	void theSameContentInOtherBytesIsAppliedAndWritesNoRow() {
		College autre = college(reglages(1, 60, 312));
		this.hub.traiter(autre, Arrays.copyOf(TOUS, TOUS.length - 1));
		List<String> avant = this.hub.traces(autre.uai());

		for (String flux : List.of("SIECLE_COMMUNS", "SIECLE_STRUCTURES", "SIECLE_ELEVES", "SIECLE_RESPONSABLES")) {
			sansChangement(autre, flux);
		}

		assertThat(this.hub.traces(autre.uai())).isNotEmpty().isEqualTo(avant);
	}

	@Test
	void theSameLinksInOtherBytesWriteNoRow() {
		List<String> avant = this.hub.traces(this.college.uai());

		sansChangement(this.college, "ELEGROUPE");

		assertThat(this.hub.traces(this.college.uai())).isNotEmpty().isEqualTo(avant);
	}

	private void sansChangement(College college, String flux) {
		String numero = this.hub.traiter(college.uai(), Retouche.autrementCompressee(college.fichier(flux)));

		assertThat(this.hub.etat(numero)).isEqualTo("traite");
		assertThat(changements(numero)).as(flux).isZero();
	}

	@Test
	void anEvolutionWritesOnlyTheRowsThatChangedAndSaysWhereTheyComeFrom() {
		College autre = college(reglages(1, 100, 311));
		this.hub.traiter(autre, TOUS);
		List<String> avant = this.hub.traces(autre.uai());
		List<String> lsu = this.hub.lire("SELECT e::text FROM lsu.v_eleve e WHERE uai = ? ORDER BY 1", autre.uai());

		String numero = this.hub.traiter(autre.uai(),
				college(reglages(1, 100, 311).avecEvolution(5)).fichier("SIECLE_ELEVES"));

		long ecrites = this.hub.compter("SELECT count(*) FROM referentiel.eleve WHERE uai = ? AND numero_depot = ?",
				autre.uai(), Long.valueOf(numero));
		JsonNode ecarts = ecarts(numero);
		assertThat(ecrites).isBetween(1L, 8L).isEqualTo(ecarts.at("/eleve/modifies").asLong());
		assertThat(ecarts.at("/eleve/inchanges").asLong()).isEqualTo(100 - ecrites);
		assertThat(this.hub.traces(autre.uai())
			.stream()
			.filter((trace) -> !avant.contains(trace))
			.filter((trace) -> trace.startsWith("referentiel.eleve "))).hasSize(Math.toIntExact(ecrites));
		assertThat(this.hub.lire("SELECT e::text FROM lsu.v_eleve e WHERE uai = ? ORDER BY 1", autre.uai()))
			.hasSize(100)
			.isEqualTo(lsu);
	}

	private long changements(String numero) {
		long nombre = 0;
		for (JsonNode ecart : ecarts(numero)) {
			nombre += ecart.get("crees").asLong() + ecart.get("modifies").asLong() + ecart.get("disparus").asLong();
		}
		return nombre;
	}

	private JsonNode ecarts(String numero) {
		return this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().get("ecarts");
	}

}
