package fr.passerelle.publication.aaf;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The records of one degree, as the queries of {@code mappings/flux/aaf} give them:
 * column {@code id}, then one column for each attribute, a text for one value and an
 * array for several.
 */
final class Enregistrements {

	/** An élève is two kilobytes: a few hundred of them in memory, not an académie. */
	private static final int A_LA_FOIS = 500;

	private final NamedParameterJdbcTemplate jdbc;

	private final List<String> avant;

	private final List<Categorie> categories;

	Enregistrements(DataSource base, Mappings mappings, Degre degre) {
		JdbcTemplate enFlux = new JdbcTemplate(base);
		enFlux.setFetchSize(A_LA_FOIS);
		this.jdbc = new NamedParameterJdbcTemplate(enFlux);
		List<SqlFile> fichiers = mappings.sql(degre.dossier());
		this.avant = fichiers.stream().filter((f) -> f.trouver("moment").isPresent()).map(SqlFile::sql).toList();
		this.categories = fichiers.stream()
			.filter((fichier) -> fichier.trouver("moment").isEmpty())
			.map(Categorie::lire)
			.toList();
	}

	/** The categories, those that others name first. */
	List<Categorie> categories() {
		return this.categories;
	}

	/** Makes ready what the queries have in common. */
	void preparer() {
		this.avant.forEach(this.jdbc.getJdbcOperations()::execute);
	}

	/**
	 * Writes every record of a category.
	 * @param champs reserved attributes that are given; the others are left empty
	 * @return how many
	 */
	long ecrire(Categorie categorie, Map<String, ?> parametres, List<String> champs, RequetesWriter sortie) {
		this.jdbc.query(categorie.sql(), parametres, (ResultSet lignes) -> {
			Colonnes colonnes = new Colonnes(categorie, lignes.getMetaData(), champs);
			while (lignes.next()) {
				sortie.ajouter(lignes.getString(1), colonnes.valeurs(lignes));
			}
			return null;
		});
		return sortie.nombre();
	}

	/** What is not given, or not as it is, in the order of schools. */
	List<Ecart> ecarts() {
		return this.jdbc.getJdbcOperations()
			.query("SELECT uai, identifiant, objet, code FROM aaf_ecarte ORDER BY uai, objet, identifiant, code",
					(ligne, rang) -> new Ecart(ligne.getString(1), ligne.getString(2), ligne.getString(3),
							ligne.getString(4)));
	}

	/** A line of {@code aaf_ecarte}. */
	record Ecart(String uai, String identifiant, String objet, String code) {
	}

	/** The columns of a query, which must be the attributes its head announces. */
	private static final class Colonnes {

		private final boolean[] listes;

		private final boolean[] cachees;

		Colonnes(Categorie categorie, ResultSetMetaData colonnes, List<String> champs) throws SQLException {
			List<String> noms = new ArrayList<>();
			this.listes = new boolean[colonnes.getColumnCount() - 1];
			this.cachees = new boolean[this.listes.length];
			for (int i = 0; i < this.listes.length; i++) {
				String nom = colonnes.getColumnLabel(i + 2);
				noms.add(nom);
				this.cachees[i] = categorie.reserve().contains(nom) && !champs.contains(nom);
				this.listes[i] = colonnes.getColumnType(i + 2) == Types.ARRAY;
			}
			if (!noms.equals(categorie.attributs())) {
				throw new MappingFaux("flux/aaf, " + categorie.nom(),
						"les colonnes de la requête ne sont pas, dans l'ordre, les attributs de « -- formes: » : "
								+ noms);
			}
		}

		List<List<String>> valeurs(ResultSet ligne) throws SQLException {
			List<List<String>> valeurs = new ArrayList<>(this.listes.length);
			for (int i = 0; i < this.listes.length; i++) {
				valeurs.add(this.cachees[i] ? List.of() : valeurs(ligne, i));
			}
			return valeurs;
		}

		private List<String> valeurs(ResultSet ligne, int i) throws SQLException {
			return this.listes[i] ? liste(ligne, i + 2) : seule(ligne.getString(i + 2));
		}

		private static List<String> seule(String valeur) {
			return (valeur == null || valeur.isEmpty()) ? List.of() : List.of(valeur);
		}

		private static List<String> liste(ResultSet ligne, int colonne) throws SQLException {
			java.sql.Array valeurs = ligne.getArray(colonne);
			return (valeurs != null) ? Arrays.asList((String[]) valeurs.getArray()) : List.of();
		}

	}

}
