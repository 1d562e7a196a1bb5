package fr.passerelle.publication.evenement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import fr.passerelle.journal.Evenements;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers the lots of changes once they are committed, one numbering at a time, and
 * forgets those that are too old.
 */
@Component("changementStep")
public class Journal {

	private final JdbcClient jdbc;

	private final Evenements evenements;

	private final Clock horloge;

	private final Duration conservation;

	Journal(JdbcClient jdbc, Evenements evenements, Clock horloge,
			@Value("${passerelle.changements.conservation}") Duration conservation) {
		this.jdbc = jdbc;
		this.evenements = evenements;
		this.horloge = horloge;
		this.conservation = conservation;
	}

	/** Gives their cursors to the lots that have none, and tells each on the topic. */
	@Transactional
	public void numeroter() {
		if (!this.jdbc.sql("SELECT EXISTS (SELECT FROM ent.changement_lot WHERE debut IS NULL)")
			.query(Boolean.class)
			.single()) {
			return;
		}
		// The row of the cursor is the lock: who waits for it sees what the other
		// numbered.
		long suivant = this.jdbc.sql("SELECT suivant FROM ent.changement_curseur FOR UPDATE")
			.query(Long.class)
			.single();
		List<Numerote> lots = this.jdbc
			.sql("""
					WITH place AS (
					    SELECT lot, :suivant + sum(nombre) OVER (ORDER BY lot) - nombre AS debut FROM ent.changement_lot WHERE debut IS NULL
					)
					UPDATE ent.changement_lot l SET debut = p.debut FROM place p WHERE p.lot = l.lot
					RETURNING l.uai, l.annee_scolaire, l.debut, l.nombre""")
			.param("suivant", suivant)
			.query((ligne, rang) -> new Numerote(ligne.getString(1), ligne.getInt(2), ligne.getLong(3),
					ligne.getInt(4)))
			.list();
		this.jdbc.sql("UPDATE ent.changement_curseur SET suivant = suivant + ?")
			.param(lots.stream().mapToLong(Numerote::nombre).sum())
			.update();
		lots.stream().sorted(Comparator.comparingLong(Numerote::debut)).forEach(this::dire);
	}

	private void dire(Numerote lot) {
		this.evenements.publier(Evenements.ENT, lot.uai(), "changements", Map.of("anneeScolaire", lot.annee(),
				"premier", lot.debut(), "dernier", lot.debut() + lot.nombre() - 1));
	}

	/** Forgets what is older than the setting. */
	@Transactional
	public void oublier() {
		this.jdbc
			.sql("""
					WITH ancien AS (
					    DELETE FROM ent.changement_lot WHERE cree_le < :limite AND debut IS NOT NULL RETURNING lot, debut + nombre - 1 AS dernier
					), changement AS (
					    DELETE FROM ent.changement c USING ancien a WHERE c.lot = a.lot
					)
					UPDATE ent.changement_curseur SET oublie = d.dernier
					FROM (SELECT max(dernier) AS dernier FROM ancien) d WHERE d.dernier > oublie""")
			.param("limite", Timestamp.from(this.horloge.instant().minus(this.conservation)))
			.update();
	}

	private record Numerote(String uai, int annee, long debut, int nombre) {
	}

}
