package fr.passerelle.console;

import fr.passerelle.journal.Etat;

/**
 * A state as people read it: words first, a sign and a colour only beside them.
 *
 * @param genre {@code bon}, {@code attention}, {@code mauvais} or {@code neutre}
 */
record EtatAffiche(String libelle, String signe, String genre) {

	static EtatAffiche de(Etat etat) {
		return switch (etat) {
			case RECU -> neutre("Reçu");
			case DEPOSE -> neutre("Fichier déposé");
			case EN_TRAITEMENT -> neutre("En traitement");
			case EN_ATTENTE -> attention("En attente d'un autre fichier");
			case RETENU -> attention("Retenu : à confirmer");
			case TRAITE -> new EtatAffiche("Importé", "✓", "bon");
			case TRAITE_AVEC_ANOMALIES -> attention("Importé avec anomalies");
			case REFUSE -> mauvais("Refusé");
			case REJETE -> mauvais("Rejeté");
			case EN_ECHEC -> mauvais("Incident de notre côté");
			case DOUBLON -> neutre("Déjà déposé");
			case PERIME -> attention("Plus ancien que le dernier import");
			case ANNULE -> neutre("Annulé");
		};
	}

	private static EtatAffiche neutre(String libelle) {
		return new EtatAffiche(libelle, "•", "neutre");
	}

	private static EtatAffiche attention(String libelle) {
		return new EtatAffiche(libelle, "!", "attention");
	}

	private static EtatAffiche mauvais(String libelle) {
		return new EtatAffiche(libelle, "✕", "mauvais");
	}

}
