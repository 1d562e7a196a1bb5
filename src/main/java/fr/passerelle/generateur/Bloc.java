package fr.passerelle.generateur;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One or two neighbouring divisions and their groups: the fifty élèves or so that are
 * looked at together.
 *
 * @param divisions one or two
 * @param groupes every group of theirs
 * @param debuts rank of the first élève of each division, then of the next block
 * @param population where the élèves come from
 */
record Bloc(List<Division> divisions, List<Groupe> groupes, List<Integer> debuts, Population population) {

	Bloc {
		divisions = List.copyOf(divisions);
		groupes = List.copyOf(groupes);
		debuts = List.copyOf(debuts);
	}

	Stream<Eleve> eleves() {
		return IntStream.range(this.debuts.get(0), this.debuts.get(this.divisions.size()))
			.filter(this.population::estPresent)
			.mapToObj(this::eleve);
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

	long effectif(Groupe groupe, Division division) {
		return eleves().filter((eleve) -> eleve.division().equals(division) && groupes(eleve).contains(groupe)).count();
	}

	private Eleve eleve(int rang) {
		int place = (this.divisions.size() > 1 && rang >= this.debuts.get(1)) ? 1 : 0;
		Division voisine = (this.divisions.size() > 1) ? this.divisions.get(1 - place) : null;
		return this.population.eleve(rang, this.divisions.get(place), voisine);
	}

}
