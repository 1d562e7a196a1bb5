package fr.passerelle.enveloppe;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roots the hub reads, and the foreign ones it can name.
 *
 * @param connues local names of the roots of the sources
 * @param nomOriginal name of the deposit, which helps to name a file that is none of ours
 */
record Racines(Set<String> connues, String nomOriginal) {

	static final Set<String> PAR_DEFAUT = Set.of("BEE_ELEVES", "BEE_RESPONSABLES", "BEE_STRUCTURES",
			"BEE_NOMENCLATURES", "BEE_COMMUN", "BEE_COMMUNS", "BEE_ETABLISSEMENTS", "BEE_ETABLISSEMENT",
			"BEE_GEOGRAPHIQUE", "STS_EDT", "EDT_STS", "IMPORT_ELEVES", "lsun-bilans");

	/** Refuses a root that no source reads, and a known one that carries another flow. */
	void verifier(String racine, Map<String, String> attributs) {
		if (racine.equals("IMPORT_ELEVES") && attributs.getOrDefault("VERSION", "").startsWith("3.")) {
			throw Refus.genre(Genre.PRIVE);
		}
		if (!this.connues.contains(racine)) {
			throw Refus.genre(genre(racine, attributs));
		}
	}

	/** Refuses the sister flow of ELEGROUPE, which tells more than groups. */
	static void verifierBlocs(Faits faits) {
		if (faits.racine().equals("IMPORT_ELEVES") && faits.comptes()
			.keySet()
			.stream()
			.anyMatch((chemin) -> chemin.endsWith("/PERSONNES") || chemin.endsWith("/RESPONSABLES"))) {
			throw Refus.genre(Genre.PRIVE);
		}
	}

	private Genre genre(String racine, Map<String, String> attributs) {
		return switch (racine) {
			case "TABLE" -> attributs.containsKey("nom") ? Genre.EDT_LIBRE : Genre.XML_INCONNU;
			case "Workbook" -> Genre.TABLEUR_XML;
			case "erreur" -> Genre.NETSYNCHRO_ERREUR;
			case "ficAlimMENESR" -> Genre.AAF;
			default -> parNom(this.nomOriginal).orElse(Genre.XML_INCONNU);
		};
	}

	/** The kind a name hints at; only asked once the content is known to be foreign. */
	static Optional<Genre> parNom(String nom) {
		String haut = nom.toUpperCase(java.util.Locale.ROOT);
		for (Genre genre : new Genre[] { Genre.GFC, Genre.ACCIO, Genre.SSR, Genre.SAGESSE, Genre.UDT, Genre.LAUREATS,
				Genre.LSL, Genre.CYCLADES }) {
			if (haut.matches("(.*[^A-Z])?" + genre.name() + "([^A-Z].*)?")) {
				return Optional.of(genre);
			}
		}
		return Optional.empty();
	}

}
