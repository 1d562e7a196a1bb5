package fr.passerelle.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import fr.passerelle.journal.CompteRendu;

/**
 * A report as its page shows it, in the words of « Suivi des échanges » (elegroupe.md
 * §7).
 *
 * @param bilan one sentence that says how it went, for who reads nothing else
 */
record RapportPage(String numero, String uai, String flux, String bilan, boolean refuse, List<String> synthese,
		CompteRendu.Refus refus, List<RapportSection> sections, List<LigneLiens> liens, List<LigneEcart> ecarts,
		List<String> informations) {

	static final String LIENS = "ELEGROUPE";

	static RapportPage de(CompteRendu rapport, Fuseau fuseau) {
		return new RapportPage(rapport.numero(), rapport.uai(), rapport.flux(), Bilans.bilan(rapport),
				rapport.refus() != null, synthese(rapport, fuseau), rapport.refus(),
				(rapport.refus() != null) ? List.of() : sections(rapport),
				rapport.liens().stream().map(LigneLiens::de).toList(), ecarts(rapport), informations(rapport));
	}

	private static List<String> synthese(CompteRendu rapport, Fuseau fuseau) {
		List<String> phrases = new ArrayList<>();
		CompteRendu.Synthese tete = rapport.synthese();
		if (tete != null) {
			String date = (tete.dateImport() != null) ? " du " + fuseau.jour(tete.dateImport(), rapport.uai()) : "";
			String quoi = LIENS.equals(rapport.flux()) ? "des liens élève-groupe" : "";
			phrases.add(("Import " + quoi + date + " pour le fichier " + tete.fichier() + ".").replace("  ", " "));
			if (tete.elevesLus() != null) {
				phrases.add(tete.elevesLus() + " élèves lus.");
			}
			if (tete.elevesAbsents() != null) {
				phrases.add(absents(tete.elevesAbsents()));
			}
		}
		return phrases;
	}

	private static String absents(long absents) {
		return absents
				+ " élèves absents du fichier (ce n'est pas une erreur : par exemple des élèves en modification).";
	}

	private static List<RapportSection> sections(CompteRendu rapport) {
		boolean liens = LIENS.equals(rapport.flux());
		return List
			.of(RapportSection.de("rejets", liens ? "1. Liens élève-groupe rejetés" : "1. Enregistrements rejetés",
					liens ? "Nombre de liens élève-groupe rejetés : " : "Nombre d'enregistrements rejetés : ", liens,
					rapport.rejets()),
					RapportSection.de("anomalies",
							liens ? "2. Liens élève-groupe importés avec anomalies" : "2. Importés avec anomalies",
							liens ? "Nombre de liens élève-groupe importés avec anomalies : "
									: "Nombre d'enregistrements importés avec anomalies : ",
							liens, rapport.anomalies()));
	}

	private static List<String> informations(CompteRendu rapport) {
		return ((rapport.informations() != null) ? rapport.informations() : List.<CompteRendu.Ligne>of()).stream()
			.map((ligne) -> ((ligne.eleve() != null) ? LigneEleve.nom(ligne.eleve()) + " : " : "") + ligne.message())
			.distinct()
			.toList();
	}

	private static List<LigneEcart> ecarts(CompteRendu rapport) {
		Map<String, CompteRendu.Ecart> ecarts = (rapport.ecarts() != null) ? rapport.ecarts() : Map.of();
		return ecarts.entrySet()
			.stream()
			.map((ecart) -> new LigneEcart(nom(ecart.getKey()), ecart.getValue()))
			.toList();
	}

	/** The plural of an entity, as a heading; one that is not known is shown raw. */
	private static String nom(String entite) {
		return switch (entite) {
			case "eleve" -> "Élèves";
			case "division" -> "Divisions";
			case "groupe" -> "Groupes";
			case "lien" -> "Liens élève-groupe";
			case "service" -> "Services";
			case "enseignant" -> "Enseignants";
			case "responsable" -> "Responsables";
			case "mef" -> "MEF";
			case "matiere" -> "Matières";
			case "etablissement" -> "Établissement";
			default -> entite.substring(0, 1).toUpperCase(Locale.FRENCH) + entite.substring(1).replace('_', ' ');
		};
	}

	/**
	 * The links of one group.
	 *
	 * @param supprimes how many go, and where they came from
	 */
	record LigneLiens(String groupe, String supprimes, long conserves, long ajoutes) {

		private static final Map<String, String> ORIGINES = Map.of("SIECLE", "de SIECLE", LIENS,
				"d'un fichier de liens");

		static LigneLiens de(CompteRendu.LiensDuGroupe liens) {
			long tous = liens.supprimes().values().stream().mapToLong(Long::longValue).sum();
			String origines = liens.supprimes()
				.entrySet()
				.stream()
				.map((un) -> un.getValue() + " " + ORIGINES.getOrDefault(un.getKey(), un.getKey()))
				.collect(Collectors.joining(", "));
			return new LigneLiens(liens.groupe(), (tous > 0) ? tous + " (" + origines + ")" : "0", liens.conserves(),
					liens.ajoutes());
		}

	}

	/** What happened to one kind of object. */
	record LigneEcart(String entite, CompteRendu.Ecart nombre) {
	}

}
