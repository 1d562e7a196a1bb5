package fr.passerelle.generateur;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import fr.passerelle.generateur.Tirage.Sujet;

/**
 * An école: élèves from the youngest to the eldest, cut in classes of some 24, hence with
 * classes of two levels.
 */
final class Ecole {

	private static final String[] NIVEAUX = { "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2" };

	private static final String[] CYCLES = { "MATERNELLE", "MATERNELLE", "MATERNELLE", "CYCLE II", "CYCLE II",
			"CYCLE II", "CYCLE III", "CYCLE III" };

	private static final double PAR_CLASSE = 24.0;

	private final Etablissement etablissement;

	private final Foyers foyers;

	private final Population population;

	Ecole(Etablissement etablissement) {
		this.etablissement = etablissement;
		this.foyers = new Foyers(etablissement);
		this.population = new Population(etablissement, this.foyers, new Semis(etablissement));
	}

	Foyers foyers() {
		return this.foyers;
	}

	Stream<Ecolier> ecoliers() {
		return IntStream.range(0, this.etablissement.effectif())
			.filter(this.population::estPresent)
			.mapToObj(this::ecolier);
	}

	Ecolier ecolier(int rang) {
		int niveau = niveau(rang);
		return new Ecolier(rang, this.population.identite(rang, niveau + 3), CYCLES[niveau], NIVEAUX[niveau],
				classe(classeDe(rang)));
	}

	int classes() {
		return (int) Math.max(1, Math.round(this.etablissement.effectif() / PAR_CLASSE));
	}

	/** Label and identifier of a class: no two classes share either. */
	Classe classe(int rang) {
		int debut = debut(rang);
		int fin = debut(rang + 1) - 1;
		String niveaux = NIVEAUX[niveau(debut)] + ((niveau(fin) > niveau(debut)) ? "-" + NIVEAUX[niveau(fin)] : "");
		return new Classe(niveaux + " " + Chiffres.sur(2, rang + 1),
				Long.toString(7_000_000L + this.etablissement.rang() * 1000L + rang));
	}

	/** One teacher per class, and a second one in one class of six. */
	int enseignants() {
		return classes() + classes() / 6;
	}

	int classeDeLEnseignant(int enseignant) {
		return (enseignant < classes()) ? enseignant : 6 * (enseignant - classes());
	}

	/** A teacher; the first one is the head of the école. */
	Eleve.Identite enseignant(int rang) {
		int prenom = 2 * this.etablissement.tirage().parmi(Sujet.PERSONNEL, rang, Lexique.PRENOMS / 2) + rang % 2;
		int nom = this.etablissement.tirage().parmi(Sujet.PERSONNEL, -1, Lexique.NOMS.size()) + 3 * rang;
		return new Eleve.Identite(Lexique.NOMS.get(nom % Lexique.NOMS.size()), "", Lexique.prenom(prenom),
				prenom % 2 == 0, null, null);
	}

	private int classeDe(int rang) {
		return (int) ((long) rang * classes() / this.etablissement.effectif());
	}

	private int debut(int classe) {
		return (int) (((long) classe * this.etablissement.effectif() + classes() - 1) / classes());
	}

	private int niveau(int rang) {
		return (int) ((long) rang * NIVEAUX.length / this.etablissement.effectif());
	}

	/**
	 * A class.
	 *
	 * @param libelle its label
	 * @param identifiant its number in ONDE
	 */
	record Classe(String libelle, String identifiant) {
	}

	/**
	 * An élève of an école.
	 *
	 * @param rang rank in the école
	 * @param identite who it is
	 * @param cycle MATERNELLE, CYCLE II or CYCLE III
	 * @param niveau its level
	 * @param classe its class
	 */
	record Ecolier(int rang, Eleve.Identite identite, String cycle, String niveau, Classe classe) {
	}

}
