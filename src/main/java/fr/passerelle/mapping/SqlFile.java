package fr.passerelle.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SQL file of {@code mappings/} and what its head comment says: {@code -- cle: valeur},
 * a longer value going on with {@code --   }.
 *
 * @param nom path below mappings/
 * @param entete the head, in order
 * @param sql the statement
 */
public record SqlFile(String nom, Map<String, String> entete, String sql) {

	private static final Pattern CLE = Pattern.compile("--\\s?([a-z]+):\\s*(.*)");

	private static final Pattern SUITE = Pattern.compile("--\\s{3,}(.*)");

	static SqlFile lire(String nom, String texte) {
		Map<String, String> entete = new LinkedHashMap<>();
		StringBuilder sql = new StringBuilder();
		String derniere = null;
		for (String ligne : texte.lines().toList()) {
			Matcher cle = CLE.matcher(ligne);
			Matcher suite = SUITE.matcher(ligne);
			if (sql.isEmpty() && cle.matches()) {
				derniere = cle.group(1);
				entete.put(derniere, cle.group(2).strip());
			}
			else if (sql.isEmpty() && derniere != null && suite.matches()) {
				entete.merge(derniere, suite.group(1).strip(), (avant, apres) -> (avant + " " + apres).strip());
			}
			else if (!ligne.isBlank() && !(sql.isEmpty() && ligne.startsWith("--"))) {
				sql.append(ligne).append('\n');
			}
		}
		return new SqlFile(nom, entete, sql.toString());
	}

	/** The value of this key, which must be there. */
	public String champ(String cle) {
		return trouver(cle)
			.orElseThrow(() -> new MappingFaux(this.nom, "la ligne « -- " + cle + ": … » manque en tête du fichier"));
	}

	public Optional<String> trouver(String cle) {
		return Optional.ofNullable(this.entete.get(cle)).filter((valeur) -> !valeur.isBlank());
	}

	/** The value of this key cut at its commas. */
	public List<String> liste(String cle) {
		return trouver(cle).map((valeur) -> List.of(valeur.split("\\s*,\\s*"))).orElse(List.of());
	}

}
