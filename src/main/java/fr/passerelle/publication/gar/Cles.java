package fr.passerelle.publication.gar;

import java.util.Arrays;

/**
 * Keys of links, two numbers in one: an académie has some millions of them, which as
 * texts would not be held in memory.
 */
final class Cles {

	private long[] valeurs = new long[1024];

	private int taille;

	static long cle(int un, int autre) {
		return ((long) un << 32) | autre;
	}

	void ajouter(int un, int autre) {
		if (this.taille == this.valeurs.length) {
			this.valeurs = Arrays.copyOf(this.valeurs, this.taille * 2);
		}
		this.valeurs[this.taille++] = cle(un, autre);
	}

	/** How many are there once more than once. */
	long repetees() {
		Arrays.sort(this.valeurs, 0, this.taille);
		long repetees = 0;
		for (int rang = 1; rang < this.taille; rang++) {
			repetees += (this.valeurs[rang] == this.valeurs[rang - 1]) ? 1 : 0;
		}
		return repetees;
	}

}
