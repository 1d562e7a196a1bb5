package fr.passerelle.generateur;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One or two neighbouring divisions and their groups: the fifty élèves or so that are
 * looked at together, made when they are first asked for.
 */
final class Bloc {

	private final List<Division> divisions;

	private final List<Groupe> groupes;

	private final List<Integer> debuts;

	private final Population population;

	private List<Eleve> eleves;

	/**
	 * {@code debuts}: rank of the first élève of each division, then of the next block.
	 */
	Bloc(List<Division> divisions, List<Integer> debuts, Population population) {
		this.divisions = List.copyOf(divisions);
		this.groupes = List.copyOf(Groupement.de(divisions));
		this.debuts = List.copyOf(debuts);
		this.population = population;
	}

	List<Division> divisions() {
		return this.divisions;
	}

	List<Groupe> groupes() {
		return this.groupes;
	}

	Stream<Eleve> eleves() {
		if (this.eleves == null) {
			this.eleves = IntStream.range(this.debuts.get(0), this.debuts.get(this.divisions.size()))
				.filter(this.population::estPresent)
				.mapToObj(this::eleve)
				.toList();
		}
		return this.eleves.stream();
	}

	/** The groups of an élève; none for one who left or has no MEF. */
	List<Groupe> groupes(Eleve eleve) {
		if (eleve.parti() || !eleve.avecMef()) {
			return List.of();
		}
		return groupesPossibles(eleve);
	}

	/** The groups an élève would be in if it had a MEF. */
	List<Groupe> groupesPossibles(Eleve eleve) {
		return this.groupes.stream().filter((groupe) -> groupe.accueille(eleve)).toList();
	}

	long effectif(Division division) {
		return eleves().filter((eleve) -> !eleve.parti() && eleve.division().equals(division)).count();
	}

	/** How many élèves of this division are in this group. */
	long effectif(Groupe groupe, Division division) {
		return eleves()
			.filter((eleve) -> !eleve.parti() && eleve.avecMef() && eleve.division().equals(division)
					&& groupe.accueille(eleve))
			.count();
	}

	private Eleve eleve(int rang) {
		int place = (this.divisions.size() > 1 && rang >= this.debuts.get(1)) ? 1 : 0;
		Division voisine = (this.divisions.size() > 1) ? this.divisions.get(1 - place) : null;
		return this.population.eleve(rang, this.divisions.get(place), voisine);
	}

}
