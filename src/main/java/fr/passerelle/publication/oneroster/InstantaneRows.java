package fr.passerelle.publication.oneroster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ent.oneroster_…}. */
@Repository
class InstantaneRows {

	/** A walk of pages that has been still for so long is over. */
	private static final Duration PARCOURS = Duration.ofHours(1);

	/** Reading is noted once in this time, not at every call. */
	private static final Duration FINESSE = Duration.ofMinutes(1);

	/**
	 * From so many rows on, pages would be planned for a table that was another: ten
	 * times slower until the server notices.
	 */
	private static final int BEAUCOUP = 5_000;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate recherches;

	private final ObjectMapper json;

	InstantaneRows(DataSource base, ObjectMapper json) {
		this.jdbc = JdbcClient.create(base);
		this.recherches = new NamedParameterJdbcTemplate(base);
		this.json = json;
	}

	/** Whether nobody else makes it now; held until the end of the transaction. */
	boolean prendre(String consommateur) {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtextextended('oneroster ' || ?, 0))")
			.param(consommateur)
			.query(Boolean.class)
			.single();
	}

	Optional<Instantane> trouver(String consommateur) {
		return this.jdbc.sql(
				"SELECT consommateur, contrat, uais, etat, tente_le, duree_ms, fait_le FROM ent.oneroster_instantane WHERE consommateur = ?")
			.param(consommateur)
			.query(Instantane::lire)
			.optional();
	}

	/** Why the last states were refused, by consumer. */
	Map<String, String> fautes() {
		Map<String, String> fautes = new TreeMap<>();
		this.jdbc.sql("SELECT consommateur, faute FROM ent.oneroster_instantane WHERE faute IS NOT NULL")
			.query((ligne) -> {
				fautes.put(ligne.getString(1), ligne.getString(2));
			});
		return fautes;
	}

	/** Those who read. */
	List<String> lecteurs() {
		return this.jdbc.sql("SELECT consommateur FROM ent.oneroster_lecteur ORDER BY 1").query(String.class).list();
	}

	/** Forgets those whose consumers did not come since, with what they were shown. */
	void oublier(Instant avant) {
		this.jdbc.sql("DELETE FROM ent.oneroster_lecteur WHERE lu_le < ?").param(Timestamp.from(avant)).update();
		this.jdbc.sql("""
				DELETE FROM ent.oneroster_instantane i
				WHERE NOT EXISTS (SELECT FROM ent.oneroster_lecteur l WHERE l.consommateur = i.consommateur)""")
			.update();
	}

	void noterLecture(String consommateur, boolean parcours, Instant instant) {
		this.jdbc
			.sql("""
					INSERT INTO ent.oneroster_lecteur AS l
					SELECT :consommateur, :instant, CASE WHEN :parcours THEN CAST(:instant AS timestamptz) END
					WHERE NOT EXISTS (SELECT FROM ent.oneroster_lecteur WHERE consommateur = :consommateur AND lu_le >= :ancien
					                  AND (NOT :parcours OR parcouru_le >= :ancien))
					ON CONFLICT (consommateur) DO UPDATE SET lu_le = excluded.lu_le, parcouru_le = coalesce(excluded.parcouru_le, l.parcouru_le)""")
			.param("consommateur", consommateur)
			.param("parcours", parcours)
			.param("instant", Timestamp.from(instant))
			.param("ancien", Timestamp.from(instant.minus(FINESSE)))
			.update();
	}

	/** An empty one under this contract, unless there is one. */
	void ouvrir(String consommateur, String contrat, Set<String> uais, Instant instant) {
		this.jdbc.sql("DELETE FROM ent.oneroster_instantane WHERE consommateur = ? AND contrat <> ?")
			.params(consommateur, contrat)
			.update();
		this.jdbc.sql("""
				INSERT INTO ent.oneroster_instantane (consommateur, contrat, uais, etat, tente_le, duree_ms)
				VALUES (:consommateur, :contrat, :uais, '', :instant, 0) ON CONFLICT DO NOTHING""")
			.param("consommateur", consommateur)
			.param("contrat", contrat)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : null, java.sql.Types.ARRAY)
			.param("instant", Timestamp.from(instant))
			.update();
	}

	boolean estVide(String consommateur) {
		return this.jdbc.sql("SELECT NOT EXISTS (SELECT FROM ent.oneroster_objet WHERE consommateur = ?)")
			.param(consommateur)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Makes the objects those that the queries give. What does not change is not written;
	 * what is no more there is marked.
	 */
	void remplacer(String consommateur, List<Ressource> ressources, Instant instant) {
		this.jdbc
			.sql("CREATE TEMPORARY TABLE roster_objet (type text, id text, valeurs jsonb, cles text[]) ON COMMIT DROP")
			.update();
		for (Ressource ressource : ressources) {
			this.recherches.getJdbcOperations()
				.update("INSERT INTO roster_objet SELECT ?, x.id, x.valeurs, x.cles FROM (" + ressource.sql() + ") x",
						ressource.type());
		}
		this.recherches.getJdbcOperations().execute("CREATE UNIQUE INDEX ON roster_objet (type, id)");
		this.recherches.getJdbcOperations().execute("ANALYZE roster_objet");
		int ecrites = 0;
		for (String sql : List.of("""
				UPDATE ent.oneroster_objet o SET statut = 'tobedeleted', modifie_le = :instant
				WHERE o.consommateur = :consommateur AND o.statut = 'active'
				  AND NOT EXISTS (SELECT FROM roster_objet n WHERE n.type = o.type AND n.id = o.id)""",
				"""
						UPDATE ent.oneroster_objet o SET statut = 'active', valeurs = n.valeurs, cles = n.cles,
						    modifie_le = CASE WHEN o.statut = 'active' AND o.valeurs = n.valeurs THEN o.modifie_le ELSE :instant END
						FROM roster_objet n
						WHERE o.consommateur = :consommateur AND n.type = o.type AND n.id = o.id
						  AND (o.statut <> 'active' OR o.valeurs <> n.valeurs OR o.cles <> n.cles)""",
				"""
						INSERT INTO ent.oneroster_objet (consommateur, type, id, statut, modifie_le, cles, valeurs)
						SELECT :consommateur, n.type, n.id, 'active', :instant, n.cles, n.valeurs FROM roster_objet n
						WHERE NOT EXISTS (SELECT FROM ent.oneroster_objet o WHERE o.consommateur = :consommateur AND o.type = n.type AND o.id = n.id)
						ORDER BY n.type, n.id""")) {
			ecrites += this.jdbc.sql(sql)
				.param("consommateur", consommateur)
				.param("instant", Timestamp.from(instant))
				.update();
		}
		if (ecrites > BEAUCOUP) {
			this.jdbc.sql("ANALYZE ent.oneroster_objet").update();
		}
	}

	/**
	 * Forgets what disappeared before. Not under the feet of a walk: the pages that are
	 * still to come would move up.
	 */
	void oublierDisparus(String consommateur, Instant avant, Instant instant) {
		this.jdbc
			.sql("""
					DELETE FROM ent.oneroster_objet WHERE consommateur = :consommateur AND statut = 'tobedeleted' AND modifie_le < :avant
					  AND NOT EXISTS (SELECT FROM ent.oneroster_lecteur l WHERE l.consommateur = :consommateur AND l.parcouru_le > :parcours)""")
			.param("consommateur", consommateur)
			.param("avant", Timestamp.from(avant))
			.param("parcours", Timestamp.from(instant.minus(PARCOURS)))
			.update();
	}

	/** Says of which state it is, or why that state is refused. */
	void noter(String consommateur, String etat, Instant instant, Duration duree, String faute) {
		this.jdbc
			.sql("""
					UPDATE ent.oneroster_instantane SET etat = :etat, tente_le = :instant, duree_ms = :duree, faute = :faute,
					    fait_le = CASE WHEN CAST(:faute AS text) IS NULL THEN :instant ELSE fait_le END
					WHERE consommateur = :consommateur""")
			.param("consommateur", consommateur)
			.param("etat", etat)
			.param("instant", Timestamp.from(instant))
			.param("duree", duree.toMillis())
			.param("faute", faute, java.sql.Types.VARCHAR)
			.update();
	}

	Objets lister(String consommateur, Recherche recherche) {
		RechercheSql sql = new RechercheSql(consommateur, recherche);
		long total = this.recherches.queryForObject(sql.nombre(), sql.parametres(), Long.class);
		return new Objets(this.recherches.query(sql.page(), sql.parametres(), this::objet), total);
	}

	Optional<Objet> objet(String consommateur, String type, String id, List<String> cles) {
		return this.jdbc.sql("""
				SELECT id, statut, modifie_le, valeurs::text FROM ent.oneroster_objet
				WHERE consommateur = :consommateur AND type = :type AND id = :id AND cles @> CAST(:cles AS text[])""")
			.param("consommateur", consommateur)
			.param("type", type)
			.param("id", id)
			.param("cles", cles.toArray(new String[0]))
			.query(this::objet)
			.optional();
	}

	private Objet objet(ResultSet ligne, int rang) throws SQLException {
		try {
			return new Objet(ligne.getString(1), ligne.getString(2), ligne.getTimestamp(3).toInstant(),
					(ObjectNode) this.json.readTree(ligne.getString(4)));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading an object of OneRoster", ex);
		}
	}

	/**
	 * What a consumer is shown.
	 *
	 * @param uais of these schools, null for all
	 * @param etat of the directory when it was last tried
	 * @param faitLe null: never any good one
	 */
	record Instantane(String consommateur, String contrat, Set<String> uais, String etat, Instant tenteLe,
			Duration duree, Instant faitLe) {

		static Instantane lire(ResultSet ligne, int rang) throws SQLException {
			java.sql.Array uais = ligne.getArray("uais");
			Timestamp fait = ligne.getTimestamp("fait_le");
			return new Instantane(ligne.getString("consommateur"), ligne.getString("contrat"),
					(uais != null) ? Set.of((String[]) uais.getArray()) : null, ligne.getString("etat"),
					ligne.getTimestamp("tente_le").toInstant(), Duration.ofMillis(ligne.getLong("duree_ms")),
					(fait != null) ? fait.toInstant() : null);
		}

	}

}
