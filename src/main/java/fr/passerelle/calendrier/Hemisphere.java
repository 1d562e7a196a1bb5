package fr.passerelle.calendrier;

/** Shape of the school year: from August or September, or from February. */
public enum Hemisphere {

	NORD, AUSTRAL

}
