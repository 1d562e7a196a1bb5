package fr.passerelle.commande;

import java.util.List;
import java.util.Map;

import fr.passerelle.controle.Verdict;
import fr.passerelle.noyau.Constat;

/**
 * The verdict on one file.
 *
 * @param fichier its name
 * @param taille its bytes
 * @param empreinte its SHA-256
 * @param lignes how many rows of each kind were read
 * @param lecture what the reading of the rows found
 */
record Resultat(String fichier, long taille, String empreinte, Verdict verdict, Map<String, Long> lignes,
		List<Constat> lecture) {

	String etat() {
		return this.verdict.accepte() ? "depose" : "refuse";
	}

}
