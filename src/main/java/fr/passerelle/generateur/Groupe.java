package fr.passerelle.generateur;

import java.util.List;

/**
 * A teaching group: half of a division, or élèves of one or two divisions.
 *
 * @param code its code, often longer than the eight characters of the first schema
 * @param libelle its label, empty for some
 * @param matiere what is taught there
 * @param divisions where its élèves come from
 * @param place which élèves it takes
 */
record Groupe(String code, String libelle, Matiere matiere, List<Division> divisions, Place place) {

	Groupe {
		divisions = List.copyOf(divisions);
	}

	Niveau niveau() {
		return this.divisions.get(0).niveau();
	}

	boolean accueille(Eleve eleve) {
		return this.divisions.contains(eleve.division()) && this.place.convient(eleve);
	}

	/** The kinds of groups, each with the élèves that belong there. */
	enum Place {

		PREMIERE_MOITIE, SECONDE_MOITIE, PREMIERE_LANGUE, SECONDE_LANGUE, LATIN, AIDE;

		boolean convient(Eleve eleve) {
			return switch (this) {
				case PREMIERE_MOITIE -> eleve.moitie() == 0;
				case SECONDE_MOITIE -> eleve.moitie() == 1;
				case PREMIERE_LANGUE -> eleve.langue() == 0;
				case SECONDE_LANGUE -> eleve.langue() == 1;
				case LATIN -> eleve.latin();
				case AIDE -> eleve.aide();
			};
		}

	}

}
