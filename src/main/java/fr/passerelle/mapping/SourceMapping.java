package fr.passerelle.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one kind of file is recognised and read, as written in
 * {@code mappings/sources/<source>/<FLUX>.yaml}.
 *
 * @param flux name of the flow, for instance {@code SIECLE_ELEVES}
 * @param libelle its name in French, in messages
 * @param systeme which application's years it follows: {@code STS}, {@code SIECLE} or
 * {@code ELEGROUPE}
 * @param racines root elements that make the file of this flow
 * @param sansElement paths below the root whose presence means another flow with the same
 * root
 * @param versions known values of the attribute VERSION; empty: the format has none
 * @param versionStricte whether an unknown version is refused (R090) or only told
 * @param nom grammar of the file's name, with named groups uai, annee and horodatage;
 * null: any name
 * @param nomExige whether a name outside the grammar is refused
 * @param memeNomQueArchive whether the XML must have the name of its archive
 * @param entete where uai, annee and horodatage are in the header
 * @param formatHorodatage how the header's moment is written
 * @param formatHorodatageNom how the name's moment is written
 * @param principaux paths of the elements that count: none of them, an empty file
 * @param tables what becomes rows of staging
 * @param ignorer names (or paths) of elements known and not kept
 * @param ordre place in the order of application of a lot
 * @param prerequis what must have been applied before, each a choice of flows (R057–R060)
 * @param titres for a CSV file, the normalised titles of columns that make the file of
 * this flow; empty for XML
 * @param sansPrincipal what an empty file lacks, as people read it: « aucun élève »
 */
public record SourceMapping(String flux, String libelle, String systeme, Set<String> racines, Set<String> sansElement,
		Set<String> versions, boolean versionStricte, Pattern nom, boolean nomExige, boolean memeNomQueArchive,
		Map<String, List<String>> entete, String formatHorodatage, String formatHorodatageNom, Set<String> principaux,
		List<TableMapping> tables, Set<String> ignorer, int ordre, List<Prerequis> prerequis, Set<String> titres,
		String sansPrincipal) {

	/** Name of a line of a CSV file, as an element has one in XML. */
	public static final String LIGNES = "LIGNES";

	/** Whether its files are CSV, read by the titles of their columns. */
	public boolean estCsv() {
		return !this.titres.isEmpty();
	}

	/**
	 * The staging tables, each once, with its columns: several nodes may feed one table.
	 */
	public List<TableMapping> tablesDistinctes() {
		Map<String, TableMapping> parNom = new java.util.LinkedHashMap<>();
		this.tables.forEach((table) -> parNom.putIfAbsent(table.nom(), table));
		return List.copyOf(parNom.values());
	}

	/**
	 * Something this flow needs: one of these flows, once, for the school and the year.
	 */
	public record Prerequis(String libelle, Set<String> unDe) {
	}

	/**
	 * Rows of one staging table.
	 *
	 * @param nom name of the staging table
	 * @param noeud path of the element, below the root, of which each is a row; in CSV,
	 * {@code LIGNES}, or {@code LIGNES/Titre} for each block of columns that this title
	 * starts
	 */
	public record TableMapping(String nom, String noeud, List<ColonneMapping> colonnes) {

		/**
		 * What the people of this source call a column: its title in CSV, else the
		 * element or attribute and what holds it, {@code CODE (DIVISION)}.
		 */
		public String champ(ColonneMapping colonne) {
			if (colonne.de().isEmpty() || colonne.de().get(0).startsWith("#")) {
				return colonne.nom();
			}
			String de = colonne.de().get(0);
			if (this.noeud.equals(LIGNES) || this.noeud.startsWith(LIGNES + "/")) {
				return de;
			}
			Path chemin = Path.of(this.noeud, de.equals(".") ? "" : de).normalize();
			String dernier = chemin.getFileName().toString().replace("@", "");
			return (chemin.getNameCount() > 1) ? dernier + " (" + chemin.getName(chemin.getNameCount() - 2) + ")"
					: dernier;
		}
	}

	/**
	 * One column of staging.
	 *
	 * @param de where the value is, by preference: {@code NOM}, {@code @CODE},
	 * {@code ../@CODE}, {@code A/B}, {@code .} for the element itself, or {@code #table}
	 * for the number of the open row of another table; in CSV, the title of a column
	 * @param constante the value itself, when it is not read
	 * @param requis whether a row without it is set aside
	 * @param liste whether the element repeats and all its values are kept
	 * @param valeurs translation of the values, empty for none
	 */
	public record ColonneMapping(String nom, List<String> de, String constante, TypeColonne type, boolean requis,
			boolean liste, Map<String, String> valeurs) {
	}

}
