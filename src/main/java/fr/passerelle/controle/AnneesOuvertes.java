package fr.passerelle.controle;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.passerelle.calendrier.AnneeScolaire;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

/**
 * The school years a file may be of: those the school's own SIECLE and STS files show,
 * and those the calendar opens. Links follow SIECLE, once a SIECLE file was seen.
 *
 * @param annees the years accepted
 * @param attendue the one in progress, that messages speak of
 */
record AnneesOuvertes(Set<Integer> annees, int attendue) {

	static AnneesOuvertes de(Calendriers calendriers, Uai uai, String systeme, Contexte contexte) {
		Map<String, Integer> vues = contexte.memoire().anneesVues(uai);
		Set<Integer> annees = new TreeSet<>(vues.values());
		boolean liens = systeme.equals("ELEGROUPE") && vues.containsKey("SIECLE");
		if (!liens) {
			calendriers.ouvertes(uai, systeme, contexte.instant())
				.forEach((ouverte) -> annees.add(ouverte.annee().annee()));
		}
		int enCours = calendriers.enCours(uai, contexte.instant()).map(AnneeScolaire::annee).orElse(0);
		return new AnneesOuvertes(annees, liens ? vues.get("SIECLE") : enCours);
	}

}
