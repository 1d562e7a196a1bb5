package fr.passerelle.publication.ldap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What {@link Rendu} made, read one entry at a time. */
@Component("entreesLdap")
class Entrees {

	private static final TypeReference<Map<String, List<String>>> ATTRIBUTS = new TypeReference<>() {
	};

	/** An élève is two kilobytes: a few hundred of them in memory, not an académie. */
	private static final int A_LA_FOIS = 500;

	private final JdbcTemplate jdbc;

	private final Modeles modeles;

	private final ObjectMapper json;

	Entrees(DataSource base, Modeles modeles, ObjectMapper json) {
		this.jdbc = new JdbcTemplate(base);
		this.jdbc.setFetchSize(A_LA_FOIS);
		this.modeles = modeles;
		this.json = json;
	}

	/** Every entry, what is named by others first. */
	void toutes(Consumer<EntreeLue> suite) {
		this.jdbc.query("SELECT *, attributs::text AS texte FROM ldap_voulu ORDER BY rang, dn", (ligne) -> {
			suite.accept(entree(ligne, List.of()));
		});
	}

	/**
	 * The entry of a row of {@code ldap_voulu}.
	 * @param champs reserved attributes that its consumer receives
	 */
	EntreeLue entree(ResultSet ligne, List<String> champs) throws SQLException {
		Modele modele = this.modeles.modele(ligne.getString("entree"));
		return new EntreeLue(modele, ligne.getString("cle"), ligne.getString("dn"),
				List.of((String[]) ligne.getArray("uais").getArray()), attributs(ligne.getString("texte")),
				modele.caches(champs), ligne.getString("empreinte"));
	}

	Map<String, List<String>> attributs(String texte) {
		try {
			return this.json.readValue(texte, ATTRIBUTS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the attributes of an entry", ex);
		}
	}

	String texte(Map<String, List<String>> attributs) {
		try {
			return this.json.writeValueAsString(attributs);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing the attributes of an entry", ex);
		}
	}

	/** The schools that entries were made of. */
	Set<String> uais() {
		return new TreeSet<>(this.jdbc.queryForList("SELECT uai FROM ldap_ecole", String.class));
	}

	/** What is not written, in the order of schools. */
	List<Ecart> ecarts() {
		return this.jdbc.query(
				"SELECT uai, identifiant, objet, code FROM ldap_ecarte ORDER BY uai, objet, identifiant, code",
				(ligne, rang) -> new Ecart(ligne.getString(1), ligne.getString(2), ligne.getString(3),
						ligne.getString(4)));
	}

	/** A line of {@code ldap_ecarte}. */
	record Ecart(String uai, String identifiant, String objet, String code) {
	}

}
