package fr.passerelle.rapport;

import fr.passerelle.journal.CompteRendu;

/** One sentence for each way a deposit may end. */
final class Bilans {

	private Bilans() {
	}

	static String bilan(CompteRendu rapport) {
		return switch ((rapport.etat() != null) ? rapport.etat() : "") {
			case "refuse" -> "Le fichier a été refusé : rien n'a été importé.";
			case "rejete" -> "Le fichier a été rejeté : rien n'a été importé.";
			case "doublon" -> "Ce fichier avait déjà été déposé : rien n'a été importé une seconde fois.";
			case "perime" -> "Un export plus récent a déjà été importé : celui-ci n'a pas été appliqué.";
			case "annule" -> "Le dépôt a été annulé : rien n'a été importé.";
			case "en_echec" -> "Le traitement a échoué de notre côté. Votre fichier n'est pas en cause.";
			case "traite_avec_anomalies" -> "Le fichier a été importé, avec des anomalies.";
			case "traite" -> "Le fichier a été importé sans anomalie.";
			default -> "Le fichier est en cours de traitement.";
		};
	}

}
