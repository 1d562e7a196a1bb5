package fr.passerelle.publication.ldap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The comparisons of everything that were asked for, and what came of them. */
@Repository("reconciliationsLdap")
class Reconciliations {

	private static final TypeReference<Map<String, Long>> COMPTES = new TypeReference<>() {
	};

	private static final String LUES = "SELECT numero, consommateur, demandeur, confirmation, demandee_le, faite_le, comptes::text FROM ent.ldap_reconciliation ";

	/** More than anybody reads. */
	private static final int DERNIERES = 100;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock horloge;

	Reconciliations(JdbcClient jdbc, ObjectMapper json, Clock horloge) {
		this.jdbc = jdbc;
		this.json = json;
		this.horloge = horloge;
	}

	/**
	 * Asks for one.
	 * @param confirmation whether what is held back is to go
	 */
	Demande demander(String consommateur, String demandeur, boolean confirmation) {
		long numero = this.jdbc
			.sql("""
					INSERT INTO ent.ldap_reconciliation (consommateur, demandeur, confirmation, demandee_le) VALUES (?, ?, ?, ?)
					RETURNING numero""")
			.params(consommateur, demandeur, confirmation, Timestamp.from(this.horloge.instant()))
			.query(Long.class)
			.single();
		return trouver(numero).orElseThrow();
	}

	/** The last ones, the last first. */
	List<Demande> dernieres() {
		return this.jdbc.sql(LUES + "ORDER BY numero DESC LIMIT ?")
			.param(DERNIERES)
			.query((ligne, rang) -> lire(ligne))
			.list();
	}

	Optional<Demande> trouver(long numero) {
		return this.jdbc.sql(LUES + "WHERE numero = ?").param(numero).query((ligne, rang) -> lire(ligne)).optional();
	}

	/** Those of a consumer that are not done. */
	List<Demande> attendues(String consommateur) {
		return this.jdbc.sql(LUES + "WHERE consommateur = ? AND faite_le IS NULL ORDER BY numero")
			.param(consommateur)
			.query((ligne, rang) -> lire(ligne))
			.list();
	}

	/** When one was last done, if ever. */
	Optional<Instant> derniere(String consommateur) {
		return this.jdbc.sql("SELECT max(faite_le) FROM ent.ldap_reconciliation WHERE consommateur = ?")
			.param(consommateur)
			.query((ligne, rang) -> Optional.ofNullable(ligne.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	/** Notes that these are done. */
	void finir(List<Demande> demandes, Map<String, Long> comptes) {
		for (Demande demande : demandes) {
			this.jdbc.sql("UPDATE ent.ldap_reconciliation SET faite_le = ?, comptes = ?::jsonb WHERE numero = ?")
				.params(Timestamp.from(this.horloge.instant()), ecrire(comptes), demande.numero())
				.update();
		}
	}

	private String ecrire(Map<String, Long> comptes) {
		try {
			return this.json.writeValueAsString(comptes);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing the counts of a reconciliation", ex);
		}
	}

	private Demande lire(java.sql.ResultSet ligne) throws java.sql.SQLException {
		Timestamp faite = ligne.getTimestamp(6);
		return new Demande(ligne.getLong(1), ligne.getString(2), ligne.getString(3), ligne.getBoolean(4),
				ligne.getTimestamp(5).toInstant(), (faite != null) ? faite.toInstant() : null,
				comptes(ligne.getString(7)));
	}

	private Map<String, Long> comptes(String texte) {
		try {
			return (texte != null) ? this.json.readValue(texte, COMPTES) : null;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading the counts of a reconciliation", ex);
		}
	}

}
