package fr.passerelle.generateur;

import java.time.LocalDate;

/**
 * An invented élève of a collège.
 *
 * @param rang rank in the school, from 0
 * @param id ELEVE_ID, one for the whole académie
 * @param identite names, birth and INE
 * @param division its class
 * @param secondeDivision a second class, for a rare few, or null
 * @param regime CODE_REGIME
 * @param entree DATE_ENTREE, or null
 * @param sortie DATE_SORTIE of an élève who left, or null
 * @param moitie half of the division, 0 or 1
 * @param langue language group, 0 or 1
 * @param latin takes Latin
 * @param aide is helped in French
 * @param avecMef has a CODE_MEF
 */
record Eleve(int rang, long id, Identite identite, Division division, Division secondeDivision, String regime,
		LocalDate entree, LocalDate sortie, int moitie, int langue, boolean latin, boolean aide, boolean avecMef) {

	Niveau niveau() {
		return this.division.niveau();
	}

	boolean parti() {
		return this.sortie != null;
	}

	/** ID_ELEVE_ETAB asks for ELENOET on five digits: beyond, the school has none. */
	String elenoet() {
		return (this.rang < 99_999) ? Integer.toString(this.rang + 1) : null;
	}

	/**
	 * Who an élève is.
	 *
	 * @param nom family name
	 * @param nomUsage usage name, empty for most
	 * @param prenom first name
	 * @param fille girl or boy
	 * @param naissance birth date
	 * @param ine INE, or null
	 */
	record Identite(String nom, String nomUsage, String prenom, boolean fille, LocalDate naissance, String ine) {

		String sexe() {
			return this.fille ? "2" : "1";
		}

	}

}
