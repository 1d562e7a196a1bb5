package fr.passerelle.rapport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.passerelle.journal.CompteRendu;

/**
 * One of the two tables of a report. Its counter counts rows: one per élève, whatever the
 * number of its anomalies (elegroupe.md §7).
 */
record RapportSection(String id, String titre, String compteur, List<LigneEleve> lignes) {

	static RapportSection de(String id, String titre, String phrase, boolean liens, List<CompteRendu.Ligne> anomalies) {
		Map<Object, List<CompteRendu.Ligne>> parEleve = new LinkedHashMap<>();
		for (CompteRendu.Ligne anomalie : (anomalies != null) ? anomalies : List.<CompteRendu.Ligne>of()) {
			parEleve.computeIfAbsent(cle(anomalie), (cle) -> new ArrayList<>()).add(anomalie);
		}
		List<LigneEleve> lignes = parEleve.values().stream().map((groupe) -> LigneEleve.de(groupe, liens)).toList();
		return new RapportSection(id, titre, phrase + lignes.size(), lignes);
	}

	/** An anomaly that is about nobody has a row of its own. */
	private static Object cle(CompteRendu.Ligne anomalie) {
		CompteRendu.Eleve eleve = anomalie.eleve();
		return (eleve != null && eleve.identifiant() != null) ? eleve.identifiant() : new Object();
	}

}
