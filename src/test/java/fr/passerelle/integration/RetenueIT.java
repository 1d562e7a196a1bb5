package fr.passerelle.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A deposit that would make much disappear waits for somebody's word. */
class RetenueIT extends BoutEnBout {

	@Test
	void aDepositWithoutATenthOfTheElevesIsHeldShownAndAppliedOnceConfirmedWithAReason() {
		College college = charge(60, 330);
		List<String> avant = this.hub.traces(college.uai());

		String numero = this.hub.traiter(college.uai(), sansEleves(college, 6));

		assertThat(this.hub.etat(numero)).isEqualTo("retenu");
		assertThat(this.hub.traces(college.uai())).isEqualTo(avant);
		assertThat(disparus(numero)).hasSize(6);
		assertThat(this.hub.api().poster("/depots/" + numero + "/confirmer", "{}").statut()).isEqualTo(400);
		assertThat(this.hub.etat(numero)).isEqualTo("retenu");
		assertThat(this.hub.api().decider(numero, "confirmer", "Départs de fin de trimestre").statut()).isEqualTo(202);
		this.hub.attendreEtat(numero, "traite");
		assertThat(presents(college)).isEqualTo(54);
	}

	private List<String> disparus(String numero) {
		List<String> cles = new java.util.ArrayList<>();
		for (JsonNode ligne : this.hub.api().lire("/depots/" + numero + "/apercu").json().get("elements")) {
			if (ligne.get("entite").asText().equals("eleve") && ligne.get("operation").asText().equals("DISPARU")) {
				cles.add(ligne.get("cle").asText());
			}
		}
		return cles;
	}

	@Test
	void aHeldDepositThatIsCancelledWritesNothing() {
		College college = charge(30, 331);
		List<String> avant = this.hub.traces(college.uai());
		String numero = this.hub.traiter(college.uai(), sansEleves(college, 10));

		int statut = this.hub.api().decider(numero, "annuler", "Export partiel").statut();

		assertThat(statut).isEqualTo(202);
		this.hub.attendreEtat(numero, "annule");
		assertThat(this.hub.traces(college.uai())).isEqualTo(avant);
		assertThat(this.hub.api().decider(numero, "confirmer", "Trop tard").statut()).isEqualTo(409);
	}

	@Test
	void aFileWithoutAnybodyIsHeldEvenInATinySchool() {
		College college = charge(2, 332);

		String numero = this.hub.traiter(college.uai(), sansEleves(college, 2));

		assertThat(this.hub.etat(numero)).isEqualTo("retenu");
		assertThat(presents(college)).isEqualTo(2);
	}

	@Test
	void twoElevesOfFifteenMayLeaveWithoutAsking() {
		College college = charge(15, 333);

		String numero = this.hub.traiter(college.uai(), sansEleves(college, 2));

		assertThat(this.hub.etat(numero)).isEqualTo("traite");
		assertThat(presents(college)).isEqualTo(13);
	}

	@Test
	void linksThatWouldDisappearAreHeldToo() {
		College college = charge(30, 334);
		this.hub.traiter(college, "SIECLE_STRUCTURES", "ELEGROUPE");

		String numero = this.hub.traiter(college.uai(),
				Retouche.archive(college.fichier("ELEGROUPE"), Retouche.sansPremiersEleves(10)));

		assertThat(this.hub.etat(numero)).isEqualTo("retenu");
		JsonNode apercu = this.hub.api().lire("/depots/" + numero + "/apercu").json();
		JsonNode rapport = this.hub.api().lire("/depots/" + numero + "/compte-rendu").json();
		assertThat(apercu.get("liens")).isNotEmpty().isEqualTo(rapport.get("liens"));
		assertThat(apercu.get("liens").findValues("ELEGROUPE").stream().mapToLong(JsonNode::asLong).sum())
			.isEqualTo(rapport.at("/ecarts/lien/disparus").asLong())
			.isPositive();
	}

	private College charge(int eleves, int rang) {
		College college = college(reglages(1, eleves, rang));
		this.hub.traiter(college, "SIECLE_ELEVES");
		assertThat(presents(college)).isEqualTo(eleves);
		return college;
	}

	private static java.nio.file.Path sansEleves(College college, int nombre) {
		return Retouche.archive(college.fichier("SIECLE_ELEVES"), Retouche.sansPremiersEleves(nombre));
	}

	private long presents(College college) {
		return this.hub.compter("SELECT count(*) FROM referentiel.v_eleve WHERE uai = ? AND disparu_le IS NULL",
				college.uai());
	}

}
