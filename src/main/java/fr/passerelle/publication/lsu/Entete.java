package fr.passerelle.publication.lsu;

/**
 * What a document says of itself.
 *
 * @param version its {@code schemaVersion}
 */
record Entete(String etablissement, String degre, String version, long bilans) {
}
