package fr.passerelle.controle;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The edge cases of the calendars (K01 to K28) that a deposit meets. */
class AnneeControleTest {

	private static final String PARIS = Uai.deNumero("0759901").code();

	private static final String NOUMEA = Uai.deNumero("9839904").code();

	private final Mappings mappings = new Mappings(Path.of("mappings"));

	private final Calendriers calendriers = Calendriers.lire(this.mappings);

	private final Controle controle = new Controle(this.mappings, this.calendriers);

	@ParameterizedTest(name = "{0}: {1} {2} {3} on {4} → {5}")
	@CsvSource(nullValues = "-", value = {
			// case, numéro, flux, millésime, day, reason, school year
			"K01,9839904,STS,2018,2018-07-24,-,2018", "K01,9839904,SIECLE,2017,2018-07-24,-,2018",
			"K01,9839904,ELEGROUPE,2017,2018-07-24,-,2018", "K02,9839904,ELEGROUPE,2018,2018-07-24,C18,2019",
			"K03,9839904,STS,2017,2018-07-24,C17.sts-campagne,2017",
			"south,9839904,SIECLE,2018,2018-07-24,C17.siecle-bascule,2019",
			"south,9839904,SIECLE,2018,2018-12-20,-,2019", "south,9839904,ELEGROUPE,2018,2018-11-20,C18,2019",
			"south,9869901,ELEGROUPE,2017,2018-07-24,-,2018", "K04,0759901,STS,2017,2017-11-15,-,2017",
			"K04,0759901,SIECLE,2017,2017-11-15,-,2017", "K04,0759901,ELEGROUPE,2017,2017-11-15,-,2017",
			"K05,0759901,STS,2018,2018-07-02,-,2018", "K06,0759901,ELEGROUPE,2018,2018-07-02,-,2018",
			"K20,9749901,SIECLE,2020,2020-08-17,-,2020", "K20,9749901,ELEGROUPE,2020,2020-08-17,-,2020",
			"K27,0759901,ELEGROUPE,2018,2018-02-15,C17.base-suivante,2018",
			"north,0759901,ELEGROUPE,2016,2017-11-15,C17.base-passee,2016",
			"north,0759901,STS,2018,2017-11-15,C17.sts-en-avance,2018",
			"north,0759901,STS,2016,2017-11-15,C17.sts-non-basculee,2016",
			"K26,0759901,SIECLE,2016,2017-11-15,C17.close,2016",
			"north,0759901,SIECLE,2018,2017-11-15,C17.pas-ouverte,2018",
			"north,0759901,SIECLE,2021,2017-11-15,C17.lointaine,2021",
			"north,0759901,SIECLE,1998,2017-11-15,C17.close,-" })
	void theYearOfAFileIsJudgedByItsSystemItsTerritoryAndTheDay(String cas, String numero, String systeme,
			String millesime, LocalDate jour, String raison, Integer annee) {
		Uai uai = Uai.deNumero(numero);

		Verdict verdict = this.controle.juger(fichier(systeme, uai.code(), millesime),
				Contexte.horsLigne(midi(uai, jour)));

		assertThat(raisons(verdict)).isEqualTo((raison != null) ? List.of(raison) : List.of());
		assertThat(verdict.anneeScolaire()).isEqualTo(annee);
		assertThat(verdict.millesime()).isEqualTo(millesime);
	}

	@ParameterizedTest(name = "links {1} on {3}, own STS {4}, own SIECLE {5} → {6}")
	@CsvSource(nullValues = "-",
			value = { "K06,2018,0759901,2018-07-02,2018,2017,-", "K06,2017,0759901,2018-07-02,2018,2017,-",
					"own,2018,0759901,2018-07-02,2017,2017,C17.base-suivante",
					"own,2017,0759901,2018-09-10,2018,2018,C17.base-passee", "K01,2017,9839904,2018-07-24,2018,2018,-",
					"K02,2018,9839904,2018-07-24,2018,2018,C18", "own,2017,9839904,2019-02-25,2018,2018,-" })
	void linksFollowTheYearsOfTheSchoolsOwnFilesOnceTheyAreKnown(String cas, String millesime, String numero,
			LocalDate jour, int sts, int siecle, String raison) {
		Uai uai = Uai.deNumero(numero);
		Contexte contexte = new Contexte(null, null, null, midi(uai, jour), MemoireDeTest.vues(sts, siecle));

		Verdict verdict = this.controle.juger(fichier("ELEGROUPE", uai.code(), millesime), contexte);

		assertThat(raisons(verdict)).isEqualTo((raison != null) ? List.of(raison) : List.of());
	}

	@Test
	void aSchoolThatHasNotSwitchedKeepsItsOwnYearOpen() {
		Contexte contexte = new Contexte(null, null, null, midi(new Uai(PARIS), LocalDate.of(2018, 11, 15)),
				MemoireDeTest.vues("SIECLE", 2017));

		assertThat(this.controle.juger(fichier("SIECLE", PARIS, "2017"), contexte).accepte()).isTrue();
		assertThat(this.controle.juger(fichier("SIECLE", PARIS, "2018"), contexte).accepte()).isTrue();
	}

	@Test
	void theReasonSaysTheYearOfTheFileAndTheOneExpected() {
		Verdict verdict = this.controle.juger(fichier("ELEGROUPE", NOUMEA, "2018"),
				Contexte.horsLigne(midi(new Uai(NOUMEA), LocalDate.of(2018, 7, 24))));

		assertThat(verdict.refus().get(0).valeurs()).containsEntry("a", "2018")
			.containsEntry("b", "2017")
			.containsEntry("libelle", "2018")
			.containsEntry("territoire", "Nouvelle-Calédonie");
	}

	@Test
	void aNameOfAnotherYearThanItsContentIsRefused() {
		Lu lu = LuBuilder.unSts("sts_emp_" + PARIS + "_2016.xml", PARIS, "2017").lu();

		Verdict verdict = this.controle.juger(lu, Contexte.horsLigne(midi(new Uai(PARIS), LocalDate.of(2017, 11, 15))));

		assertThat(raisons(verdict)).containsExactly("C05");
	}

	@Test
	void theContentDecidesWhenTheNameHasNoYear() {
		Lu lu = LuBuilder.unSts("sts_emp_" + PARIS + ".xml", PARIS, "2017").lu();

		Verdict verdict = this.controle.juger(lu, Contexte.horsLigne(midi(new Uai(PARIS), LocalDate.of(2017, 11, 15))));

		assertThat(verdict).isEqualTo(new Verdict("STS_EMP", PARIS, "2017", 2017, null, List.of(), false, List.of()));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-", "17", "deux mille" })
	void aFileWithoutAYearOfFourDigitsIsRefused(String annee) {
		Verdict verdict = this.controle.juger(LuBuilder.unSiecle(PARIS, annee).lu(),
				Contexte.horsLigne(midi(new Uai(PARIS), LocalDate.of(2017, 11, 15))));

		assertThat(raisons(verdict)).containsExactly("C17.illisible");
	}

	static List<String> raisons(Verdict verdict) {
		return verdict.refus()
			.stream()
			.map((refus) -> refus.code() + (refus.valeurs().getOrDefault("variante", "").isEmpty() ? ""
					: "." + refus.valeurs().get("variante")))
			.toList();
	}

	private Instant midi(Uai uai, LocalDate jour) {
		return jour.atTime(12, 0).atZone(this.calendriers.fuseau(uai)).toInstant();
	}

	private static Lu fichier(String systeme, String uai, String millesime) {
		return switch (systeme) {
			case "STS" -> LuBuilder.unSts("sts_emp_" + uai + "_" + millesime + ".xml", uai, millesime).lu();
			case "SIECLE" -> LuBuilder.unSiecle(uai, millesime).lu();
			default -> LuBuilder.unLien(uai + "ELEGROUPE" + millesime + "180724091341.xml", uai, millesime).lu();
		};
	}

}
