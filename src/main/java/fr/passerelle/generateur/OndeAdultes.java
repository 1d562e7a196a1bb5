package fr.passerelle.generateur;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The extractions of responsables and of teachers. A responsable is one row, with four
 * columns more for each child: ragged in the first generation, padded in the second.
 */
final class OndeAdultes {

	private static final String ENFANT = ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

	private static final String RESPONSABLE = "Civilité Responsable;Nom usage responsable;Nom responsable;"
			+ "Prénom responsable;Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;"
			+ "Téléphone travail;%sTéléphone portable" + ENFANT + ENFANT;

	private static final String ENSEIGNANT = "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;"
			+ "Téléphone domicile;Téléphone portable;Directeur;Classe";

	private static final int COLONNES_PAR_ENFANT = 4;

	private final Ecole ecole;

	private final Foyers foyers;

	private final boolean premiereGeneration;

	OndeAdultes(Ecole ecole, boolean premiereGeneration) {
		this.ecole = ecole;
		this.foyers = ecole.foyers();
		this.premiereGeneration = premiereGeneration;
	}

	void ecrireResponsables(Csv csv) {
		csv.entete(RESPONSABLE.formatted(this.premiereGeneration ? "Numéro de poste;" : ""));
		this.ecole.ecoliers().filter((ecolier) -> !this.foyers.estCadet(ecolier.rang())).forEach((aine) -> {
			csv.ligne(responsable(aine, 0));
			if (this.foyers.menage(aine.rang()) != Foyers.Menage.SEUL) {
				csv.ligne(responsable(aine, 1));
			}
		});
	}

	void ecrireEnseignants(Csv csv) {
		csv.entete(ENSEIGNANT);
		for (int rang = 0; rang < this.ecole.enseignants(); rang++) {
			Eleve.Identite identite = this.ecole.enseignant(rang);
			csv.ligne(List.of(civilite(identite.fille()), "", identite.nom(), identite.prenom(), "", "", "", "",
					"enseignant." + rang + "@exemple.invalid", "", "", (rang == 0) ? "oui" : "non",
					this.ecole.classe(this.ecole.classeDeLEnseignant(rang)).libelle()));
		}
	}

	private List<String> responsable(Ecole.Ecolier aine, int place) {
		int foyer = aine.rang();
		int menage = (this.foyers.menage(foyer) == Foyers.Menage.SEPARE) ? place : 0;
		Foyers.Adresse adresse = this.foyers.adresse(foyer, menage);
		List<String> ligne = new ArrayList<>(
				List.of(civilite(place == 0), "", (place == 0) ? this.foyers.autreNom(foyer) : this.foyers.nom(foyer),
						Lexique.prenom(2 * ((foyer * 31 + place) % (Lexique.PRENOMS / 2)) + place), adresse.ligne(),
						adresse.codePostal(), adresse.commune(), "FRANCE", "", "", ""));
		ligne.addAll(Collections.nCopies(this.premiereGeneration ? 2 : 1, ""));
		enfant(ligne, aine);
		if (this.foyers.estFratrie(foyer)) {
			enfant(ligne, this.ecole.ecolier(this.foyers.cadet(foyer)));
		}
		else if (!this.premiereGeneration) {
			ligne.addAll(Collections.nCopies(COLONNES_PAR_ENFANT, ""));
		}
		return ligne;
	}

	private static void enfant(List<String> ligne, Ecole.Ecolier enfant) {
		ligne.addAll(List.of(enfant.identite().nomUsage(), enfant.identite().nom(), enfant.identite().prenom(),
				enfant.classe().libelle()));
	}

	private String civilite(boolean femme) {
		return !femme ? "M." : this.premiereGeneration ? "Mme" : "MME";
	}

}
