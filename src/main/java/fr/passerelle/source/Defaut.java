package fr.passerelle.source;

/**
 * A bad row or value; the document goes on.
 *
 * @param absent true: a required value is missing and the row is set aside; false: the
 * value does not have the form it should, and is left out
 * @param champ the value, as the source names it
 * @param ligne line of the document
 */
public record Defaut(String table, String champ, boolean absent, boolean ligneEcartee, int ligne) {
}
