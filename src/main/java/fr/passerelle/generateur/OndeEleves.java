package fr.passerelle.generateur;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The extraction of élèves: 20 columns without INE, or 22 with it. */
final class OndeEleves {

	private static final String ENTETE_1 = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;"
			+ "Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Classe;Attestation fournie;"
			+ "Autorisations associations;Autorisations photos;Décision de passage";

	private static final String ENTETE_2 = "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;"
			+ "Commune1;Pays1;Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;"
			+ "Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage";

	private final Ecole ecole;

	private final boolean premiereGeneration;

	OndeEleves(Ecole ecole, boolean premiereGeneration) {
		this.ecole = ecole;
		this.premiereGeneration = premiereGeneration;
	}

	void ecrire(Csv csv) {
		csv.entete(this.premiereGeneration ? ENTETE_1 : ENTETE_2);
		this.ecole.ecoliers().forEach((ecolier) -> csv.ligne(ligne(ecolier)));
	}

	private List<String> ligne(Ecole.Ecolier ecolier) {
		List<String> ligne = new ArrayList<>(identite(ecolier.identite()));
		Foyers.Adresse adresse = this.ecole.foyers().adresse(this.ecole.foyers().foyer(ecolier.rang()), 0);
		ligne.addAll(List.of(adresse.ligne(), adresse.codePostal(), adresse.commune(), "FRANCE", "", "", "", "",
				ecolier.cycle(), ecolier.niveau(), ecolier.classe().libelle()));
		if (!this.premiereGeneration) {
			ligne.add(ecolier.classe().identifiant());
		}
		ligne.addAll(List.of("Oui", (ecolier.rang() % 3 == 0) ? "Non" : "Oui", "Oui", ""));
		return ligne;
	}

	private List<String> identite(Eleve.Identite identite) {
		List<String> valeurs = new ArrayList<>(List.of(identite.nom(), identite.nomUsage(), identite.prenom()));
		if (this.premiereGeneration) {
			valeurs.addAll(List.of(DateTimeFormatter.ISO_LOCAL_DATE.format(identite.naissance()),
					identite.fille() ? "F" : "H"));
		}
		else {
			valeurs.addAll(List.of(College.FRANCAISE.format(identite.naissance()), identite.fille() ? "F" : "M",
					(identite.ine() != null) ? identite.ine() : ""));
		}
		return valeurs;
	}

}
