package fr.passerelle.publication.evenement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SqlFile;
import fr.passerelle.publication.Changements.Lecteur;
import fr.passerelle.publication.Changements.Objet;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The objects of the directory that are there now, each type as its file of
 * {@code mappings/flux/evenement} says it: school, year, identifier, values.
 */
@Component
class Objets {

	private static final int A_LA_FOIS = 1000;

	private final JdbcTemplate jdbc;

	private final ObjectMapper json;

	private final Map<String, SqlFile> parType = new TreeMap<>();

	Objets(DataSource base, Mappings mappings, ObjectMapper json) {
		this.jdbc = new JdbcTemplate(base);
		this.jdbc.setFetchSize(A_LA_FOIS);
		this.json = json;
		mappings.sql("flux/evenement").forEach((fichier) -> this.parType.put(fichier.champ("type"), fichier));
	}

	/** Those of these identifiers that are there, by identifier, school and year. */
	Map<List<Object>, Map<String, Object>> trouver(String type, List<Cle> cles, Lecteur lecteur) {
		Map<List<Object>, Map<String, Object>> trouves = new LinkedHashMap<>();
		SqlFile fichier = this.parType.get(type);
		if (fichier != null) {
			String sql = """
					SELECT o.uai, o.annee_scolaire, o.cle, o.valeurs::text FROM (%s) o
					JOIN (SELECT DISTINCT * FROM unnest(?, ?, ?) AS c (uai, annee_scolaire, cle)) d USING (uai, annee_scolaire, cle)
					WHERE o.uai = ANY (?)"""
				.formatted(fichier.sql());
			String[] uais = cles.stream().map(Cle::uai).toArray(String[]::new);
			this.jdbc.query(sql, (ligne) -> {
				trouves.put(List.of(ligne.getString(1), ligne.getInt(2), ligne.getString(3)),
						valeurs(fichier, ligne.getString(4), lecteur));
			}, uais, cles.stream().map(Cle::annee).toArray(Integer[]::new),
					cles.stream().map(Cle::identifiant).toArray(String[]::new), uais);
		}
		return trouves;
	}

	/** All of them, of these schools (null: all), in an order of its own. */
	void tous(Set<String> uais, Lecteur lecteur, Consumer<Object> suite) {
		this.parType.forEach((type, fichier) -> this.jdbc
			.query("SELECT o.uai, o.annee_scolaire, o.cle, o.valeurs::text FROM (%s) o WHERE ? OR o.uai = ANY (?)"
				.formatted(fichier.sql()), (ligne) -> {
					suite.accept(new Objet(ligne.getString(1), ligne.getInt(2), type, ligne.getString(3),
							valeurs(fichier, ligne.getString(4), lecteur)));
				}, uais == null, (uais != null) ? uais.toArray(new String[0]) : new String[0]));
	}

	/** Without what this reader has not been given: by default, nothing reserved. */
	private Map<String, Object> valeurs(SqlFile fichier, String texte, Lecteur lecteur) {
		try {
			Map<String, Object> valeurs = this.json.readValue(texte,
					new TypeReference<LinkedHashMap<String, Object>>() {
					});
			fichier.liste("reserve")
				.stream()
				.filter((champ) -> !lecteur.champs().contains(fichier.champ("type") + "." + champ))
				.forEach(valeurs::remove);
			return valeurs;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the values of a " + fichier.champ("type"), ex);
		}
	}

	/** The name of an object. */
	record Cle(String uai, int annee, String identifiant) {
	}

}
