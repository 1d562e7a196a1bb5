package fr.passerelle.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Etat;
import fr.passerelle.securite.Problemes;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What the depositor is told when files were not taken. */
final class Verdicts {

	private Verdicts() {
	}

	static boolean estAccepte(Etat etat) {
		return switch (etat) {
			case REFUSE, DOUBLON, PERIME, EN_ECHEC -> false;
			default -> true;
		};
	}

	/** Why this file was not taken: its report says, or its state. Null when it was. */
	static CompteRendu.Refus refus(Depot depot, Optional<CompteRendu> compteRendu) {
		if (estAccepte(depot.etat())) {
			return null;
		}
		return compteRendu.map(CompteRendu::refus).orElseGet(() -> selonEtat(depot));
	}

	/** The problem of the first file, and all of them. */
	static ProblemDetail probleme(HttpStatus statut, List<DepotJson> depots) {
		CompteRendu.Refus premier = depots.stream()
			.map(DepotJson::refus)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		ProblemDetail probleme = Problemes.probleme(statut, premier.code(), premier.titre(), premier.detail(),
				premier.action());
		probleme.setProperty("depots", depots);
		return probleme;
	}

	private static CompteRendu.Refus selonEtat(Depot depot) {
		return switch (depot.etat()) {
			case DOUBLON -> refus("DOUBLON", "Ce fichier a déjà été déposé.",
					"Le contenu est le même, octet pour octet, que celui du dépôt n° " + depot.doublonDe() + ".",
					"Rien à faire. Si vous vouliez déposer une nouvelle version, refaites l'export.");
			case PERIME -> refus("PERIME", "Un export plus récent a déjà été importé.",
					"Ce fichier est plus ancien que le dernier appliqué.",
					"Refaites l'export, ou demandez à forcer le dépôt n° " + depot.numero() + " en donnant un motif.");
			case EN_ECHEC -> refus("INCIDENT", "Le traitement a échoué de notre côté.",
					"Votre fichier n'est pas en cause.", "Réessayez plus tard ; l'incident est enregistré.");
			default -> refus("REFUSE", "Le fichier a été refusé.", "Il n'a pas pu être accepté tel quel.",
					"Consultez le compte rendu du dépôt n° " + depot.numero() + ".");
		};
	}

	private static CompteRendu.Refus refus(String code, String titre, String detail, String action) {
		return new CompteRendu.Refus(code, titre, detail, action, List.of());
	}

}
