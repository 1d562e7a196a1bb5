package fr.passerelle.generateur;

import fr.passerelle.generateur.Tirage.Sujet;

/** What has changed in the files of a month later: the same élèves for the same seed. */
final class Evolution {

	private static final int CYCLE = 10_000;

	/** Prime, to spread the changes evenly over the ranks. */
	private static final long PAS = 6197;

	private final Tirage tirage;

	private final Foyers foyers;

	private final Semis semis;

	/** An école has no régime and its classes come from the ages: names only change. */
	private final int genres;

	private final double surDixMille;

	private final double departsSurDixMille;

	Evolution(Etablissement etablissement, Foyers foyers, Semis semis) {
		this.tirage = etablissement.tirage();
		this.foyers = foyers;
		this.semis = semis;
		this.genres = (etablissement.nature() == Etablissement.Nature.ECOLE) ? 2 : 4;
		this.surDixMille = etablissement.reglages().evolution() * 100;
		this.departsSurDixMille = etablissement.reglages().departs() * 100;
	}

	boolean changeDeNom(int rang) {
		return change(rang, 0);
	}

	boolean changeDeNomUsage(int rang) {
		return change(rang, 1);
	}

	boolean changeDeDivision(int rang) {
		return change(rang, 2);
	}

	boolean changeDeRegime(int rang) {
		return change(rang, 3);
	}

	/** Families are kept whole, so that no parent is left without a child. */
	boolean estDisparu(int rang) {
		return libre(rang) && !this.foyers.estCadet(rang) && !this.foyers.estFratrie(rang)
				&& place(Sujet.DEPART, rang) < this.departsSurDixMille * 6 / 5;
	}

	private boolean change(int rang, int genre) {
		return libre(rang) && place(Sujet.EVOLUTION, rang) < this.surDixMille
				&& this.tirage.parmi(Sujet.GENRE_EVOLUTION, rang, this.genres) == genre;
	}

	private boolean libre(int rang) {
		return this.semis.faute(rang) == null;
	}

	private long place(Sujet sujet, int rang) {
		return (rang * PAS + this.tirage.parmi(sujet, -1, CYCLE)) % CYCLE;
	}

}
