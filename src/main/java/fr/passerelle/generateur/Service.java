package fr.passerelle.generateur;

import java.util.List;
import java.util.stream.Stream;

/**
 * A subject taught to a division or a group.
 *
 * @param matiere what
 * @param modalite CG, or CO when two teachers work together
 * @param agents none, one or two teachers
 */
record Service(Matiere matiere, String modalite, List<Equipe.Agent> agents) {

	Service {
		agents = List.copyOf(agents);
	}

	boolean coEnseignement() {
		return "CO".equals(this.modalite);
	}

	/** The services of a division: some without a teacher, some given to a BMP. */
	static List<Service> de(Division division, Equipe equipe) {
		return Stream.of(Matiere.values())
			.filter((matiere) -> matiere.enDivision)
			.map((matiere) -> de(matiere, division, equipe))
			.toList();
	}

	/** The one service of a group. */
	static Service de(Groupe groupe, Equipe equipe) {
		return simple(groupe.matiere(), groupe.divisions().get(0), equipe);
	}

	private static Service de(Matiere matiere, Division division, Equipe equipe) {
		if (matiere == Matiere.MUSIQUE && division.ordre() % 7 == 3) {
			return new Service(matiere, "CG", List.of());
		}
		if (matiere == Matiere.EPS && division.ordre() % 9 == 4) {
			return new Service(matiere, "CG", List.of(Equipe.BMP_EPS));
		}
		if (matiere == Matiere.TECHNOLOGIE && division.niveau() == Niveau.SIXIEME) {
			return new Service(matiere, "CO",
					List.of(equipe.enseignant(matiere, division), equipe.enseignant(Matiere.SVT, division)));
		}
		return simple(matiere, division, equipe);
	}

	private static Service simple(Matiere matiere, Division division, Equipe equipe) {
		return new Service(matiere, "CG", List.of(equipe.enseignant(matiere, division)));
	}

}
