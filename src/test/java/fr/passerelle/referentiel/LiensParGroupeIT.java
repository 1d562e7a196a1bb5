package fr.passerelle.referentiel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import fr.passerelle.journal.CompteRendu.LiensDuGroupe;
import fr.passerelle.journal.Etat;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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
 * What a file would do to the links of a school, shown by group and origin before it is
 * confirmed (R048). Two groups of SIECLE: LATIN has three élèves, GREC one.
 */
class LiensParGroupeIT {

	private static final ReferentielDEssai ECOLE = new ReferentielDEssai();

	@BeforeEach
	void liensDeSiecle() {
		ECOLE.changer(
				"DELETE FROM echange.outbox; DELETE FROM echange.projection_due; DELETE FROM referentiel.lien_eleve_groupe; "
						+ "DELETE FROM referentiel.eleve");
		ECOLE.appliquer("SIECLE_STRUCTURES", structures("LATIN:M6", "GREC:M6", "CHINOIS:M6"));
		ECOLE.appliquer("SIECLE_ELEVES", deSiecle("1 LATIN", "2 LATIN", "3 LATIN", "4 GREC"));
	}

	@AfterAll
	static void fermer() {
		ECOLE.close();
	}

	@Test
	void theThreeLinksOfSiecleThatALinkFileWouldDeleteAreShownExactly() {
		Apercu apercu = apercu("ELEGROUPE", deFichier("4 GREC", "5 GREC", "5 CHINOIS"));

		assertThat(apercu.lignes()).filteredOn((ligne) -> "DISPARU".equals(ligne.get("operation")))
			.containsExactly(disparu("1 / LATIN", "LATIN"), disparu("2 / LATIN", "LATIN"),
					disparu("3 / LATIN", "LATIN"));
		assertThat(apercu.liens()).containsExactly(new LiensDuGroupe("CHINOIS", Map.of(), 0, 1),
				new LiensDuGroupe("GREC", Map.of(), 1, 1), new LiensDuGroupe("LATIN", Map.of("SIECLE", 3L), 0, 0));
	}

	@Test
	void aPreviewWritesNothing() {
		List<String> avant = ECOLE.ecritures();

		apercu("ELEGROUPE", deFichier("4 GREC"));

		assertThat(ECOLE.ecritures()).isEqualTo(avant);
	}

	@Test
	void theReportOfAHeldFileShowsTheSame() {
		NumeroDepot numero = ECOLE.appliquer("ELEGROUPE", deFichier("4 GREC"));

		assertThat(ECOLE.etat(numero)).isEqualTo(Etat.RETENU);
		assertThat(ECOLE.rapport(numero).liens())
			.containsExactly(new LiensDuGroupe("LATIN", Map.of("SIECLE", 3L), 0, 0));
	}

	@Test
	void aSiecleExportThatCarriesGroupsShowsTheLinksOfFilesThatItDeletes() {
		ECOLE.appliquer("ELEGROUPE", deFichier("1 LATIN", "2 LATIN", "3 LATIN", "4 GREC", "5 GREC", "6 GREC"));

		Apercu apercu = apercu("SIECLE_ELEVES", deSiecle("1 LATIN", "2 LATIN", "4 GREC", "6 LATIN"));

		assertThat(apercu.liens()).containsExactly(new LiensDuGroupe("GREC", Map.of("ELEGROUPE", 2L), 1, 0),
				new LiensDuGroupe("LATIN", Map.of("ELEGROUPE", 1L), 2, 1));
	}

	@Test
	void aLinkThatComesBackIsAddedAndOneWithOtherDatesStays() {
		ECOLE.appliquer("ELEGROUPE", deFichier("1 LATIN", "2 LATIN", "4 GREC"));

		NumeroDepot numero = ECOLE.appliquer("ELEGROUPE", liens(inscrit(id(1), "LATIN/2025-09-15"),
				inscrit(id(2), "LATIN"), inscrit(id(3), "LATIN"), inscrit(id(4), "GREC")));

		assertThat(ECOLE.rapport(numero).liens()).containsExactly(new LiensDuGroupe("LATIN", Map.of(), 2, 1));
	}

	@Test
	void anExportWithoutGroupsChangesNoLink() {
		Apercu apercu = apercu("SIECLE_ELEVES", deSiecle());

		assertThat(apercu.liens()).isEmpty();
	}

	private static Apercu apercu(String flux, String xml) {
		return ECOLE.bean(Apercus.class).apercu(ECOLE.deposer(flux, xml, null));
	}

	private static Map<String, Object> disparu(String cle, String groupe) {
		return Map.of("entite", "lien", "operation", "DISPARU", "cle", cle, "groupe", groupe, "origine", "SIECLE");
	}

	/** Six élèves, and links given as {@code ELEVE GROUPE}. */
	private static String deSiecle(String... liens) {
		StringBuilder structures = new StringBuilder();
		for (String lien : liens) {
			structures.append(
					"<STRUCTURES_ELEVE ELEVE_ID=\"%s\"><STRUCTURE><CODE_STRUCTURE>%s</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>"
						.formatted((Object[]) lien.split(" ")));
		}
		String eleves = eleves(IntStream.rangeClosed(1, 6)
			.mapToObj((numero) -> eleve(numero, "NOM" + numero, mef("M6")))
			.toArray(String[]::new));
		return eleves.replace("</ELEVES>", "</ELEVES><STRUCTURES>" + structures + "</STRUCTURES>");
	}

	private static String deFichier(String... liens) {
		Map<String, List<String>> parEleve = new TreeMap<>();
		for (String lien : liens) {
			String[] mots = lien.split(" ");
			parEleve.computeIfAbsent(mots[0], (eleve) -> new ArrayList<>()).add(mots[1]);
		}
		return liens(parEleve.entrySet()
			.stream()
			.map((eleve) -> inscrit("<ELEVE_ID>" + eleve.getKey() + "</ELEVE_ID>",
					eleve.getValue().toArray(String[]::new)))
			.toArray(String[]::new));
	}

}
