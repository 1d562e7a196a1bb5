package fr.passerelle.lsu;

/**
 * A school of the store in the year it works on.
 *
 * @param anneeScolaire latest year in which it has classes
 */
record Ecole(long id, String uai, Degre degre, int anneeScolaire) {
}
