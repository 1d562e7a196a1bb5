package fr.passerelle.jeux;

import java.util.List;
import java.util.Optional;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Regle;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Eleve;
import fr.passerelle.journal.CompteRendu.Refus;
import fr.passerelle.journal.Depot;

/**
 * The answer to a deposit as a text: its state, what it waits for, its whole report. The
 * cause and what to do of a line are told where the file decides of them; elsewhere they
 * are those of {@code docs/regles.md}.
 */
final class Reponse {

	private final Catalogue catalogue;

	private final StringBuilder texte = new StringBuilder();

	private Reponse(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	static String de(String nom, Depot depot, Optional<CompteRendu> rapport, Catalogue catalogue) {
		Reponse reponse = new Reponse(catalogue);
		reponse.ecrire("%s : %s%s", nom, depot.etat().code(),
				(depot.flux() != null) ? " (%s %s)".formatted(depot.flux(), depot.anneeScolaire()) : "");
		depot.prerequis()
			.stream()
			.filter((prerequis) -> !prerequis.satisfait())
			.forEach((prerequis) -> reponse.ecrire("  attend : %s", prerequis.libelle()));
		rapport.ifPresent(reponse::rapport);
		return reponse.texte.toString();
	}

	private void rapport(CompteRendu rapport) {
		if (rapport.refus() != null) {
			refus("", rapport.refus());
			rapport.refus().autres().forEach((autre) -> refus("aussi ", autre));
		}
		if (rapport.synthese().elevesLus() != null) {
			ecrire("  élèves lus %d%s", rapport.synthese().elevesLus(), (rapport.synthese().elevesAbsents() != null)
					? ", absents " + rapport.synthese().elevesAbsents() : "");
		}
		rapport.ecarts()
			.forEach((entite, ecart) -> ecrire("  %s +%d ~%d =%d -%d", entite, ecart.crees(), ecart.modifies(),
					ecart.inchanges(), ecart.disparus()));
		lignes("rejet", rapport.rejets());
		lignes("anomalie", rapport.anomalies());
		lignes("information", rapport.informations());
	}

	private void refus(String debut, Refus refus) {
		ecrire("  %s%s : %s", debut, refus.code(), refus.titre());
		ecrire("    Cause : %s", refus.detail());
		ecrire("    À faire : %s", refus.action());
	}

	private void lignes(String section, List<CompteRendu.Ligne> lignes) {
		for (CompteRendu.Ligne ligne : lignes) {
			ecrire("  %s %s (%s)%s : %s", section, ligne.code(), ligne.gravite(),
					(ligne.eleve() != null) ? " " + eleve(ligne.eleve()) : "", ligne.message().replace("\n", "\n    "));
			Optional<Regle> regle = this.catalogue.regle(ligne.code());
			regle.filter((une) -> une.cause().contains("{"))
				.ifPresent((une) -> ecrire("    Cause : %s", ligne.cause()));
			regle.filter((une) -> une.correction().contains("{"))
				.ifPresent((une) -> ecrire("    À faire : %s", ligne.correction()));
		}
	}

	private static String eleve(Eleve eleve) {
		return "élève %s, %s %s, %s, %s".formatted(eleve.identifiant(), eleve.nom(), eleve.prenom(),
				(eleve.ine() != null) ? eleve.ine() : "sans INE",
				(eleve.division() != null) ? eleve.division() : "sans division");
	}

	private void ecrire(String forme, Object... valeurs) {
		this.texte.append(forme.formatted(valeurs)).append('\n');
	}

}
