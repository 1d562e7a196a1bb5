package fr.passerelle.referentiel;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static fr.passerelle.referentiel.Fichiers.eleve;
import static fr.passerelle.referentiel.Fichiers.eleves;
import static fr.passerelle.referentiel.Fichiers.id;
import static fr.passerelle.referentiel.Fichiers.inscrit;
import static fr.passerelle.referentiel.Fichiers.liens;
import static fr.passerelle.referentiel.Fichiers.mef;
import static fr.passerelle.referentiel.Fichiers.structures;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds a deposit (F26), at the limit: of thirty, three are a tenth and three. Each
 * series goes from the emptiest file to the fullest, since a held one changes nothing.
 */
class HoldIT {

	private final ReferentielDEssai ecole = new ReferentielDEssai();

	@AfterEach
	void fermer() {
		this.ecole.close();
	}

	@Test
	void elevesAreGuarded() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(30));

		assertThat(serie("SIECLE_ELEVES", HoldIT::lesEleves)).containsExactly("0 retenu", "26 retenu", "27 retenu",
				"28 traite");
		assertThat(presents("eleve")).isEqualTo(28);
	}

	@Test
	void groupsOfSiecleAreGuarded() {
		this.ecole.appliquer("SIECLE_STRUCTURES", structures(groupes(30)));

		assertThat(serie("SIECLE_STRUCTURES", (nombre) -> structures(groupes(nombre)))).containsExactly("0 retenu",
				"26 retenu", "27 retenu", "28 traite");
		assertThat(presents("groupe")).isEqualTo(28);
	}

	@Test
	void groupsOfStsAreGuarded() {
		this.ecole.appliquer("STS_EMP", sts(30));

		assertThat(serie("STS_EMP", HoldIT::sts)).containsExactly("0 retenu", "26 retenu", "27 retenu", "28 traite");
		assertThat(presents("groupe")).isEqualTo(28);
	}

	@Test
	void linksAreGuarded() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(30));
		this.ecole.appliquer("SIECLE_STRUCTURES", structures("G1:M6"));
		this.ecole.appliquer("ELEGROUPE", lesLiens(30));

		assertThat(serie("ELEGROUPE", HoldIT::lesLiens)).containsExactly("0 retenu", "26 retenu", "27 retenu",
				"28 traite");
		assertThat(presents("lien_eleve_groupe")).isEqualTo(28);
	}

	@Test
	void linksThatSiecleCarriesAreGuardedAndASiecleFileWithoutAnyLeavesThemAlone() {
		this.ecole.appliquer("SIECLE_ELEVES", elevesEtLiens(30));

		assertThat(serie("SIECLE_ELEVES", HoldIT::elevesEtLiens)).containsExactly("0 traite", "26 retenu", "27 retenu",
				"28 traite");
		assertThat(presents("lien_eleve_groupe")).isEqualTo(28);
	}

	@Test
	void threeThatAreLessThanATenthAreNot() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(31));

		assertThat(this.ecole.etat(this.ecole.appliquer("SIECLE_ELEVES", lesEleves(28)))).isEqualTo(Etat.TRAITE);
	}

	@Test
	void theReasonSaysHowManyOfHowMany() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(30));

		NumeroDepot numero = this.ecole.appliquer("SIECLE_ELEVES", lesEleves(27));

		assertThat(this.ecole.rapport(numero).ecarts()).containsEntry("eleve", new Ecart(0, 0, 27, 3));
		assertThat(this.ecole.lire("SELECT motif FROM echange.transition WHERE etat = 'retenu'")).singleElement()
			.asString()
			.contains("3", "30", "élèves");
	}

	@Test
	void whoComesBackWasNotThereBefore() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(31));
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(30));

		NumeroDepot numero = this.ecole.appliquer("SIECLE_ELEVES", lesEleves(IntStream.rangeClosed(4, 31)));

		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.RETENU);
		assertThat(this.ecole.rapport(numero).ecarts()).containsEntry("eleve", new Ecart(0, 1, 27, 3));
	}

	@Test
	void allOfThemAreAllEvenWhenAnotherComesBack() {
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(3));
		this.ecole.appliquer("SIECLE_ELEVES", lesEleves(2));

		NumeroDepot numero = this.ecole.appliquer("SIECLE_ELEVES", lesEleves(IntStream.of(3)));

		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.RETENU);
	}

	@Test
	void anEmptyFileWhereNothingWasIsRejected() {
		NumeroDepot numero = this.ecole.appliquer("SIECLE_ELEVES", lesEleves(0));

		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.REJETE);
		assertThat(this.ecole.rapport(numero).refus().code()).isEqualTo("C14");
	}

	/** What becomes of files of so many, where there are thirty. */
	private List<String> serie(String flux, IntFunction<String> fichier) {
		return IntStream.of(0, 26, 27, 28)
			.mapToObj((nombre) -> nombre + " "
					+ this.ecole.etat(this.ecole.appliquer(flux, fichier.apply(nombre))).name().toLowerCase())
			.toList();
	}

	private int presents(String table) {
		return this.ecole.lire("SELECT uai FROM referentiel." + table + " WHERE disparu_le IS NULL").size();
	}

	private static String lesEleves(int nombre) {
		return lesEleves(IntStream.rangeClosed(1, nombre));
	}

	private static String lesEleves(IntStream numeros) {
		return eleves(numeros.mapToObj((i) -> eleve(i, "NOM" + i, mef("M6"))).toArray(String[]::new));
	}

	private static String lesLiens(int nombre) {
		return liens(IntStream.rangeClosed(1, nombre).mapToObj((i) -> inscrit(id(i), "G1")).toArray(String[]::new));
	}

	private static String[] groupes(int nombre) {
		return IntStream.rangeClosed(1, nombre).mapToObj((i) -> "G" + i).toArray(String[]::new);
	}

	/** Thirty élèves, so many of them in a group. */
	private static String elevesEtLiens(int nombre) {
		StringBuilder liens = new StringBuilder();
		for (int i = 1; i <= nombre; i++) {
			liens.append(
					"<STRUCTURES_ELEVE ELEVE_ID=\"%d\"><STRUCTURE><CODE_STRUCTURE>G1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>"
						.formatted(i));
		}
		return lesEleves(30).replace("</ELEVES>", "</ELEVES><STRUCTURES>" + liens + "</STRUCTURES>");
	}

	private static String sts(int nombre) {
		StringBuilder groupes = new StringBuilder();
		for (String code : groupes(nombre)) {
			groupes.append("<GROUPE CODE=\"" + code + "\"/>");
		}
		return "<STS_EDT><DONNEES><STRUCTURE><DIVISIONS><DIVISION CODE=\"6A\"/></DIVISIONS><GROUPES>" + groupes
				+ "</GROUPES></STRUCTURE></DONNEES></STS_EDT>";
	}

}
