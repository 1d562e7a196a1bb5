package fr.passerelle.referentiel;

import java.util.List;
import java.util.Map;

import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.CompteRendu.LiensDuGroupe;
import fr.passerelle.journal.CompteRendu.Ligne;
import fr.passerelle.journal.Prerequis;

/**
 * What applying a deposit did, or would do.
 *
 * @param lus élèves of the file, null where the flow has none
 * @param absents élèves of the year that the file does not hold
 * @param liens the links to groups that change, by group
 * @param prerequis what was missing, when it could not be applied
 */
record Bilan(Map<String, Ecart> ecarts, Long lus, Long absents, List<Trouvaille> trouvailles, List<LiensDuGroupe> liens,
		List<Prerequis> prerequis) {

	/** One line of the report, with what the ledger and the queues may know of it. */
	record Trouvaille(Ligne ligne, boolean rejetEntier, String file, Map<String, String> valeurs) {
	}

	static Bilan vide(List<Prerequis> prerequis) {
		return new Bilan(Map.of(), null, null, List.of(), List.of(), prerequis);
	}

	boolean aDesAnomalies() {
		return this.trouvailles.stream().anyMatch((t) -> !t.ligne().gravite().equals("information"));
	}

}
