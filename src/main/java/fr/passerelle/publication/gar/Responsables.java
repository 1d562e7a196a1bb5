package fr.passerelle.publication.gar;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gives the resources of a school in the GAR, as its head names them (gar.md §4): a
 * person of its staff, with a mail, fifteen at most.
 */
@Repository
public class Responsables {

	/** What GAR takes of one school (gar.md §4). */
	static final int MAX = 15;

	private final JdbcClient jdbc;

	private final Clock horloge;

	Responsables(JdbcClient jdbc, Clock horloge) {
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	/** Those of a school, by number. */
	public List<Responsable> lister(String uai) {
		return this.jdbc.sql("SELECT personne_id, courriel FROM ent.gar_responsable WHERE uai = ? ORDER BY personne_id")
			.param(uai)
			.query((ligne, rang) -> new Responsable(ligne.getLong("personne_id"), ligne.getString("courriel")))
			.list();
	}

	/**
	 * Names one, or changes its mail.
	 * @return why not; empty: it is done
	 */
	@Transactional
	public Optional<Constat> nommer(String uai, long personneId, String courriel, String par) {
		// Two heads at once must not make sixteen.
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('gar_responsable ' || ?, 0))")
			.param(uai)
			.query()
			.listOfRows();
		if (courriel == null || !courriel.matches("[^@\\s]+@[^@\\s]+") || courriel.length() > 255) {
			return Optional.of(Constat.de("GAR_RA_COURRIEL"));
		}
		if (!estDuPersonnel(uai, personneId)) {
			return Optional.of(Constat.de("GAR_RA_PERSONNE", "uai", uai));
		}
		List<Responsable> autres = lister(uai).stream().filter((un) -> un.personneId() != personneId).toList();
		if (autres.size() >= MAX) {
			return Optional.of(Constat.de("GAR_RA_NOMBRE", "uai", uai, "nombre", Integer.toString(MAX)));
		}
		this.jdbc
			.sql("""
					INSERT INTO ent.gar_responsable (uai, personne_id, courriel, nomme_par, nomme_le) VALUES (?, ?, ?, ?, ?)
					ON CONFLICT (uai, personne_id) DO UPDATE SET courriel = excluded.courriel, nomme_par = excluded.nomme_par,
					  nomme_le = excluded.nomme_le""")
			.params(uai, personneId, courriel, par, Timestamp.from(this.horloge.instant()))
			.update();
		return Optional.empty();
	}

	/**
	 * Withdraws one.
	 * @return whether it was one
	 */
	public boolean retirer(String uai, long personneId) {
		return this.jdbc.sql("DELETE FROM ent.gar_responsable WHERE uai = ? AND personne_id = ?")
			.params(uai, personneId)
			.update() == 1;
	}

	private boolean estDuPersonnel(String uai, long personneId) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM ent.presence WHERE uai = ? AND personne_id = ? AND systeme = 'STS' AND disparu_le IS NULL)""")
			.params(uai, personneId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * One of them.
	 *
	 * @param personneId number in the directory
	 */
	public record Responsable(long personneId, String courriel) {
	}

}
