package fr.passerelle.publication.aaf;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The completes published to the whole perimeter of a consumer, the last one first. */
@Repository("completsAaf")
class Complets {

	private static final TypeReference<Map<String, Map<String, Long>>> EFFECTIFS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	Complets(JdbcClient jdbc, ObjectMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void ajouter(String consommateur, String parcelle, String paquet, Map<String, Map<String, Long>> effectifs) {
		try {
			this.jdbc.sql(
					"INSERT INTO ent.complet_publie (consommateur, parcelle, paquet, effectifs) VALUES (?, ?, ?, ?::jsonb)")
				.params(consommateur, parcelle, paquet, this.json.writeValueAsString(effectifs))
				.update();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("keeping what was published", ex);
		}
	}

	/** Names of the last packages. */
	List<String> derniers(String consommateur, String parcelle, int nombre) {
		return this.jdbc.sql(
				"SELECT paquet FROM ent.complet_publie WHERE consommateur = ? AND parcelle = ? ORDER BY rang DESC LIMIT ?")
			.params(consommateur, parcelle, nombre)
			.query(String.class)
			.list();
	}

	/** How many persons each school had in the last one; empty before the first. */
	Map<String, Map<String, Long>> effectifs(String consommateur, String parcelle) {
		return this.jdbc.sql(
				"SELECT effectifs::text FROM ent.complet_publie WHERE consommateur = ? AND parcelle = ? ORDER BY rang DESC LIMIT 1")
			.params(consommateur, parcelle)
			.query(String.class)
			.optional()
			.map(this::lire)
			.orElse(Map.of());
	}

	private Map<String, Map<String, Long>> lire(String texte) {
		try {
			return this.json.readValue(texte, EFFECTIFS);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading what was published", ex);
		}
	}

}
