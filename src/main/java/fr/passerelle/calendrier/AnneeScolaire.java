package fr.passerelle.calendrier;

import java.time.LocalDate;

/**
 * One school year of a territory, as its calendar says it until the school's own
 * (SIECLE_COMMUNS) is known.
 *
 * @param annee the hub's key: calendar year of the élèves' rentrée
 * @param libelle what people call it: {@code 2025-2026}
 * @param rentree first day of the élèves
 * @param sortie last day of the élèves
 * @param provenance {@code officiel} or {@code prévisionnel}
 */
public record AnneeScolaire(int annee, String libelle, LocalDate rentree, LocalDate sortie, String provenance) {

	/** Whether the élèves are at school on this day, holidays included. */
	public boolean contient(LocalDate jour) {
		return !jour.isBefore(this.rentree) && !jour.isAfter(this.sortie);
	}

}
