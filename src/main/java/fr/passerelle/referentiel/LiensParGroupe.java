package fr.passerelle.referentiel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.passerelle.journal.CompteRendu.LiensDuGroupe;

/**
 * Counts what becomes of the links of each group (R048), from the operations of a merge
 * that says {@code -- par: groupe}. A link without an origin was not there before.
 */
final class LiensParGroupe {

	private static final String DISPARU = "DISPARU";

	/** What is counted of one group. */
	private static final class Compte {

		private final Map<String, Long> supprimes = new TreeMap<>();

		private long conserves;

		private long ajoutes;

	}

	private final Map<String, Compte> groupes = new TreeMap<>();

	void compter(String operation, String groupe, String origine, long nombre) {
		Compte compte = this.groupes.computeIfAbsent(groupe, (code) -> new Compte());
		if (operation.equals(DISPARU)) {
			compte.supprimes.merge(origine, nombre, Long::sum);
		}
		else if (origine != null) {
			compte.conserves += nombre;
		}
		else {
			compte.ajoutes += nombre;
		}
	}

	/** The groups some links of which go or come, by code. */
	List<LiensDuGroupe> changes() {
		return this.groupes.entrySet()
			.stream()
			.map((groupe) -> new LiensDuGroupe(groupe.getKey(), groupe.getValue().supprimes,
					groupe.getValue().conserves, groupe.getValue().ajoutes))
			.filter((liens) -> !liens.supprimes().isEmpty() || liens.ajoutes() > 0)
			.toList();
	}

}
