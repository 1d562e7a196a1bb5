package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;

import fr.passerelle.mapping.SourceMapping;

/**
 * What the name of a file says by the grammar of its flow.
 *
 * @param conforme whether the name follows the grammar
 * @param uai the school, null when the name does not say it
 * @param annee the year, null when the name does not say it
 * @param horodatage the moment as written, null when the name does not say it
 */
record Nom(boolean conforme, String uai, String annee, String horodatage) {

	private static final Nom AUCUN = new Nom(false, null, null, null);

	static Nom lire(SourceMapping source, String fichier) {
		if (source.nom() == null) {
			return AUCUN;
		}
		Matcher nom = source.nom().matcher(fichier);
		return nom.matches() ? new Nom(true, groupe(source, nom, "uai"), groupe(source, nom, "annee"),
				groupe(source, nom, "horodatage")) : AUCUN;
	}

	Optional<LocalDateTime> moment(SourceMapping source) {
		return Horodatages.lire(this.horodatage, source.formatHorodatageNom());
	}

	private static String groupe(SourceMapping source, Matcher nom, String groupe) {
		return source.nom().pattern().contains("(?<" + groupe + ">") ? nom.group(groupe) : null;
	}

}
