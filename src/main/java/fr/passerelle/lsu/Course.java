package fr.passerelle.lsu;

/**
 * A run in our hands.
 *
 * @param jeton the token to commit with
 */
record Course(long id, Ecole ecole, long jeton) {

	String uai() {
		return this.ecole.uai();
	}

}
