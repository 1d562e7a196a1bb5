package fr.passerelle.controle;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ControleTest {

	private static final String A = Uai.deNumero("0759901").code();

	private static final String B = Uai.deNumero("0769901").code();

	private static final String NOM = A + "ELEGROUPE2017171010220750";

	private static final Instant INSTANT = Instant.parse("2017-11-15T10:00:00Z");

	private final Mappings mappings = new Mappings(Path.of("mappings"));

	private final Controle controle = new Controle(this.mappings, Calendriers.lire(this.mappings));

	@Test
	void aGoodLinkFileIsAcceptedWithAllThatItSays() {
		Lu lu = LuBuilder.unLien(NOM + ".zip", A, "2017").entree(NOM + ".xml").lu();

		assertThat(juger(lu)).isEqualTo(new Verdict("ELEGROUPE", A, "2017", 2017,
				LocalDateTime.of(2017, 10, 10, 22, 7, 50), List.of(), false, List.of()));
	}

	@Test
	void theMomentOfASiecleExportIsInItsHeader() {
		Lu complet = LuBuilder.unSiecle(A, "2017")
			.entete("HORODATAGE", "09/11/2017 17:34:02")
			.entete("DATE_EXPORT", "09/11/2017")
			.lu();
		Lu jour = LuBuilder.unSiecle(A, "2017").entete("DATE_EXPORT", "09/11/2017").lu();
		Lu impossible = LuBuilder.unSiecle(A, "2017").entete("DATE_EXPORT", "30/02/2018").lu();

		assertThat(juger(complet).horodatage()).isEqualTo("2017-11-09T17:34:02");
		assertThat(juger(jour).horodatage()).isEqualTo("2017-11-09T00:00:00");
		assertThat(juger(impossible).horodatage()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "export_groupes_1.xml", "ELEGROUPE2017171010220750.zip",
			"0759901EELEGROUFE2017171010220750.zip", "0759901eelegroupe2017171010220750.zip",
			"0759901EELEGROUPE2017171010220750_casTests.xml", "0759901EELEGROUPE2017171010220750.rar" })
	void aLinkFileOfAnotherNameIsRefused(String fichier) {
		assertThat(raisons(LuBuilder.unLien(fichier, A, "2017").lu())).containsExactly("ELEGROUPE_D3");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".zip", ".xml", "(1).zip", " (2).zip" })
	void aSecondCopyOfTheBrowserKeepsAGoodName(String fin) {
		Lu lu = LuBuilder.unLien(NOM + fin, A, "2017").entree(NOM + ".xml").lu();

		assertThat(raisons(lu)).isEmpty();
	}

	@Test
	void aLostDigitIsNeverRepairedAndTheLikelyReadingsAreShown() {
		String nom = "9830649NELEGROUPE201181010220750.zip";

		Verdict verdict = this.controle.juger(LuBuilder.unLien(nom, "9830649N", "2017").lu(),
				Contexte.horsLigne(Instant.parse("2018-10-11T00:00:00Z")));

		assertThat(verdict.refus()).containsExactly(Constat.de("ELEGROUPE_D3", "variante", "chiffre-perdu", "fichier",
				nom, "lectures", "millésime incomplet « 201 », exporté le 10/10/2018 22:07:50"
						+ " ; ou millésime 2011, date d'export incomplète « 81010220750 »"));
	}

	@Test
	void aNameWhoseMomentDoesNotExistIsRefused() {
		Lu lu = LuBuilder.unLien(A + "ELEGROUPE2017170230220750.xml", A, "2017").lu();

		assertThat(raisons(lu)).containsExactly("ELEGROUPE_D3.horodatage");
	}

	@Test
	void anArchiveOfAnotherNameThanItsDocumentIsRefused() {
		Lu lu = LuBuilder.unLien(NOM + ".zip", A, "2017").entree(A + "ELEGROUPE2017171010220751.xml").lu();

		assertThat(raisons(lu)).containsExactly("ELEGROUPE_D5");
	}

	@Test
	void anUnknownVersionOfLinksIsRefusedWithTheListOfKnownOnes() {
		Lu lu = LuBuilder.unLien(NOM + ".xml", A, "2017").version("1.9").lu();

		assertThat(juger(lu).refus()).containsExactly(
				Constat.de("C06", "variante", "version", "version", "1.9", "liste", "1.0, 1.1, 1.2, 1.3, 1.4"));
	}

	@Test
	void anUnknownVersionOfSiecleIsTold() {
		Verdict verdict = juger(LuBuilder.unSiecle(A, "2017").version("9.9").lu());

		assertThat(verdict.accepte()).isTrue();
		assertThat(verdict.remarques()).extracting(Constat::code).containsExactly("VERSION_INCONNUE");
	}

	@ParameterizedTest
	@CsvSource({ "0759901F,C01", "12345678,C01.illisible", "Paris,C01.illisible" })
	void aMistypedUaiIsRefused(String uai, String raison) {
		assertThat(raisons(LuBuilder.unSiecle(uai, "2017").lu())).containsExactly(raison);
	}

	@Test
	void aFileWithoutUaiIsRefused() {
		assertThat(raisons(LuBuilder.unSiecle(null, "2017").lu())).containsExactly("C01.absent");
	}

	@Test
	void aNameOfAnotherSchoolThanItsContentIsRefused() {
		Lu lu = LuBuilder.unLien(B + "ELEGROUPE2017171010220750.xml", A, "2017").lu();

		assertThat(juger(lu).refus()).containsExactly(Constat.de("C03", "uai_nom", B, "uai_xml", A));
	}

	@Test
	void aFileOfAnotherSchoolThanItsFolderIsRefused() {
		Contexte dossier = new Contexte(B, null, null, INSTANT, Memoire.VIDE);

		Verdict verdict = this.controle.juger(LuBuilder.unSiecle(A, "2017").lu(), dossier);

		assertThat(verdict.refus()).containsExactly(Constat.de("C02", "uai_fichier", A, "uai", B));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0759901e", "0759901F", "college" })
	void aFolderThatNamesNoSchoolRefusesWhatIsDroppedThere(String dossier) {
		Contexte contexte = new Contexte(dossier, null, null, INSTANT, Memoire.VIDE);

		Verdict verdict = this.controle.juger(LuBuilder.unSiecle(A, "2017").lu(), contexte);

		assertThat(verdict.refus())
			.containsExactly(Constat.de("C02", "variante", "dossier", "uai_fichier", A, "uai", dossier));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "-", "0769901Z" })
	void anAccountLearnsNothingOfTheFileOfAnotherSchool(String annonce) {
		Contexte compte = new Contexte(annonce, Set.of(B), null, INSTANT, Memoire.VIDE);

		Verdict verdict = this.controle.juger(LuBuilder.unSiecle(A, "1999").lu(), compte);

		assertThat(verdict).isEqualTo(new Verdict(null, annonce, null, null, null,
				List.of(Constat.de("C02", "variante", "compte")), false, List.of()));
	}

	@Test
	void aHubOfAListRefusesTheOtherSchools() {
		Contexte liste = new Contexte(null, null, Set.of(B), INSTANT, Memoire.VIDE);

		assertThat(AnneeControleTest.raisons(this.controle.juger(LuBuilder.unSiecle(A, "2017").lu(), liste)))
			.containsExactly("ETABLISSEMENT_NON_OUVERT");
		assertThat(this.controle.juger(LuBuilder.unSiecle(B, "2017").lu(), liste).accepte()).isTrue();
	}

	@Test
	void everyFailureIsToldTheMostUpstreamFirst() {
		Lu lu = LuBuilder.unLien("liens.zip", "0759901F", "2012").entree("liens2.xml").version("7").lu();
		Lu renomme = LuBuilder.unLien(B + "ELEGROUPE2016171010220750.xml", A, "2012").lu();

		assertThat(raisons(lu)).containsExactly("ELEGROUPE_D3", "ELEGROUPE_D5", "C06.version", "C01");
		assertThat(raisons(renomme)).containsExactly("C03", "C05", "C17.close");
	}

	@Test
	void theSisterFlowOfTheLinksIsNotTakenForThem() {
		Lu blocs = LuBuilder.unLien(NOM + ".xml", A, "2017").compte("DONNEES/PERSONNES", 1).lu();

		assertThat(raisons(blocs)).containsExactly("C04.xml-inconnu");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BEE_GEOGRAPHIQUE_", "TABLE", "lsun-bilans_" })
	void aRootThatIsNoneOfOursIsUnknown(String racine) {
		assertThat(raisons(LuBuilder.unAutre(racine).lu())).containsExactly("C04.xml-inconnu");
	}

	@ParameterizedTest
	@CsvSource({ "ONDE_ELEVES,Nom Elève;Prénom Elève; Cycle;Niveau;Classe",
			"ONDE_ELEVES,nom élève;Prénom élève;INE;Niveau;Libellé classe",
			"ONDE_RESPONSABLES,Civilité Responsable;Nom responsable;Nom d’usage élève;Prénom élève;Niveau",
			"ONDE_ENSEIGNANTS,Civilité;Nom usage;Nom;Prénom;Directeur;Classe" })
	void anExtractionOfOndeIsKnownByItsTitlesAndItsSchoolByTheFolder(String flux, String titres) {
		Lu lu = LuBuilder.unCsv(titres.split(";")).lu();

		assertThat(this.controle.juger(lu, Contexte.horsLigne(A, INSTANT)))
			.isEqualTo(new Verdict(flux, A, "2017", 2017, null, List.of(), false, List.of()));
		assertThat(raisons(lu)).containsExactly("C01.absent");
	}

	@Test
	void otherTitlesAreReadOutInTheRefusal() {
		Verdict verdict = juger(LuBuilder.unCsv("Nom élève", "Prénom élève").lu());

		assertThat(verdict).isEqualTo(
				Verdict.illisible(null, Constat.de("C04", "variante", "titres", "titres", "Nom élève, Prénom élève")));
	}

	@Test
	void aFileWithoutAYearIsRefusedWhileTheCalendarOpensNone() {
		Lu lu = LuBuilder.unCsv("Nom élève", "Niveau").lu();

		Verdict verdict = this.controle.juger(lu, Contexte.horsLigne(A, Instant.parse("2001-11-15T10:00:00Z")));

		assertThat(verdict.refus())
			.containsExactly(Constat.de("ANNEE_ABSENTE", "application", "ONDE", "territoire", "Hexagone et Corse"));
	}

	@Test
	void anEmptyFileIsRemarkedNotRefused() {
		Verdict verdict = juger(LuBuilder.unSiecle(A, "2017").compte("DONNEES/ELEVES/ELEVE", 0).lu());

		assertThat(verdict.accepte()).isTrue();
		assertThat(verdict.remarques()).containsExactly(Constat.de("C14", "objet", "aucun élève"));
	}

	@ParameterizedTest
	@CsvSource({ "2017-11-09T17:34:03,true", "2017-11-09T17:34:02,false", "2017-11-08T00:00:00,false" })
	void aFileOlderThanTheLastAppliedIsOutOfDate(LocalDateTime dernier, boolean perime) {
		Contexte contexte = new Contexte(null, null, null, INSTANT, new MemoireDeTest(Map.of(), dernier));
		Lu lu = LuBuilder.unSiecle(A, "2017").entete("HORODATAGE", "09/11/2017 17:34:02").lu();

		assertThat(this.controle.juger(lu, contexte).perime()).isEqualTo(perime);
	}

	@Test
	void oddMomentsAreRemarked() {
		Lu ancien = LuBuilder.unSiecle(A, "2017").entete("HORODATAGE", "01/06/2017 08:00:00").lu();
		Lu liens = LuBuilder.unLien(A + "ELEGROUPE2017170828220750.xml", A, "2017").lu();

		assertThat(juger(ancien).remarques()).extracting(Constat::code).containsExactly("EXPORT_HORS_PERIODE");
		assertThat(juger(liens).remarques())
			.containsExactly(Constat.de("EXPORT_AVANT_RENTREE", "date", "28/08/2017", "rentree", "04/09/2017"));
	}

	@Test
	void stsAheadOfSiecleIsNormalAndSaid() {
		Contexte contexte = new Contexte(null, null, null, Instant.parse("2018-07-02T10:00:00Z"),
				MemoireDeTest.vues("SIECLE", 2017));

		Verdict verdict = this.controle.juger(LuBuilder.unSts("sts_emp_" + A + "_2018.xml", A, "2018").lu(), contexte);

		assertThat(verdict.accepte()).isTrue();
		assertThat(verdict.remarques()).containsExactly(Constat.de("C21", "a", "2018", "b", "2017"));
	}

	private Verdict juger(Lu lu) {
		return this.controle.juger(lu, Contexte.horsLigne(INSTANT));
	}

	private List<String> raisons(Lu lu) {
		return AnneeControleTest.raisons(juger(lu));
	}

}
