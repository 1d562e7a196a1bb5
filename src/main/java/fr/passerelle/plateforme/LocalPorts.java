package fr.passerelle.plateforme;

/** The ports the embedded services listen on this time. */
record LocalPorts(int postgresql, int artemis) {
}
