package fr.passerelle.integration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An export older than the one in force changes nothing, unless somebody insists. */
class PerimeIT extends BoutEnBout {

	@Test
	void anOlderExportIsOutOfDateUntilItIsForcedWithAReason() {
		College ancien = college(reglages(1, 40, 340));
		College recent = college(reglages(1, 40, 340).avecEvolution(20));
		this.hub.traiter(recent, "SIECLE_ELEVES");

		String numero = this.hub.traiter(ancien.uai(), ancien.fichier("SIECLE_ELEVES"));

		assertThat(this.hub.etat(numero)).isEqualTo("perime");
		assertThat(venusDe(ancien, numero)).isZero();
		assertThat(this.hub.api().poster("/depots/" + numero + "/forcer", "{\"motif\": \" \"}").statut())
			.isEqualTo(400);
		assertThat(this.hub.api().decider(numero, "forcer", "L'export récent était celui d'un essai").statut())
			.isEqualTo(202);
		this.hub.attendreEtat(numero, "traite");
		assertThat(venusDe(ancien, numero)).isPositive();
	}

	private long venusDe(College college, String numero) {
		return this.hub.compter("SELECT count(*) FROM referentiel.v_eleve WHERE uai = ? AND numero_depot = ?",
				college.uai(), Long.valueOf(numero));
	}

}
