package fr.passerelle.generateur;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fr.passerelle.generateur.Groupe.Place;

/** Makes the groups of one or two divisions, with codes as varied as the real ones. */
final class Groupement {

	private Groupement() {
	}

	static List<Groupe> de(List<Division> divisions) {
		List<Groupe> groupes = new ArrayList<>();
		divisions.forEach((division) -> ajouterMoities(groupes, division));
		if (divisions.get(0).niveau() == Niveau.SIXIEME) {
			ajouterAnglais(groupes, divisions);
		}
		else {
			ajouterLangues(groupes, divisions);
		}
		Niveau niveau = divisions.get(0).niveau();
		groupes.add(new Groupe(niveau.formation + " Aide Fr." + lettres(divisions), "", Matiere.FRANCAIS, divisions,
				Place.AIDE));
		return groupes;
	}

	private static void ajouterMoities(List<Groupe> groupes, Division division) {
		String racine = division.niveau().chiffre + division.lettres() + "SVTGR";
		String libelle = "SVT " + division.code() + " GR ";
		groupes.add(new Groupe(racine + 1, libelle + 1, Matiere.SVT, List.of(division), Place.PREMIERE_MOITIE));
		groupes.add(new Groupe(racine + 2, libelle + 2, Matiere.SVT, List.of(division), Place.SECONDE_MOITIE));
	}

	private static void ajouterAnglais(List<Groupe> groupes, List<Division> divisions) {
		String racine = "6ANGL" + lettres(divisions) + "GR";
		groupes.add(new Groupe(racine + 1, "ANGLAIS 6E GR 1", Matiere.ANGLAIS, divisions, Place.PREMIERE_LANGUE));
		groupes.add(new Groupe(racine + 2, "ANGLAIS 6E GR 2", Matiere.ANGLAIS, divisions, Place.SECONDE_LANGUE));
	}

	private static void ajouterLangues(List<Groupe> groupes, List<Division> divisions) {
		Niveau niveau = divisions.get(0).niveau();
		String lettres = lettres(divisions);
		groupes.add(new Groupe(niveau.chiffre + "ESP" + lettres + "_LV2", "ESPAGNOL " + niveau.chiffre + "E",
				Matiere.ESPAGNOL, divisions, Place.PREMIERE_LANGUE));
		groupes.add(new Groupe(niveau.formation + " LV2 AL" + lettres, "ALLEMAND & LCE " + niveau.chiffre + "E",
				Matiere.ALLEMAND, divisions, Place.SECONDE_LANGUE));
		groupes.add(new Groupe(niveau.chiffre + "LAT" + lettres + "GR1", "LATIN " + niveau.chiffre + "E GR 1",
				Matiere.LATIN, divisions, Place.LATIN));
	}

	private static String lettres(List<Division> divisions) {
		return divisions.stream().map(Division::lettres).collect(Collectors.joining());
	}

}
