package fr.passerelle.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of packages. */
@Repository
class Paquets {

	private static final String COLONNES = """
			SELECT paquet, flux, consommateur, cree_le, demandeur, uai, valide, fautes::text AS fautes, comptes::text AS comptes,
			       ecartes::text AS ecartes, taille, empreinte, archives, entier, visible_le, montre_le, purge_le,
			       etat, le, tentatives, prochaine, motif, remplace_par FROM echange.paquet LEFT JOIN echange.remise_paquet USING (paquet)""";

	private static final String CHERCHES = """
			WHERE flux = :flux AND (:nom::text IS NULL OR paquet = :nom) AND (:qui::text IS NULL OR consommateur = :qui)
			 AND NOT (:sansGardes AND valide AND montre_le IS NULL) AND (:depuis::timestamptz IS NULL OR cree_le >= :depuis)
			 AND (:uais::text[] IS NULL OR (SELECT count(*) > 0 AND bool_and(e IS NOT NULL AND e = ANY (:uais))
			      FROM (SELECT unnest(uai) UNION ALL SELECT r ->> 'uai' FROM jsonb_array_elements(ecartes) r) parle (e)))""";

	/** The parcel a package is of, as its name ends. */
	static final String PARCELLE = "substring(%s FROM '^[0-9]{8}-[0-9]{6}-[0-9]+-(.*)$')";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Catalogue catalogue;

	Paquets(JdbcClient jdbc, ObjectMapper json, Catalogue catalogue) {
		this.jdbc = jdbc;
		this.json = json;
		this.catalogue = catalogue;
	}

	long numero() {
		return this.jdbc.sql("SELECT nextval('echange.paquet_numero')").query(Long.class).single();
	}

	/**
	 * One package of a feed for a consumer at a time, until the end of the transaction.
	 */
	void unALaFois(String flux, String consommateur) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('publication ' || ? || ' ' || ?, 0))")
			.params(flux, consommateur)
			.query()
			.listOfRows();
	}

	void ajouter(Paquet paquet) {
		this.jdbc
			.sql("""
					INSERT INTO echange.paquet (paquet, flux, consommateur, uai, demandeur, cree_le, valide, comptes, ecartes, fautes, taille, empreinte,
					                            archives, entier, visible_le, montre_le)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
			.params(paquet.paquet(), paquet.flux(), paquet.consommateur(), paquet.uai().toArray(new String[0]),
					paquet.demandeur(), Timestamp.from(paquet.date()), paquet.valide(), ecrire(paquet.comptes()),
					ecrire(paquet.ecartes()), ecrire(paquet.fautes()), paquet.taille(), paquet.empreinte(),
					paquet.archives().toArray(new String[0]), paquet.entier(), moment(paquet.visibleLe()),
					moment(paquet.montreLe()))
			.update();
	}

	/**
	 * Keeps all that a package of all the schools left out, in the place of the one
	 * before.
	 */
	void garderEcartes(Paquet paquet, List<Redaction.Ecarte> ecartes) {
		this.jdbc.sql(
				"DELETE FROM echange.paquet_ecarte WHERE paquet IN (SELECT paquet FROM echange.paquet WHERE flux = ? AND consommateur = ? AND %s IS NOT DISTINCT FROM %s)"
					.formatted(PARCELLE.formatted("paquet"), PARCELLE.formatted("?")))
			.params(paquet.flux(), paquet.consommateur(), paquet.paquet())
			.update();
		this.jdbc.sql("""
				INSERT INTO echange.paquet_ecarte (paquet, rang, uai, eleve, objet, motif)
				SELECT ?, rang, uai, eleve, objet, motif
				FROM unnest(?, ?, ?, ?) WITH ORDINALITY AS e (uai, eleve, objet, motif, rang)""")
			.params(paquet.paquet(), colonne(ecartes, Redaction.Ecarte::uai), colonne(ecartes, Redaction.Ecarte::eleve),
					colonne(ecartes, Redaction.Ecarte::objet), colonne(ecartes, Redaction.Ecarte::motif))
			.update();
	}

	private static String[] colonne(List<Redaction.Ecarte> ecartes, Function<Redaction.Ecarte, String> champ) {
		return ecartes.stream().map(champ).toArray(String[]::new);
	}

	/** A page of the packages looked for, the last one first. */
	List<Paquet> chercher(RecherchePaquets recherche, int page, int taille) {
		return demande(
				COLONNES + " " + CHERCHES
						+ " ORDER BY cree_le DESC, split_part(paquet, '-', 3)::bigint DESC LIMIT :taille OFFSET :debut",
				recherche)
			.param("taille", taille)
			.param("debut", (long) page * taille)
			.query((ligne, rang) -> lire(ligne))
			.list();
	}

	/** How many there are. */
	long compter(RecherchePaquets recherche) {
		return demande("SELECT count(*) FROM echange.paquet " + CHERCHES, recherche).query(Long.class).single();
	}

	private JdbcClient.StatementSpec demande(String sql, RecherchePaquets recherche) {
		return this.jdbc.sql(sql)
			.param("flux", recherche.flux())
			.param("nom", recherche.paquet())
			.param("qui", recherche.consommateur())
			.param("sansGardes", recherche.sansGardes())
			.param("uais", (recherche.uais() != null) ? recherche.uais().toArray(new String[0]) : null)
			.param("depuis", moment(recherche.depuis()));
	}

	Optional<Paquet> trouver(String flux, String paquet) {
		return this.jdbc.sql(COLONNES + " WHERE flux = ? AND paquet = ?")
			.params(flux, paquet)
			.query((ligne, rang) -> lire(ligne))
			.optional();
	}

	/** When a package was last made on schedule, well or not. */
	Optional<Instant> dernier(String flux, String consommateur, String demandeur) {
		return this.jdbc.sql(
				"SELECT cree_le FROM echange.paquet WHERE flux = ? AND consommateur = ? AND demandeur = ? ORDER BY cree_le DESC LIMIT 1")
			.params(flux, consommateur, demandeur)
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant);
	}

	/** The last package of all the schools, of each consumer and parcel, well or not. */
	List<Paquet> derniers(String flux) {
		return this.jdbc
			.sql("SELECT DISTINCT ON (consommateur, parcelle) * FROM (SELECT *, " + PARCELLE.formatted("paquet")
					+ " AS parcelle FROM (" + COLONNES
					+ " WHERE flux = ? AND entier) p) q ORDER BY consommateur, parcelle, cree_le DESC, paquet DESC")
			.param(flux)
			.query((ligne, rang) -> lire(ligne))
			.list();
	}

	/** The packages of a consumer that are written and not shown yet. */
	Set<String> attendus(String flux, String consommateur) {
		return Set.copyOf(this.jdbc.sql("""
				SELECT paquet FROM echange.paquet
				WHERE flux = ? AND consommateur = ? AND montre_le IS NULL AND visible_le IS NOT NULL""")
			.params(flux, consommateur)
			.query(String.class)
			.list());
	}

	/** The packages of a feed whose hour to be shown has come, the oldest first. */
	List<Paquet> aMontrer(String flux, Instant instant) {
		return this.jdbc
			.sql(COLONNES
					+ " WHERE flux = ? AND montre_le IS NULL AND visible_le <= ? ORDER BY visible_le, cree_le, paquet")
			.params(flux, Timestamp.from(instant))
			.query((ligne, rang) -> lire(ligne))
			.list();
	}

	/**
	 * Notes that a package is shown, unless somebody did, or a later state of the same
	 * schools is shown already.
	 */
	boolean marquerMontre(Paquet paquet, Instant instant) {
		return this.jdbc
			.sql("""
					UPDATE echange.paquet SET montre_le = ? WHERE paquet = ? AND montre_le IS NULL AND visible_le IS NOT NULL
					  AND NOT EXISTS (SELECT FROM echange.paquet p WHERE p.flux = ? AND p.consommateur = ? AND p.entier
					                  AND p.montre_le IS NOT NULL AND p.cree_le > ?
					                  AND %s IS NOT DISTINCT FROM %s)"""
				.formatted(PARCELLE.formatted("p.paquet"), PARCELLE.formatted("?")))
			.params(Timestamp.from(instant), paquet.paquet(), paquet.flux(), paquet.consommateur(),
					Timestamp.from(paquet.date()), paquet.paquet())
			.update() == 1;
	}

	/** Notes that a package will never be shown: a later state has been. */
	boolean marquerDepasse(Paquet paquet) {
		return this.jdbc.sql("""
				UPDATE echange.paquet SET visible_le = NULL
				WHERE paquet = ? AND montre_le IS NULL AND visible_le IS NOT NULL""")
			.param(paquet.paquet())
			.update() == 1;
	}

	private static Timestamp moment(Instant instant) {
		return (instant != null) ? Timestamp.from(instant) : null;
	}

	private static Instant instant(Timestamp moment) {
		return (moment != null) ? moment.toInstant() : null;
	}

	private Paquet lire(ResultSet ligne) throws SQLException {
		boolean valide = ligne.getBoolean("valide");
		List<String> archives = List.of((String[]) ligne.getArray("archives").getArray());
		return new Paquet(ligne.getString("paquet"), ligne.getString("flux"), ligne.getString("consommateur"),
				ligne.getTimestamp("cree_le").toInstant(), ligne.getString("demandeur"),
				List.of((String[]) ligne.getArray("uai").getArray()), valide,
				lire(ligne.getString("fautes"), new TypeReference<List<String>>() {
				}), lire(ligne.getString("comptes"), new TypeReference<Map<String, Long>>() {
				}), lire(ligne.getString("ecartes"), new TypeReference<List<Redaction.Ecarte>>() {
				}), valide ? archives.get(0) : null, (Long) ligne.getObject("taille"), ligne.getString("empreinte"),
				archives, ligne.getBoolean("entier"), instant(ligne.getTimestamp("visible_le")),
				instant(ligne.getTimestamp("montre_le")), remise(ligne), instant(ligne.getTimestamp("purge_le")));
	}

	private Remise remise(ResultSet ligne) throws SQLException {
		String etat = ligne.getString("etat");
		if (etat == null) {
			return null;
		}
		Instant le = instant(ligne.getTimestamp("le"));
		String motif = ligne.getString("motif");
		return new Remise(Remise.Etat.deCode(etat), le, ligne.getInt("tentatives"),
				(le == null) ? instant(ligne.getTimestamp("prochaine")) : null,
				(motif != null)
						? this.catalogue.texte(Constat.de(motif, "paquet", ligne.getString("remplace_par"))).titre()
						: null);
	}

	private String ecrire(Object valeur) {
		try {
			return this.json.writeValueAsString(valeur);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing a package in the ledger", ex);
		}
	}

	private <T> T lire(String texte, TypeReference<T> type) {
		try {
			return this.json.readValue(texte, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading a package of the ledger", ex);
		}
	}

}
