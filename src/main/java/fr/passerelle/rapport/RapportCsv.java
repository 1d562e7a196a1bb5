package fr.passerelle.rapport;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.journal.CompteRendu;

/**
 * The report for a spreadsheet: semicolons, byte order mark, one row per anomaly. A cell
 * that a spreadsheet would take for a formula gets an apostrophe in front.
 */
class RapportCsv {

	private static final String BOM = "\uFEFF";

	private static final Pattern BLANCS = Pattern.compile("^[\\s\\p{Z}\\p{C}]+");

	private static final String FORMULES = "=+-@＝＋－＠";

	private static final List<String> TITRES = List.of("Nature", "Identifiant", "INE", "Nom", "Prénom", "Division",
			"Règle", "Code", "Anomalie", "Message", "Cause", "Que faire", "Gravité");

	byte[] ecrire(CompteRendu rapport) {
		ByteArrayOutputStream sortie = new ByteArrayOutputStream();
		Stream<String> lignes = Stream
			.of(Stream.of(ligne(TITRES)), refus(rapport.refus()), lignes("Rejet", rapport.rejets()),
					lignes("Importé avec anomalie", rapport.anomalies()), lignes("Information", rapport.informations()))
			.flatMap((partie) -> partie);
		sortie.writeBytes((BOM + lignes.collect(Collectors.joining())).getBytes(StandardCharsets.UTF_8));
		return sortie.toByteArray();
	}

	private static Stream<String> refus(CompteRendu.Refus refus) {
		if (refus == null) {
			return Stream.empty();
		}
		List<CompteRendu.Refus> autres = (refus.autres() != null) ? refus.autres() : List.of();
		return Stream.concat(Stream.of(refus), autres.stream())
			.map((raison) -> ligne(java.util.Arrays.asList("Refus", null, null, null, null, null, raison.code(),
					raison.code(), raison.titre(), raison.titre(), raison.detail(), raison.action(), "rejet")));
	}

	private static Stream<String> lignes(String nature, List<CompteRendu.Ligne> lignes) {
		return ((lignes != null) ? lignes : List.<CompteRendu.Ligne>of()).stream()
			.map((anomalie) -> ligne(cellules(nature, anomalie)));
	}

	private static List<String> cellules(String nature, CompteRendu.Ligne anomalie) {
		CompteRendu.Eleve eleve = (anomalie.eleve() != null) ? anomalie.eleve()
				: new CompteRendu.Eleve(null, null, null, null, null);
		return java.util.Arrays.asList(nature, eleve.identifiant(), eleve.ine(), eleve.nom(), eleve.prenom(),
				eleve.division(), anomalie.regle(), anomalie.code(), anomalie.libelle(), anomalie.message(),
				anomalie.cause(), anomalie.correction(), anomalie.gravite());
	}

	private static String ligne(List<String> cellules) {
		return cellules.stream().map(RapportCsv::cellule).collect(Collectors.joining(";", "", "\r\n"));
	}

	private static String cellule(String valeur) {
		if (valeur == null || valeur.isEmpty()) {
			return "";
		}
		return '"' + (estFormule(valeur) ? "'" : "") + valeur.replace("\"", "\"\"") + '"';
	}

	/**
	 * Blanks in front do not hold a spreadsheet back, and it drops control characters.
	 */
	private static boolean estFormule(String valeur) {
		String debut = BLANCS.matcher(valeur).replaceFirst("");
		return !debut.isEmpty() && FORMULES.indexOf(debut.charAt(0)) >= 0;
	}

}
