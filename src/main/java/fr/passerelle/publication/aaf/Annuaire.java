package fr.passerelle.publication.aaf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the records of a parcel may name, as those read before declared it. A school is
 * hundreds, responsables are hundreds of thousands: they come in the order of their
 * numbers and are kept as such.
 */
final class Annuaire {

	private final Map<String, Etablissement> etablissements = new HashMap<>();

	private final Set<String> matieres = new HashSet<>();

	private final Set<String> mefs = new HashSet<>();

	private final Map<String, Map<String, Long>> effectifs = new TreeMap<>();

	private long[] responsables = new long[1024];

	private int nombre;

	/** Notes that this record may be named by others. */
	void declarer(String sorte, String id, String uai) {
		switch (sorte) {
			case "etablissement" -> this.etablissements.put(id, new Etablissement(uai));
			case "matiere" -> this.matieres.add(id);
			case "mef" -> this.mefs.add(id);
			case "responsable" -> ajouter(Long.parseLong(id));
			default -> {
				// Nobody names it.
			}
		}
	}

	/**
	 * Whether the parcel holds what a token names; what a school has is sought in it.
	 * @param etablissement number of the school that the record or the value is of
	 */
	boolean connait(Jeton jeton, String valeur, String etablissement) {
		return switch (jeton) {
			case ETABLISSEMENT -> this.etablissements.containsKey(valeur);
			case CLASSE -> structures(Jeton.CLASSE, etablissement).contains(valeur);
			case GROUPE -> structures(Jeton.GROUPE, etablissement).contains(valeur);
			case RESPONSABLE -> Arrays.binarySearch(this.responsables, 0, this.nombre, Long.parseLong(valeur)) >= 0;
			case MATIERE -> this.matieres.contains(valeur);
			case MEF -> this.mefs.contains(valeur);
			default -> true;
		};
	}

	/**
	 * Notes that a school has this class or group.
	 * @return whether it did not have it
	 */
	boolean declarer(Jeton jeton, String code, String etablissement) {
		return structures(jeton, etablissement).add(code);
	}

	/** Counts a person of a category in a school. */
	void compter(String etablissement, String categorie) {
		Etablissement ecole = this.etablissements.get(etablissement);
		if (ecole != null) {
			this.effectifs.computeIfAbsent(ecole.uai(), (uai) -> new TreeMap<>()).merge(categorie, 1L, Long::sum);
		}
	}

	/** How many persons of each category each school has. */
	Map<String, Map<String, Long>> effectifs() {
		return this.effectifs;
	}

	/** Codes of the schools. */
	Set<String> uais() {
		Set<String> uais = new HashSet<>();
		this.etablissements.values().forEach((etablissement) -> uais.add(etablissement.uai()));
		return uais;
	}

	private Set<String> structures(Jeton jeton, String etablissement) {
		Etablissement ecole = this.etablissements.get(etablissement);
		if (ecole == null) {
			return new HashSet<>();
		}
		return (jeton == Jeton.CLASSE) ? ecole.classes() : ecole.groupes();
	}

	private void ajouter(long id) {
		if (this.nombre == this.responsables.length) {
			this.responsables = Arrays.copyOf(this.responsables, 2 * this.nombre);
		}
		this.responsables[this.nombre++] = id;
	}

	/** A school, its classes and its groups. */
	private record Etablissement(String uai, Set<String> classes, Set<String> groupes) {

		Etablissement(String uai) {
			this(uai, new HashSet<>(), new HashSet<>());
		}

	}

}
