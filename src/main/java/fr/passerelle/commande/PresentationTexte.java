package fr.passerelle.commande;

import java.util.ArrayList;
import java.util.List;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.controle.Verdict;
import fr.passerelle.noyau.Constat;

/** For a person, in French. */
final class PresentationTexte implements Presentation {

	@Override
	public String ecrire(List<Resultat> resultats, Catalogue catalogue) {
		List<String> lignes = new ArrayList<>();
		for (Resultat resultat : resultats) {
			lignes.add(resultat.fichier() + " : " + (resultat.verdict().accepte() ? "accepté" : "REFUSÉ"));
			description(resultat.verdict(), lignes);
			resultat.verdict().refus().forEach((refus) -> motif(catalogue, refus, lignes));
			resultat.lignes().forEach((table, nombre) -> lignes.add("  " + nombre + " " + table));
			resultat.verdict().remarques().forEach((remarque) -> motif(catalogue, remarque, lignes));
			resultat.lecture().forEach((constat) -> motif(catalogue, constat, lignes));
			lignes.add("");
		}
		return String.join(System.lineSeparator(), lignes);
	}

	private static void description(Verdict verdict, List<String> lignes) {
		if (verdict.flux() != null) {
			lignes.add("  " + verdict.flux() + ", établissement " + connu(verdict.uai()) + ", millésime "
					+ connu(verdict.millesime()) + ", année scolaire " + connu(verdict.anneeScolaire()));
		}
	}

	private static void motif(Catalogue catalogue, Constat constat, List<String> lignes) {
		Texte texte = catalogue.texte(constat);
		lignes.add("  [" + texte.code() + "] " + texte.titre());
		if (!texte.cause().isBlank()) {
			lignes.add("    Cause : " + texte.cause());
		}
		if (!texte.correction().isBlank()) {
			lignes.add("    À faire : " + texte.correction());
		}
	}

	private static String connu(Object valeur) {
		return (valeur != null) ? valeur.toString() : "inconnu";
	}

}
