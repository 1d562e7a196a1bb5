package fr.passerelle.generateur;

import java.time.LocalDate;

import fr.passerelle.generateur.Tirage.Sujet;

/**
 * The élèves of a school, each made on demand from its rank: no list of them is ever
 * held.
 */
final class Population {

	private static final String CLES = "ABCDEFGHJKLMNPRSTUVWXYZ";

	private final Etablissement etablissement;

	private final Foyers foyers;

	private final Tirage tirage;

	private final Evolution evolution;

	private final Semis semis;

	Population(Etablissement etablissement, Foyers foyers, Semis semis) {
		this.etablissement = etablissement;
		this.foyers = foyers;
		this.tirage = etablissement.tirage();
		this.semis = semis;
		this.evolution = new Evolution(etablissement, foyers, semis);
	}

	boolean estPresent(int rang) {
		return !this.evolution.estDisparu(rang);
	}

	/** An élève of a collège. */
	Eleve eleve(int rang, Division inscrite, Division voisine) {
		boolean passe = voisine != null && this.evolution.changeDeDivision(rang);
		Division division = passe ? voisine : inscrite;
		Division autre = passe ? inscrite : voisine;
		Niveau niveau = division.niveau();
		return new Eleve(rang, this.etablissement.premierId() + rang, identite(rang, niveau.age()), division,
				parmi(Sujet.DEUX_DIVISIONS, rang, 50) ? autre : null, regime(rang, voisine == null),
				entree(rang, niveau), sortie(rang), rang % 2, parmi(Sujet.LANGUE, rang, 3300) ? 1 : 0,
				parmi(Sujet.LATIN, rang, 2500), parmi(Sujet.AIDE, rang, 1500),
				this.semis.faute(rang) != Faute.SANS_MEF);
	}

	/** Who the élève of this rank is, its age on time being this. */
	Eleve.Identite identite(int rang, int age) {
		int prenom = this.foyers.prenom(rang);
		int foyer = this.foyers.foyer(rang);
		String nom = this.foyers.nom(foyer) + (this.evolution.changeDeNom(rang) ? "-" + ailleurs(foyer) : "");
		boolean usage = this.tirage.chance(Sujet.NOM_USAGE, rang, 300) != this.evolution.changeDeNomUsage(rang);
		return new Eleve.Identite(nom, usage ? nom + " " + ailleurs(foyer) : "", Lexique.prenom(prenom),
				prenom % 2 == 0, naissance(rang, age), ine(rang));
	}

	private String ailleurs(int foyer) {
		return this.foyers.autreNom(foyer + 1);
	}

	private LocalDate naissance(int rang, int age) {
		int retard = this.tirage.chance(Sujet.NAISSANCE, rang, 500) ? 1 : 0;
		int annee = this.etablissement.annee().valeur() - age - retard;
		return LocalDate.ofYearDay(annee, 1 + this.tirage.parmi(Sujet.NAISSANCE, -1L - rang, 365));
	}

	/**
	 * Nine digits, n, and two letters of our own: n mod 23, then n div 23 mod 23, over
	 * the alphabet of the UAI. One élève in a hundred has none.
	 */
	private String ine(int rang) {
		if (parmi(Sujet.INE, rang, 100)) {
			return null;
		}
		long n = (this.etablissement.premierId() + rang) * 370_248_451L % 1_000_000_000L;
		return Chiffres.sur(9, n) + CLES.charAt((int) (n % 23)) + CLES.charAt((int) (n / 23 % 23));
	}

	private String regime(int rang, boolean seuleDivision) {
		boolean change = this.evolution.changeDeRegime(rang) || seuleDivision && this.evolution.changeDeDivision(rang);
		int tire = this.tirage.parmi(Sujet.REGIME, rang, 10);
		return change ? "29" : (tire < 5) ? "24" : (tire < 8) ? "0" : (tire < 9) ? "25" : "21";
	}

	private LocalDate entree(int rang, Niveau niveau) {
		Annee annee = this.etablissement.annee();
		if (parmi(Sujet.ENTREE, rang, 300)) {
			return annee.rentree().plusDays(1 + rang % 7);
		}
		return annee.territoire().rentree(annee.valeur() - niveau.ordinal());
	}

	/** Those who left did so before the exports. */
	private LocalDate sortie(int rang) {
		return parmi(Sujet.SORTIE, rang, 100) ? this.etablissement.annee().rentree().plusDays(2 + rang % 7) : null;
	}

	/** A draw that spares the élèves an anomaly is sown on: each has that one only. */
	private boolean parmi(Sujet sujet, int rang, int surDixMille) {
		return this.semis.faute(rang) == null && this.tirage.chance(sujet, rang, surDixMille);
	}

}
