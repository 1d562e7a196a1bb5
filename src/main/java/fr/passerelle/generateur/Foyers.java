package fr.passerelle.generateur;

import fr.passerelle.generateur.Tirage.Sujet;

/**
 * Families: one élève of six in the first half of a school has a brother or sister in the
 * second half. No two élèves of an école of less than a hundred thousand are homonyms.
 */
final class Foyers {

	/** Prime to the number of pairs, so that ranks are spread over all of them. */
	private static final long PAS = 7919;

	private final Tirage tirage;

	private final int moitie;

	private final int decalage;

	Foyers(Etablissement etablissement) {
		this.tirage = etablissement.tirage();
		this.moitie = etablissement.effectif() / 2;
		this.decalage = this.tirage.parmi(Sujet.NOM, 0, Lexique.NOMS.size() * Lexique.PRENOMS);
	}

	/** The family of an élève: the rank of its eldest. */
	int foyer(int eleve) {
		return (estCadet(eleve)) ? eleve - this.moitie : eleve;
	}

	boolean estCadet(int eleve) {
		return eleve >= this.moitie && eleve < 2 * this.moitie && (eleve - this.moitie) % 6 == 0;
	}

	boolean estFratrie(int foyer) {
		return foyer < this.moitie && foyer % 6 == 0;
	}

	/** The brother or sister that belongs to the family of this eldest. */
	int cadet(int foyer) {
		return foyer + this.moitie;
	}

	/** Brothers and sisters have a double name that no other family of the school has. */
	String nom(int foyer) {
		String nom = Lexique.NOMS.get(paire(foyer) % Lexique.NOMS.size());
		return estFratrie(foyer) ? nom + "-" + autreNom(foyer) : nom;
	}

	/** Name of the other parent. */
	String autreNom(int foyer) {
		return Lexique.NOMS.get((paire(foyer) / Lexique.NOMS.size() + 100) % Lexique.NOMS.size());
	}

	/** Rank of the first name, even for girls. */
	int prenom(int eleve) {
		int aine = paire(foyer(eleve)) / Lexique.NOMS.size();
		int ecart = estCadet(eleve) ? 1 + this.tirage.parmi(Sujet.FOYER, eleve, Lexique.PRENOMS - 1) : 0;
		return (aine + ecart) % Lexique.PRENOMS;
	}

	Adresse adresse(int foyer, int menage) {
		long rang = 2L * foyer + menage;
		int commune = this.tirage.parmi(Sujet.COMMUNE, rang, Lexique.COMMUNES.size());
		int rue = this.tirage.parmi(Sujet.ADRESSE, rang, Lexique.RUES.size());
		return new Adresse(1 + this.tirage.parmi(Sujet.PERSONNE, rang, 180) + " " + Lexique.RUES.get(rue), commune);
	}

	Menage menage(int foyer) {
		int tire = this.tirage.parmi(Sujet.FOYER, -1L - foyer, 100);
		return (tire < 12) ? Menage.SEUL : (tire < 30) ? Menage.SEPARE : Menage.ENSEMBLE;
	}

	private int paire(int foyer) {
		return (int) ((foyer * PAS + this.decalage) % (Lexique.NOMS.size() * Lexique.PRENOMS));
	}

	/** How the two persons of a family live; the second of a lone parent is a contact. */
	enum Menage {

		ENSEMBLE, SEPARE, SEUL

	}

	/**
	 * Where one lives.
	 *
	 * @param ligne number and street
	 * @param rangCommune rank of the town in the list
	 */
	record Adresse(String ligne, int rangCommune) {

		String commune() {
			return Lexique.COMMUNES.get(this.rangCommune);
		}

		/** Postal codes that begin with 99 do not exist. */
		String codePostal() {
			return "99" + Chiffres.sur(3, this.rangCommune + 1);
		}

	}

}
