package fr.passerelle.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which packages are old, and no more of use. Always kept: of each consumer and parcel
 * the last valid one, which the next one is compared with, and the last one shown; what
 * waits for its hour, or to be put on a server.
 */
@Repository
class Purges {

	private static final String ANCIENS = """
			SELECT paquet FROM (
			    SELECT p.*, r.etat AS remise,
			           valide AND entier AND row_number() OVER (PARTITION BY flux, consommateur, voie, valide AND entier ORDER BY numero DESC) = 1 AS dernier,
			           montre AND entier AND row_number() OVER (PARTITION BY flux, consommateur, voie, montre AND entier ORDER BY numero DESC) = 1 AS dernier_montre
			    FROM (SELECT *, %s AS voie, split_part(paquet, '-', 3)::bigint AS numero, montre_le IS NOT NULL AS montre FROM echange.paquet) p
			    LEFT JOIN echange.remise_paquet r USING (paquet)) q
			WHERE purge_le IS NULL AND coalesce(montre_le, cree_le) <= :limite AND NOT dernier AND NOT dernier_montre
			  AND (visible_le IS NULL OR montre) AND remise IS DISTINCT FROM 'attend'"""
		.formatted(Paquets.PARCELLE.formatted("paquet"));

	private final JdbcClient jdbc;

	Purges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Notes that the files of what is older than this are no more given. */
	int marquer(Instant limite, Instant maintenant) {
		return this.jdbc.sql("UPDATE echange.paquet SET purge_le = :maintenant WHERE paquet IN (" + ANCIENS + ")")
			.param("limite", Timestamp.from(limite))
			.param("maintenant", Timestamp.from(maintenant))
			.update();
	}

	/**
	 * What was no more given before this, and is still on the disk. An archive whose name
	 * another package has too is that other's.
	 */
	List<Restes> aEffacer(Instant avant) {
		return this.jdbc
			.sql("""
					SELECT paquet, flux, consommateur, ARRAY(
					    SELECT a FROM unnest(archives) a WHERE NOT EXISTS (
					        SELECT FROM echange.paquet q WHERE q.flux = p.flux AND q.consommateur = p.consommateur AND q.paquet <> p.paquet
					           AND q.purge_le IS NULL AND a = ANY (q.archives))) AS archives
					FROM echange.paquet p WHERE purge_le <= ? AND efface_le IS NULL ORDER BY purge_le, paquet""")
			.param(Timestamp.from(avant))
			.query((ligne, rang) -> new Restes(ligne.getString(1), ligne.getString(2), ligne.getString(3),
					List.of((String[]) ligne.getArray(4).getArray())))
			.list();
	}

	/** Notes that the files are gone. */
	void efface(Restes restes, Instant maintenant) {
		this.jdbc.sql("UPDATE echange.paquet SET efface_le = ? WHERE paquet = ?")
			.params(Timestamp.from(maintenant), restes.paquet())
			.update();
	}

	/** What is left of a package on the disk, besides its folder and its description. */
	record Restes(String paquet, String flux, String consommateur, List<String> archives) {
	}

}
