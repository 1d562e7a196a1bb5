package fr.passerelle.publication;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsommateursTest {

	private static final Set<String> FLUX = Set.of("lsu");

	@Test
	void aFeedNobodyIsNamedForHasOneConsumerOnDemand() {
		assertThat(new Consommateurs(List.of(), FLUX).de("lsu")).containsExactly(Consommateur.parDefaut("lsu"));
	}

	@Test
	void aConsumerReceivesItsSchoolsOnly() {
		Consommateur deux = consommateur("deux", "lsu", "dossier", "", "0009201B", "0009101T");

		assertThat(deux.uais(null)).containsExactlyInAnyOrder("0009201B", "0009101T");
		assertThat(deux.uais(Set.of("0009201B", "0750001U"))).containsExactly("0009201B");
		assertThat(Consommateur.parDefaut("lsu").uais(null)).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "../ailleurs|lsu|dossier||« nom »", "un|aucun|dossier||flux inconnu « aucun »",
					"un|lsu|sftp||le seul canal", "un|lsu|dossier|tous les jours|« planification »" })
	void aConsumerThatCannotBeServedStopsTheStart(String nom, String flux, String canal, String planification,
			String motif) {
		List<Consommateur> reglages = List
			.of(consommateur(nom, flux, canal, (planification != null) ? planification : "", "*"));

		assertThatExceptionOfType(ConsommateurFaux.class).isThrownBy(() -> new Consommateurs(reglages, FLUX))
			.withMessageContaining(motif);
	}

	private static Consommateur consommateur(String nom, String flux, String canal, String planification,
			String... uai) {
		return new Consommateur(nom, flux, "", List.of(uai), false, 0, List.of(), canal, planification);
	}

}
