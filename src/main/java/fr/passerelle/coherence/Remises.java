package fr.passerelle.coherence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import fr.passerelle.journal.Contenus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was handed over to schools, and what is to be. */
@Repository
class Remises {

	private static final Logger LOG = LoggerFactory.getLogger(Remises.class);

	/** Schools of one look: a look is short, and the next one comes soon. */
	private static final int LOT = 50;

	private final JdbcClient jdbc;

	private final LotFiles fichiers;

	private final Clock horloge;

	Remises(JdbcClient jdbc, LotFiles fichiers, Clock horloge) {
		this.jdbc = jdbc;
		this.fichiers = fichiers;
		this.horloge = horloge;
	}

	/** The schools that had something applied since their lots were last looked at. */
	List<String> aRegarder() {
		return this.jdbc
			.sql("""
					SELECT DISTINCT uai FROM echange.depot
					WHERE etat IN ('traite', 'traite_avec_anomalies') AND NOT au_dossier AND uai IS NOT NULL ORDER BY uai LIMIT ?""")
			.param(LOT)
			.query(String.class)
			.list();
	}

	/**
	 * Puts the lots of this school that changed. Written down in the same transaction: if
	 * it fails, the same files are put again.
	 */
	@Transactional
	public void remettre(String uai) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('remise ' || ?, 0))")
			.param(uai)
			.query()
			.listOfRows();
		if (classer(uai) > 0) {
			aRemettre(uai).forEach((lot) -> remettre(uai, lot));
		}
	}

	/** What someone else is at work on is left for the next look. */
	private int classer(String uai) {
		return this.jdbc
			.sql("""
					UPDATE echange.depot SET au_dossier = true WHERE numero IN (
					    SELECT numero FROM echange.depot
					    WHERE uai = ? AND etat IN ('traite', 'traite_avec_anomalies') AND NOT au_dossier FOR UPDATE SKIP LOCKED)""")
			.param(uai)
			.update();
	}

	/** The complete lot of the year last worked on, unless it is the one handed over. */
	private List<Lot> aRemettre(String uai) {
		return this.jdbc.sql("""
				SELECT dossier, annee_scolaire, numeros FROM (
				    SELECT DISTINCT ON (dossier) dossier, annee_scolaire, numeros, etat FROM echange.v_dossier
				    WHERE uai = ? AND etat IN ('complet', 'remis')
				    ORDER BY dossier, (SELECT max(n) FROM unnest(numeros) AS n) DESC) dernier
				WHERE etat = 'complet'""")
			.param(uai)
			.query((ligne, rang) -> new Lot(ligne.getString(1), ligne.getInt(2),
					List.of((Long[]) ligne.getArray(3).getArray())))
			.list();
	}

	private void remettre(String uai, Lot lot) {
		try {
			this.fichiers.poser(uai, lot.dossier(), lot.numeros());
			noter(uai, lot);
		}
		catch (Contenus.Altere ex) {
			LOG.warn("the lot {} of {} is not handed over before its next deposit", lot.dossier(), uai, ex);
		}
	}

	private void noter(String uai, Lot lot) {
		this.jdbc
			.sql("""
					INSERT INTO echange.remise (uai, dossier, annee_scolaire, numeros, remis_le) VALUES (?, ?, ?, ?, ?)
					ON CONFLICT (uai, dossier) DO UPDATE
					SET annee_scolaire = excluded.annee_scolaire, numeros = excluded.numeros, remis_le = excluded.remis_le""")
			.params(uai, lot.dossier(), lot.annee(), lot.numeros().toArray(new Long[0]),
					Timestamp.from(this.horloge.instant()))
			.update();
	}

	/** Deposits that go together. */
	private record Lot(String dossier, int annee, List<Long> numeros) {
	}

}
