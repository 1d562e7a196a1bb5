package fr.passerelle.publication.lsu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.noyau.Uai;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The records of one school and year, as the files of {@code mappings/flux/lsu} give
 * them: one file for each element, whose rows are ready objects in JSON.
 */
final class Enregistrements {

	/** A bilan is some ten kilobytes: a few hundred of them in memory, not a school. */
	private static final int A_LA_FOIS = 200;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final NamedParameterJdbcTemplate jdbc;

	private final List<SqlFile> avant;

	private final Map<String, SqlFile> parElement = new LinkedHashMap<>();

	private Map<String, Object> parametres = Map.of();

	Enregistrements(DataSource base, List<SqlFile> fichiers) {
		JdbcTemplate enFlux = new JdbcTemplate(base);
		enFlux.setFetchSize(A_LA_FOIS);
		this.jdbc = new NamedParameterJdbcTemplate(enFlux);
		this.avant = fichiers.stream().filter((fichier) -> fichier.trouver("moment").isPresent()).toList();
		fichiers.stream()
			.filter((fichier) -> fichier.trouver("moment").isEmpty())
			.forEach((fichier) -> this.parElement.put(fichier.champ("element"), fichier));
	}

	/** Several statements at once take no parameters: these are checked values. */
	void preparer(String uai, int annee) {
		this.parametres = Map.of("uai", uai, "annee", annee);
		this.avant.forEach((fichier) -> this.jdbc.getJdbcOperations()
			.execute(fichier.sql()
				.replace(":uai", "'" + new Uai(uai) + "'")
				.replace(":annee", Integer.toString(annee))));
	}

	/** Gives each record of this element, in its order; nothing without a file for it. */
	void lire(String element, Consumer<String> suite) {
		SqlFile fichier = this.parElement.get(element);
		if (fichier != null) {
			this.jdbc.query(fichier.sql(), this.parametres, (ligne) -> {
				suite.accept(ligne.getString(1));
			});
		}
	}

	<T> List<T> lister(String element, Class<T> type) {
		List<T> valeurs = new ArrayList<>();
		lire(element, (texte) -> {
			try {
				valeurs.add(JSON.readValue(texte, type));
			}
			catch (JsonProcessingException ex) {
				throw new IllegalStateException("reading a record of " + element, ex);
			}
		});
		return valeurs;
	}

}
