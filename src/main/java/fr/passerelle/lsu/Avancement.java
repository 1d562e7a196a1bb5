package fr.passerelle.lsu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far a run is, in units, step by step (R7). */
final class Avancement {

	private final Map<String, Integer> unites;

	private final Map<String, Integer> faites = new HashMap<>();

	private List<Integer> rangs = List.of();

	Avancement(Map<String, Integer> unites) {
		this.unites = Map.copyOf(unites);
	}

	int total() {
		return somme(this.unites);
	}

	int faites() {
		return somme(this.faites);
	}

	/** Places in the work list of the élèves there is something to do for. */
	List<Integer> rangs() {
		return this.rangs;
	}

	/** The units of a step that are not in the work list are done: nothing changed. */
	void aFaire(String etape, List<Integer> rangs) {
		this.rangs = List.copyOf(rangs);
		avancer(etape, Math.max(0, this.unites.getOrDefault(etape, 0) - rangs.size()));
	}

	void avancer(String etape, int unites) {
		this.faites.merge(etape, unites, Integer::sum);
	}

	void finir(String etape) {
		this.faites.put(etape, this.unites.getOrDefault(etape, 0));
	}

	private static int somme(Map<String, Integer> parEtape) {
		return parEtape.values().stream().mapToInt(Integer::intValue).sum();
	}

}
