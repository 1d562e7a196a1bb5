package fr.passerelle.referentiel;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

/**
 * What applying a deposit does that no file and no report shows; the rest is in jeux/.
 */
class ApplicationIT {

	private static final String ELEVES = eleves(eleve(11, "OZANNE", mef("M6")), eleve(12, "BELIARD", mef("M6")),
			eleve(13, "MABILLE", ""), eleve(14, "JUMEAU", mef("M6")), eleve(15, "JUMEAU", mef("M6")),
			eleve(16, "PARTI", mef("M6") + "<DATE_SORTIE>15/10/2025</DATE_SORTIE>"));

	private final ReferentielDEssai ecole = new ReferentielDEssai();

	@AfterEach
	void fermer() {
		this.ecole.close();
	}

	@Test
	void theLedgerKeepsIdentifiersAndCodesOfGroups() {
		ouvrir(structures("G1:M6", "G5:M5", "G0"), communs());

		NumeroDepot numero = this.ecole.appliquer("ELEGROUPE", liens(inscrit(id(11), "G1", "X1", "X2"),
				inscrit(id(12), "G5", "G0", "G1", "G1"), inscrit(id(13), "G1", "X1")));

		assertThat(this.ecole
			.lire("SELECT concat_ws(' ', code, identifiant, valeurs ->> 'groupe') FROM echange.anomalie WHERE numero = "
					+ numero.valeur() + " ORDER BY rang"))
			.containsExactly("GROUPE_A_01 11 X1, X2", "GROUPE_B_02 12 G5, G0", "GROUPE_B_01 13");
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

	@Test
	void aPreviewNamesEachTeacherByTypeAndIdentifierAndWritesNothing() {
		String sts = """
				<STS_EDT><DONNEES><INDIVIDUS>
				<INDIVIDU ID="101" TYPE="epp"><NOM_USAGE>OZANNE</NOM_USAGE></INDIVIDU>
				<INDIVIDU ID="101" TYPE="local"><NOM_USAGE>BELIARD</NOM_USAGE></INDIVIDU>
				<INDIVIDU ID="900" TYPE="epp"><NOM_USAGE>BMP 6A</NOM_USAGE></INDIVIDU>
				</INDIVIDUS><STRUCTURE><DIVISIONS><DIVISION CODE="6A"/></DIVISIONS></STRUCTURE></DONNEES></STS_EDT>""";
		NumeroDepot numero = this.ecole.deposer("STS_EMP", sts, null);

		assertThat(this.ecole.bean(Apercus.class).apercu(numero).lignes())
			.filteredOn((ligne) -> ligne.get("entite").equals("enseignant"))
			.containsExactly(Map.of("entite", "enseignant", "operation", "INSERT", "cle", "epp / 101"),
					Map.of("entite", "enseignant", "operation", "INSERT", "cle", "local / 101"));
		assertThat(this.ecole.lire("SELECT enseignant_id FROM referentiel.enseignant")).isEmpty();
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
