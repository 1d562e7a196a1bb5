package fr.passerelle.publication;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsommateursTest {

	private static final Set<String> FLUX = Set.of("lsu", "evenement");

	private static final Set<String> SERVEURS = Set.of("ent-nord");

	@Test
	void aFeedNobodyIsNamedForHasOneConsumerOnDemand() {
		assertThat(new Consommateurs(List.of(), FLUX, SERVEURS).de("lsu"))
			.containsExactly(Consommateur.parDefaut("lsu"));
	}

	@Test
	void aConsumerReceivesItsSchoolsOnly() {
		Consommateur deux = consommateur("deux", "lsu", "dossier", "", "0009201B", "0009101T");

		assertThat(deux.uais(null)).containsExactlyInAnyOrder("0009201B", "0009101T");
		assertThat(deux.uais(Set.of("0009201B", "0750001U"))).containsExactly("0009201B");
		assertThat(Consommateur.parDefaut("lsu").uais(null)).isNull();
	}

	@Test
	void aConsumerMayHaveAServerAndAFolderThere() {
		Consommateur la = consommateur("un", "lsu", "sftp:ent-nord/entrant/lsu", "", "*");

		assertThat(new Consommateurs(List.of(la), FLUX, SERVEURS).de("lsu")).containsExactly(la);
		assertThat(la.serveur()).contains("ent-nord");
		assertThat(la.dossierDuServeur()).isEqualTo("entrant/lsu");
		assertThat(consommateur("un", "lsu", "sftp:ent-nord", "", "*").dossierDuServeur()).isEmpty();
		assertThat(Consommateur.parDefaut("lsu").serveur()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "../ailleurs|lsu|dossier||« nom »",
			"un|aucun|dossier||flux inconnu « aucun »", "un|lsu|ftp:x||canal inconnu « ftp:x »",
			"un|lsu|sftp:||canal inconnu", "un|lsu|sftp:ent-nord/../x?y||canal inconnu",
			"un|lsu|sftp:ent-sud||absent de passerelle.canaux.sftp. Donnés : ent-nord",
			"un|evenement|sftp:ent-nord||n'a pas de paquet", "un|lsu|dossier|tous les jours|« planification »" })
	void aConsumerThatCannotBeServedStopsTheStart(String nom, String flux, String canal, String planification,
			String motif) {
		List<Consommateur> reglages = List
			.of(consommateur(nom, flux, canal, (planification != null) ? planification : "", "*"));

		assertThatExceptionOfType(ConsommateurFaux.class).isThrownBy(() -> new Consommateurs(reglages, FLUX, SERVEURS))
			.withMessageContaining(motif);
	}

	private static Consommateur consommateur(String nom, String flux, String canal, String planification,
			String... uai) {
		return new Consommateur(nom, flux, "", List.of(uai), false, 0, List.of(), canal, planification);
	}

}
