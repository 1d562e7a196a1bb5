package fr.passerelle.publication.ldap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the hub knows of each server without asking it: entries written, failures. */
@Repository("registreLdap")
class Registre {

	private final JdbcClient jdbc;

	private final Clock horloge;

	Registre(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	/**
	 * One at a time speaks to the server of a consumer, whatever the number of nodes:
	 * until the end of the transaction.
	 * @return false when another does
	 */
	boolean prendre(String consommateur) {
		return this.jdbc.sql("SELECT pg_try_advisory_xact_lock(hashtext('ldap'), hashtext(?))")
			.param(consommateur)
			.query(Boolean.class)
			.single();
	}

	/** Notes what became of a wanted entry. */
	void noter(String consommateur, EntreeLue entree, Issue issue) {
		this.jdbc
			.sql("""
					INSERT INTO ent.ldap_entree (consommateur, cle, dn, entree, uais, empreinte, ecrit_le, refus)
					VALUES (?, ?, ?, ?, ?, ?::uuid, ?, ?)
					ON CONFLICT (consommateur, cle) DO UPDATE SET dn = excluded.dn, entree = excluded.entree, uais = excluded.uais,
					    empreinte = excluded.empreinte, ecrit_le = excluded.ecrit_le, parti_le = NULL, refus = excluded.refus""")
			.params(consommateur, entree.cle(), entree.dn(), entree.modele().nom(),
					entree.uais().toArray(new String[0]), entree.empreinte(), maintenant(),
					issue.refusee() ? issue.refus() + " " + issue.detail() : null)
			.update();
	}

	/** Notes what became of an entry that is no more to be given. */
	void noter(String consommateur, Partant partant, Issue issue) {
		switch (issue.sorte()) {
			case RETIREE -> this.jdbc.sql("DELETE FROM ent.ldap_entree WHERE consommateur = ? AND cle = ?")
				.params(consommateur, partant.cle())
				.update();
			case PARTIE -> this.jdbc
				.sql("""
						INSERT INTO ent.ldap_entree (consommateur, cle, dn, entree, uais, empreinte, ecrit_le, parti_le)
						VALUES (?, ?, ?, ?, '{}', md5('')::uuid, ?, ?)
						ON CONFLICT (consommateur, cle) DO UPDATE SET parti_le = coalesce(ent.ldap_entree.parti_le, excluded.parti_le)""")
				.params(consommateur, partant.cle(), partant.dn(), partant.modele().nom(), maintenant(), maintenant())
				.update();
			case REFUSEE -> this.jdbc.sql("UPDATE ent.ldap_entree SET refus = ? WHERE consommateur = ? AND cle = ?")
				.params(issue.refus() + " " + issue.detail(), consommateur, partant.cle())
				.update();
			default -> {
				// It stays as it is.
			}
		}
	}

	/** Forgets what is neither wanted nor in the server. */
	void oublier(String consommateur) {
		this.jdbc
			.sql("""
					DELETE FROM ent.ldap_entree l WHERE consommateur = ?
					  AND NOT EXISTS (SELECT FROM ldap_voulu v WHERE v.cle = l.cle) AND NOT EXISTS (SELECT FROM ldap_serveur s WHERE s.cle = l.cle)""")
			.param(consommateur)
			.update();
	}

	/** What is to be known before a turn; a consumer never seen has nothing. */
	Suivi suivi(String consommateur) {
		return this.jdbc
			.sql("SELECT essais, prochain, panne, retenus, reglages, champs FROM ent.ldap_suivi WHERE consommateur = ?")
			.param(consommateur)
			.query((ligne, rang) -> new Suivi(ligne.getInt(1), instant(ligne.getTimestamp(2)), ligne.getString(3),
					ligne.getInt(4), ligne.getString(5), List.of((String[]) ligne.getArray(6).getArray())))
			.optional()
			.orElse(new Suivi(0, null, null, 0, null, List.of()));
	}

	/** Notes a failure and when to try again: twice as late each time. */
	void echouer(String consommateur, String panne, Duration delai, Duration delaiMax) {
		this.jdbc
			.sql("""
					INSERT INTO ent.ldap_suivi AS s (consommateur, essais, prochain, panne) VALUES (:qui, 1, :instant::timestamptz + :delai * interval '1 millisecond', :panne)
					ON CONFLICT (consommateur) DO UPDATE SET essais = s.essais + 1, panne = excluded.panne,
					    prochain = :instant::timestamptz + least(:max, :delai * 2 ^ least(s.essais, 20)) * interval '1 millisecond'""")
			.param("qui", consommateur)
			.param("instant", maintenant())
			.param("delai", delai.toMillis())
			.param("max", delaiMax.toMillis())
			.param("panne", panne)
			.update();
	}

	/** Notes that a turn went to its end. */
	void reussir(String consommateur) {
		this.jdbc.sql(
				"UPDATE ent.ldap_suivi SET essais = 0, prochain = NULL, panne = NULL WHERE consommateur = ? AND panne IS NOT NULL")
			.param(consommateur)
			.update();
	}

	/** Notes how many entries wait for a person's word, and for which settings. */
	void retenir(Abonne abonne, long retenus) {
		this.jdbc
			.sql("""
					INSERT INTO ent.ldap_suivi (consommateur, retenus, reglages, champs) VALUES (?, ?, ?, ?)
					ON CONFLICT (consommateur) DO UPDATE SET retenus = excluded.retenus, reglages = excluded.reglages, champs = excluded.champs""")
			.params(abonne.nom(), retenus, abonne.reglages(), abonne.champs().toArray(new String[0]))
			.update();
	}

	/** How many entries the server holds, refused ones excluded. */
	long nombre(String consommateur) {
		return this.jdbc.sql("SELECT count(*) FROM ent.ldap_entree WHERE consommateur = ? AND refus IS NULL")
			.param(consommateur)
			.query(Long.class)
			.single();
	}

	/** How many of them are of persons who left. */
	long partis(String consommateur) {
		return this.jdbc.sql("SELECT count(*) FROM ent.ldap_entree WHERE consommateur = ? AND parti_le IS NOT NULL")
			.param(consommateur)
			.query(Long.class)
			.single();
	}

	/** What the server refused, the first ones. */
	List<Refus> refus(String consommateur, int combien) {
		return this.jdbc.sql(
				"SELECT dn, refus FROM ent.ldap_entree WHERE consommateur = ? AND refus IS NOT NULL ORDER BY dn LIMIT ?")
			.params(consommateur, combien)
			.query((ligne, rang) -> new Refus(ligne.getString(1), ligne.getString(2).split(" ", 2)[0],
					ligne.getString(2).split(" ", 2)[1]))
			.list();
	}

	private Timestamp maintenant() {
		return Timestamp.from(this.horloge.instant());
	}

	private static Instant instant(Timestamp moment) {
		return (moment != null) ? moment.toInstant() : null;
	}

	/**
	 * How a server does.
	 *
	 * @param prochain when to try again, null when nothing failed
	 * @param panne what failed, null when nothing did
	 * @param retenus entries that wait for a person's word
	 * @param reglages settings for which everything was compared last, null for never
	 * @param champs reserved fields that were written there
	 */
	record Suivi(int essais, Instant prochain, String panne, int retenus, String reglages, List<String> champs) {

		boolean attend(Instant instant) {
			return Optional.ofNullable(this.prochain).filter((moment) -> moment.isAfter(instant)).isPresent();
		}

	}

	/** An entry that the server refused. */
	record Refus(String dn, String code, String reponse) {
	}

}
