package fr.passerelle.referentiel;

import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static fr.passerelle.referentiel.Fichiers.communs;
import static fr.passerelle.referentiel.Fichiers.eleve;
import static fr.passerelle.referentiel.Fichiers.eleves;
import static fr.passerelle.referentiel.Fichiers.id;
import static fr.passerelle.referentiel.Fichiers.identite;
import static fr.passerelle.referentiel.Fichiers.ine;
import static fr.passerelle.referentiel.Fichiers.inscrit;
import static fr.passerelle.referentiel.Fichiers.liens;
import static fr.passerelle.referentiel.Fichiers.mef;
import static fr.passerelle.referentiel.Fichiers.structures;
import static org.assertj.core.api.Assertions.assertThat;

/** From files to the référentiel and to what the school reads. */
class ElegroupeIT {

	private static final String ELEVES = eleves(eleve(11, "OZANNE", mef("M6")), eleve(12, "BELIARD", mef("M6")),
			eleve(13, "MABILLE", ""), eleve(14, "JUMEAU", mef("M6")), eleve(15, "JUMEAU", mef("M6")),
			eleve(16, "PARTI", mef("M6") + "<DATE_SORTIE>15/10/2025</DATE_SORTIE>"));

	private static final String LIENS = """
			SELECT concat_ws(' ', eleve_id, code_groupe, date_debut, date_fin, origine, disparu_le IS NULL)
			FROM referentiel.lien_eleve_groupe ORDER BY 1""";

	private final ReferentielDEssai ecole = new ReferentielDEssai();

	@AfterEach
	void fermer() {
		this.ecole.close();
	}

	@Test
	void aLinkFileWaitsForTheSchoolAndGoesOnByItself() {
		NumeroDepot liens = this.ecole.appliquer("ELEGROUPE", liens(inscrit(id(11), "G1")));
		Etat avant = this.ecole.etat(liens);
		this.ecole.appliquer("SIECLE_ELEVES", ELEVES);
		Etat avecEleves = this.ecole.etat(liens);
		this.ecole.appliquer("SIECLE_STRUCTURES", structures("G1:M6"));

		assertThat(List.of(avant, avecEleves, this.ecole.etat(liens))).containsExactly(Etat.EN_ATTENTE, Etat.EN_ATTENTE,
				Etat.DEPOSE);
	}

	@Test
	void everyPupilIsKnownByHisIdentifierOrByHisIdentity() {
		ouvrir(structures("G1:M6"), communs());

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE",
				liens(inscrit(id(11), "G1"), inscrit(ine(12), "G1"), inscrit(identite("Jumeau", "LOU"), "G1"),
						inscrit(identite("JUMEAU", "Lou"), "G1"), inscrit(id(999) + identite("INCONNU", "Zoé"), "G1"),
						inscrit("<PRENOM>Lou</PRENOM>", "G1"), inscrit(id(11), "G1")));

		assertThat(this.ecole.lire(LIENS)).containsExactly("11 G1 2025-09-01 2026-07-03 ELEGROUPE t",
				"12 G1 2025-09-01 2026-07-03 ELEGROUPE t", "14 G1 2025-09-01 2026-07-03 ELEGROUPE t");
		CompteRendu rapport = this.ecole.rapport(numero);
		assertThat(ReferentielDEssai.lignes(rapport.rejets())).containsExactly(
				"REJELEGROUPE_03 |  JUMEAU | Les inscriptions de groupe de l'élève JUMEAU Lou né le 02/03/2014 (identifiant envoyé = ) ont déjà été importées dans SCONET (élève déjà traité ou homonymes). Veuillez mettre à jour les identifiants dans votre logiciel d'emploi du temps privé.",
				"REJELEGROUPE_01 | 999 INCONNU | L'élève INCONNU Zoé né le 02/03/2014 (identifiant envoyé = 999) n'a pas été trouvé dans SCONET. Veuillez mettre à jour les identifiants dans votre logiciel d'emploi du temps privé.",
				"REJELEGROUPE_02 |  null | Problème de rejet non identifié pour l'import des liens 'élève-groupe'. Veuillez signaler ce problème.",
				"REJELEGROUPE_03 | 11 OZANNE | Les inscriptions de groupe de l'élève OZANNE Lou né le 02/03/2014 (identifiant envoyé = 11) ont déjà été importées dans SCONET (élève déjà traité ou homonymes). Veuillez mettre à jour les identifiants dans votre logiciel d'emploi du temps privé.");
		assertThat(rapport.synthese().elevesLus()).isEqualTo(7);
		assertThat(rapport.synthese().elevesAbsents()).isEqualTo(2);
		assertThat(rapport.ecarts()).containsEntry("lien", new Ecart(3, 0, 0, 0));
	}

	@Test
	void anIneThatNobodyHasStaysOutOfTheLedgerAndOfTheQueues() {
		ouvrir(structures("G1:M6"), communs());

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE",
				liens(inscrit(ine(77) + identite("SECRET", "Nom"), "G1")));

		assertThat(ReferentielDEssai.lignes(this.ecole.rapport(numero).rejets())).singleElement()
			.asString()
			.startsWith("REJELEGROUPE_01 | 990000077AA SECRET | ");
		assertThat(this.ecole.lire(
				"SELECT concat_ws(' ', nature, regle, code, identifiant, valeurs) FROM echange.anomalie WHERE numero = "
						+ numero.valeur()))
			.containsExactly("rejet REJELEGROUPE REJELEGROUPE_01 {}");
		assertThat(this.ecole.lire("SELECT corps::text || entetes FROM echange.outbox")).isNotEmpty()
			.noneMatch((corps) -> corps.contains("990000077AA") || corps.contains("SECRET"));
	}

	@Test
	void groupsAreThoseOfSiecleAndOfThePupilsFormation() {
		ouvrir(structures("G1:M6", "G5:M5", "G0"), communs());

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE", liens(inscrit(id(11), "G1", "X1", "X2"),
				inscrit(id(12), "G5", "G0", "G1", "G1"), inscrit(id(13), "G1", "X1")));

		assertThat(this.ecole.lire(LIENS)).containsExactly("11 G1 2025-09-01 2026-07-03 ELEGROUPE t",
				"12 G1 2025-09-01 2026-07-03 ELEGROUPE t");
		assertThat(ReferentielDEssai.lignes(this.ecole.rapport(numero).anomalies())).containsExactly(
				"GROUPE_A_01 | 11 OZANNE | Le groupe \"X1\" n'est pas référencé. L'inscription de l'élève dans ce groupe a été rejetée.\nLe groupe \"X2\" n'est pas référencé. L'inscription de l'élève dans ce groupe a été rejetée.",
				"GROUPE_B_02 | 12 BELIARD | Le groupe \"G5\" n'est pas rattaché au MEF (\"M6\") de l'élève. L'inscription de l'élève dans ce groupe a été rejetée.\nLe groupe \"G0\" n'est pas rattaché au MEF (\"M6\") de l'élève. L'inscription de l'élève dans ce groupe a été rejetée.",
				"GROUPE_B_01 | 13 MABILLE | L'élève non inscrit dans un MEF ne peut pas être inscrit dans un groupe. Toutes les inscriptions de groupe importées de l'élève ont été rejetées.");
		assertThat(this.ecole
			.lire("SELECT concat_ws(' ', code, identifiant, valeurs ->> 'groupe') FROM echange.anomalie WHERE numero = "
					+ numero.valeur() + " ORDER BY rang"))
			.containsExactly("GROUPE_A_01 11 X1, X2", "GROUPE_B_02 12 G5, G0", "GROUPE_B_01 13");
		this.ecole.appliquer("SIECLE_STRUCTURES", structures("G1:M6", "G5:M5", "G0", "X2:M6"));
		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.DEPOSE);
	}

	@Test
	void datesOutsideTheYearAreSetRightAtTheEdge() {
		ouvrir(structures("G1:M6", "G2:M6", "G3:M6", "G4:M6", "G5:M6"), communs());

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE",
				liens(inscrit(id(11), "G1/2025-09-01/2026-07-03", "G2/2025-08-31/2026-07-04",
						"G3/2026-07-04/2026-08-01", "G4/2025-10-02/2025-10-02", "G5/2026-01-05/2026-07-10"),
						inscrit(id(16), "G1/2025-08-01/2026-08-01")));

		assertThat(this.ecole.lire(LIENS)).containsExactly("11 G1 2025-09-01 2026-07-03 ELEGROUPE t",
				"11 G2 2025-09-01 2026-07-03 ELEGROUPE t", "11 G4 2025-09-01 2025-10-02 ELEGROUPE t",
				"11 G5 2026-01-05 2026-07-03 ELEGROUPE t", "16 G1 2025-09-01 2025-10-15 ELEGROUPE t");
		assertThat(this.ecole.rapport(numero).anomalies()).extracting((l) -> l.code() + " " + l.eleve().identifiant())
			.containsExactly("ELEGRP_A_01 11", "ELEGRP_A_02 11", "ELEGRP_A_03 11", "ELEGRP_H_01 11", "ELEGRP_A_02 16",
					"ELEGRP_A_03 16");
		assertThat(ReferentielDEssai.lignes(this.ecole.rapport(numero).anomalies())).contains(
				"ELEGRP_H_01 | 11 OZANNE | L'inscription dans le groupe \"G3\" (du 04/07/2026 au 01/08/2026) est entièrement hors de l'année scolaire (du 01/09/2025 au 03/07/2026). Elle a été rejetée.");
	}

	@Test
	void withoutCalendarNorStructureOfSiecleTheReportSaysSo() {
		this.ecole.appliquer("SIECLE_ELEVES", ELEVES);
		this.ecole.appliquer("STS_EMP",
				"<STS_EDT><DONNEES><STRUCTURE><DIVISIONS><DIVISION CODE=\"6A\"/></DIVISIONS><GROUPES><GROUPE CODE=\"G1\"><MEFS_APPARTENANCE><MEF_APPARTENANCE CODE=\"M6\"/></MEFS_APPARTENANCE></GROUPE></GROUPES></STRUCTURE></DONNEES></STS_EDT>");

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE", liens(inscrit(id(11), "G1/2020-01-01/2031-01-01")));

		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.TRAITE);
		assertThat(this.ecole.rapport(numero).informations()).extracting(CompteRendu.Ligne::code)
			.containsExactly("CALENDRIER_ABSENT", "STRUCTURE_STS");
		assertThat(this.ecole.lire(LIENS)).containsExactly("11 G1 2020-01-01 2031-01-01 ELEGROUPE t");
	}

	@Test
	void pupilsArriveStayChangeLeaveAndComeBack() {
		String etat = "SELECT concat_ws(' ', eleve_id, nom_de_famille, numero_depot, disparu_le IS NULL) FROM referentiel.eleve ORDER BY 1";
		NumeroDepot un = this.ecole.appliquer("SIECLE_ELEVES", eleves(eleve(11, "A", ""), eleve(12, "B", "")));
		NumeroDepot deux = this.ecole.appliquer("SIECLE_ELEVES", eleves(eleve(11, "A", ""), eleve(13, "C", "")));
		List<String> sansB = this.ecole.lire(etat);
		NumeroDepot trois = this.ecole.appliquer("SIECLE_ELEVES",
				eleves(eleve(11, "A", ""), eleve(12, "BIS", ""), eleve(12, "TER", ""), eleve(13, "C", "")));

		assertThat(sansB).containsExactly("11 A " + un + " t", "12 B " + deux + " f", "13 C " + deux + " t");
		assertThat(this.ecole.lire(etat)).containsExactly("11 A " + un + " t", "12 BIS " + trois + " t",
				"13 C " + deux + " t");
		assertThat(List.of(this.ecole.rapport(un), this.ecole.rapport(deux), this.ecole.rapport(trois)))
			.extracting((rapport) -> rapport.ecarts().get("eleve"))
			.containsExactly(new Ecart(2, 0, 0, 0), new Ecart(1, 0, 1, 1), new Ecart(0, 1, 2, 0));
	}

	@Test
	void aFileThatMakesTooMuchDisappearIsHeldAndChangesNothing() {
		this.ecole.appliquer("SIECLE_ELEVES", ELEVES);

		NumeroDepot numero = this.ecole.appliquer("SIECLE_ELEVES", eleves(eleve(11, "OZANNE", mef("M6"))));

		assertThat(this.ecole.etat(numero)).isEqualTo(Etat.RETENU);
		assertThat(this.ecole.lire("SELECT eleve_id FROM referentiel.eleve WHERE disparu_le IS NULL")).hasSize(6);
		assertThat(this.ecole.rapport(numero).ecarts()).containsEntry("eleve", new Ecart(0, 0, 1, 5));
	}

	@Test
	void anOlderExportIsOutOfDate() {
		NumeroDepot recent = this.ecole.deposer("SIECLE_ELEVES", ELEVES, LocalDateTime.parse("2025-10-01T10:00"));
		NumeroDepot ancien = this.ecole.deposer("SIECLE_ELEVES", eleves(eleve(11, "VIEUX", "")),
				LocalDateTime.parse("2025-10-01T09:59"));

		this.ecole.bean(FusionStep.class).appliquer(recent.toString());
		this.ecole.bean(FusionStep.class).appliquer(ancien.toString());

		assertThat(List.of(this.ecole.etat(recent), this.ecole.etat(ancien))).containsExactly(Etat.TRAITE, Etat.PERIME);
		assertThat(this.ecole.lire("SELECT nom_de_famille FROM referentiel.eleve WHERE eleve_id = '11'"))
			.containsExactly("OZANNE");
	}

	@Test
	void twoFirstDepositsOfOneSchoolAtOnceAreBothApplied() throws Exception {
		NumeroDepot un = this.ecole.deposer("SIECLE_ELEVES", ELEVES, null);
		NumeroDepot deux = this.ecole.deposer("SIECLE_ELEVES", ELEVES.replace("OZANNE", "OSANNE"), null);
		CyclicBarrier depart = new CyclicBarrier(2);
		ExecutorService fils = Executors.newFixedThreadPool(2);

		for (Future<Void> fin : fils.invokeAll(List.of(application(un, depart), application(deux, depart)))) {
			fin.get();
		}
		fils.shutdown();

		assertThat(List.of(this.ecole.etat(un), this.ecole.etat(deux))).containsOnly(Etat.TRAITE);
		assertThat(this.ecole.lire("SELECT eleve_id FROM referentiel.eleve")).hasSize(6);
	}

	private Callable<Void> application(NumeroDepot numero, CyclicBarrier depart) {
		return () -> {
			depart.await();
			this.ecole.bean(FusionStep.class).appliquer(numero.toString());
			return null;
		};
	}

	private void ouvrir(String structures, String communs) {
		this.ecole.appliquer("SIECLE_ELEVES", ELEVES);
		this.ecole.appliquer("SIECLE_STRUCTURES", structures);
		this.ecole.appliquer("SIECLE_COMMUNS", communs);
	}

}
