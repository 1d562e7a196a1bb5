package fr.passerelle.referentiel;

import java.util.List;

import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who replaces whom, as far as the undocumented block of STS tells (R036): two persons of
 * the file, and dates. Whatever it holds, the file is applied.
 */
class SuppleanceIT {

	private static final ReferentielDEssai ECOLE = new ReferentielDEssai();

	@BeforeEach
	void vider() {
		ECOLE.changer("DELETE FROM referentiel.suppleance; DELETE FROM referentiel.enseignant");
	}

	@AfterAll
	static void fermer() {
		ECOLE.close();
	}

	@Test
	void twoSuppleantsAreLinkedToThoseTheyReplaceWithTheirDates() {
		NumeroDepot numero = appliquer(
				"<SUPPLEANT ID='3' TYPE='epp'><REMPLACE ID='1' TYPE='epp'/><DATE_DEBUT>2025-10-01</DATE_DEBUT><DATE_FIN>2025-12-19</DATE_FIN></SUPPLEANT>"
						+ "<SUPPLEANT ID='4' TYPE='local'><ID_REMPLACE>2</ID_REMPLACE><DATE_DEBUT>05/01/2026</DATE_DEBUT></SUPPLEANT>");

		assertThat(enseignants()).containsExactly("1 epp", "2 epp", "3 epp remplace 1 2025-10-01 2025-12-19",
				"4 local remplace 2 2026-01-05");
		assertThat(ECOLE.rapport(numero).informations()).extracting((ligne) -> ligne.code())
			.doesNotContain("SUPPLEANTS_BRUTS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<SUPPLEANCE ID_REMPLACE='1'><SUPPLEANT ID='3'/></SUPPLEANCE>",
			"<SUPPLEANCE><REMPLACANT ID='3'/><REMPLACE ID='1'/></SUPPLEANCE>",
			"<INDIVIDU ID='3' TYPE='epp'><TITULAIRE><ENSEIGNANT_REMPLACE ID='1'/></TITULAIRE></INDIVIDU>" })
	void theWayItIsWrittenMattersLittle(String bloc) {
		appliquer(bloc);

		assertThat(enseignants()).contains("3 epp remplace 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<S>un</S>", "un texte seul", "<SUPPLEANT ID='3'/>",
			"<SUPPLEANT ID='9'><REMPLACE ID='1'/></SUPPLEANT>", "<SUPPLEANT ID='3'><REMPLACE ID='9'/></SUPPLEANT>",
			"<SUPPLEANT ID='3'><REMPLACE ID='3'/></SUPPLEANT>",
			"<SUPPLEANT ID='3'><REMPLACE><A/><B/></REMPLACE></SUPPLEANT>" })
	void whatDoesNotNameTwoPersonsOfTheFileIsKeptAsItIsAndSaid(String bloc) {
		NumeroDepot numero = appliquer(bloc);

		assertThat(enseignants()).containsExactly("1 epp", "2 epp", "3 epp", "4 local");
		assertThat(ECOLE.lire("SELECT contenu FROM referentiel.suppleance_brute")).singleElement()
			.asString()
			.startsWith("<SUPPLEANTS>");
		assertThat(ECOLE.rapport(numero).informations()).extracting((ligne) -> ligne.code())
			.contains("SUPPLEANTS_BRUTS");
	}

	@Test
	void aDateThatIsNoneIsLeftOut() {
		appliquer(
				"<SUPPLEANT ID='3'><REMPLACE ID='1'/><DATE_DEBUT>31/02/2026</DATE_DEBUT><DATE_FIN>bientôt</DATE_FIN></SUPPLEANT>");

		assertThat(enseignants()).contains("3 epp remplace 1");
	}

	@Test
	void aSuppleanceThatIsNoLongerToldIsNoLongerShown() {
		appliquer("<SUPPLEANT ID='3'><REMPLACE ID='1'/></SUPPLEANT>");

		appliquer("");

		assertThat(enseignants()).contains("3 epp");
		assertThat(ECOLE.lire("SELECT enseignant_id FROM referentiel.v_suppleance WHERE disparu_le IS NOT NULL"))
			.containsExactly("3");
	}

	private static NumeroDepot appliquer(String bloc) {
		NumeroDepot numero = ECOLE.appliquer("STS_EMP",
				"""
						<STS_EDT><DONNEES><INDIVIDUS>%s%s%s%s</INDIVIDUS>
						<STRUCTURE><DIVISIONS><DIVISION CODE="6A"/></DIVISIONS></STRUCTURE><SUPPLEANTS>%s</SUPPLEANTS></DONNEES></STS_EDT>
						"""
					.formatted(individu("1", "epp"), individu("2", "epp"), individu("3", "epp"), individu("4", "local"),
							bloc));
		assertThat(ECOLE.etat(numero)).isIn(Etat.TRAITE, Etat.TRAITE_AVEC_ANOMALIES);
		return numero;
	}

	private static String individu(String id, String type) {
		return "<INDIVIDU ID='%s' TYPE='%s'><NOM_USAGE>NOM%1$s</NOM_USAGE><PRENOM>Lou</PRENOM></INDIVIDU>".formatted(id,
				type);
	}

	private static List<String> enseignants() {
		return ECOLE
			.lire("""
					SELECT concat_ws(' ', enseignant_id, type, CASE WHEN remplace_id IS NOT NULL THEN 'remplace' END, remplace_id, date_debut, date_fin)
					FROM referentiel.v_enseignant WHERE disparu_le IS NULL ORDER BY enseignant_id""");
	}

}
