package fr.passerelle.catalogue;

import java.util.Map;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReglesSqlTest {

	@Test
	void theHeadOfARuleIsItsEntry() {
		SqlFile fichier = new SqlFile("controles/x/10-GROUPE_A_01.sql",
				Map.of("code", "GROUPE_A_01", "famille", "GROUPE", "effet", "REJET", "file", "groupe", "libelle",
						"Inscription invalide.", "anomalie", "Groupe {groupe} inconnu.", "cause", "{explication}",
						"correction", "Refaites la 4a."),
				"SELECT 1");

		assertThat(ReglesSql.regle(fichier)).isEqualTo(new Regle("GROUPE_A_01", "", "GROUPE", "Inscription invalide.",
				Effet.REJET, FileErreurs.GROUPE, "Groupe {groupe} inconnu.", "{explication}", "Refaites la 4a."));
	}

	@Test
	void aRuleAloneIsItsOwnFamily() {
		SqlFile fichier = new SqlFile("controles/x.sql",
				Map.of("code", "C31", "effet", "information", "file", "annee", "anomalie", "Rien de grave."),
				"SELECT 1");

		assertThat(ReglesSql.regle(fichier)).isEqualTo(new Regle("C31", "", "C31", "Rien de grave.", Effet.INFORMATION,
				FileErreurs.ANNEE, "Rien de grave.", "", ""));
	}

	@Test
	void aRuleOfAnUnknownEffectIsRefusedWithThePossibleOnes() {
		SqlFile fichier = new SqlFile("controles/x.sql",
				Map.of("code", "C31", "effet", "BLOCAGE", "file", "annee", "anomalie", "Non."), "SELECT 1");

		assertThatThrownBy(() -> ReglesSql.regle(fichier)).isInstanceOf(MappingFaux.class)
			.hasMessage("mappings/controles/x.sql : effet inconnu « BLOCAGE ». Possibles : "
					+ "[refus, rejet, correction, avertissement, information]");
	}

}
