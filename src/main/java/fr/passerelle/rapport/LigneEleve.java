package fr.passerelle.rapport;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.journal.CompteRendu;

/**
 * A row of the report: an élève and everything found about it.
 *
 * @param identifiants “210167 / 0” for link files, as SIECLE shows it
 * @param anomalie label of the family; when there are several, that it is partial
 */
record LigneEleve(String eleve, String identifiants, String anomalie, String regle, List<String> conseils,
		List<CompteRendu.Ligne> details) {

	static LigneEleve de(List<CompteRendu.Ligne> anomalies, boolean liens) {
		CompteRendu.Ligne premiere = anomalies.get(0);
		return new LigneEleve(nom(premiere.eleve()), identifiants(premiere.eleve(), liens), libelle(anomalies, liens),
				distincts(anomalies.stream().map(CompteRendu.Ligne::regle), ", "), conseils(anomalies),
				List.copyOf(anomalies));
	}

	static String nom(CompteRendu.Eleve eleve) {
		if (eleve == null) {
			return "Tout le fichier";
		}
		String nom = distincts(Stream.of(eleve.nom(), eleve.prenom()), " ");
		return nom.isEmpty() ? "Élève inconnu" : nom;
	}

	private static String identifiants(CompteRendu.Eleve eleve, boolean liens) {
		if (eleve == null || eleve.identifiant() == null) {
			return "";
		}
		return liens ? eleve.identifiant() + " / 0" : eleve.identifiant();
	}

	private static String libelle(List<CompteRendu.Ligne> anomalies, boolean liens) {
		if (anomalies.size() > 1 && liens) {
			return "Liens 'élève-groupe' partiellement importés";
		}
		return distincts(anomalies.stream().map(CompteRendu.Ligne::libelle), " ; ");
	}

	private static List<String> conseils(List<CompteRendu.Ligne> anomalies) {
		return anomalies.stream().map(CompteRendu.Ligne::correction).filter(Objects::nonNull).distinct().toList();
	}

	private static String distincts(Stream<String> textes, String separateur) {
		return textes.filter(Objects::nonNull).distinct().collect(Collectors.joining(separateur));
	}

}
