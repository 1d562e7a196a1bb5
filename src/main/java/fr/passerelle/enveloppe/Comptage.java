package fr.passerelle.enveloppe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the elements near the root, by path. */
final class Comptage {

	/** Below the root: DONNEES/STRUCTURE/DIVISIONS/GROUPES/GROUPE, but not deeper. */
	private static final int NIVEAUX = 5;

	private static final int MAX_CHEMINS = 500;

	private final Noeud racine = new Noeud();

	private final Deque<Noeud> pile = new ArrayDeque<>();

	private int chemins;

	private int sautes;

	Comptage() {
		this.pile.push(this.racine);
	}

	void ouvre(String nom) {
		Noeud enfant = (this.sautes > 0 || this.pile.size() > NIVEAUX) ? null : enfant(nom);
		if (enfant == null) {
			this.sautes++;
			return;
		}
		enfant.compte++;
		this.pile.push(enfant);
	}

	void ferme() {
		if (this.sautes > 0) {
			this.sautes--;
		}
		else {
			this.pile.pop();
		}
	}

	Map<String, Long> comptes() {
		Map<String, Long> comptes = new LinkedHashMap<>();
		this.racine.verser("", comptes);
		return comptes;
	}

	private Noeud enfant(String nom) {
		Noeud enfant = this.pile.peek().enfants.get(nom);
		if (enfant == null && this.chemins < MAX_CHEMINS) {
			this.chemins++;
			enfant = new Noeud();
			this.pile.peek().enfants.put(nom, enfant);
		}
		return enfant;
	}

	private static final class Noeud {

		private final Map<String, Noeud> enfants = new LinkedHashMap<>();

		private long compte;

		private void verser(String prefixe, Map<String, Long> comptes) {
			this.enfants.forEach((nom, enfant) -> {
				comptes.put(prefixe + nom, enfant.compte);
				enfant.verser(prefixe + nom + '/', comptes);
			});
		}

	}

}
