package fr.passerelle.coherence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a school is in the chain of synchronisations. What files show is observed, never
 * assumed; 4a and 4b, which write no file, can be declared by a person (R113, R114).
 */
@Repository
public class Synchros {

	/** A card names what a person can look up. */
	private static final int MAX_NOMS = 200;

	private final JdbcClient jdbc;

	private final Magasins magasins;

	private final Clock horloge;

	Synchros(JdbcClient jdbc, Magasins magasins, Clock horloge) {
		this.magasins = magasins;
		this.jdbc = jdbc;
		this.horloge = horloge;
	}

	/** The year this school last worked on. */
	public Optional<Integer> annee(String uai) {
		return this.jdbc.sql("""
				SELECT annee_scolaire FROM echange.v_depot
				WHERE uai = ? AND etat IN ('traite', 'traite_avec_anomalies') AND annee_scolaire IS NOT NULL
				ORDER BY traite_le DESC, numero DESC LIMIT 1""").param(uai).query(Integer.class).optional();
	}

	/** Someone says it is done. */
	@Transactional
	public void declarer(String uai, int annee, String etape, String par, String message) {
		this.jdbc.sql("""
				INSERT INTO echange.synchro_declaree (uai, annee_scolaire, etape, declaree_le, declaree_par, message)
				VALUES (?, ?, ?, ?, ?, ?)""")
			.params(uai, annee, etape, Timestamp.from(this.horloge.instant()), par, message)
			.update();
	}

	/**
	 * The step card: one line per synchronisation, in the order they are done, then one
	 * for each of the LSU, the ENT directory and the GAR.
	 */
	public List<Etape> etapes(String uai, int annee) {
		Map<String, Instant> appliques = appliques(uai, annee);
		List<Etape> etapes = new ArrayList<>();
		etapes.add(deposee("1", appliques.get("STS_EMP")));
		etapes.add(dossier(uai, annee));
		etapes.add(observee("3", appliques.get("EMP_STS"), appliques.get("STS_EMP"), () -> manquants("3", uai, annee)));
		etapes.add(observee("4a", appliques.get("STS_EMP"), appliques.get("SIECLE_STRUCTURES"),
				() -> manquants("4a", uai, annee))
			.avec(declaration(uai, annee, "4a")));
		// No export of SIECLE carries services nor head teachers: no file can show it.
		etapes.add(Etape.aFaire("4b").avec(declaration(uai, annee, "4b")));
		etapes.add(deposee("5", appliques.get("ELEGROUPE")));
		etapes.addAll(this.magasins.etapes(uai, annee));
		return List.copyOf(etapes);
	}

	private static Etape deposee(String numero, Instant le) {
		return (le != null) ? new Etape(numero, "deposee", le, null, List.of()) : Etape.aFaire(numero);
	}

	private Etape dossier(String uai, int annee) {
		return this.jdbc
			.sql("""
					SELECT etat, manquants, (SELECT max(p.traite_le) FROM echange.v_dossier_piece p
					                         WHERE p.uai = v.uai AND p.annee_scolaire = v.annee_scolaire AND p.dossier = v.dossier)
					FROM echange.v_dossier v WHERE uai = ? AND annee_scolaire = ? AND dossier = 'pronote'""")
			.params(uai, annee)
			.query((ligne, rang) -> new Etape("2",
					List.of("complet", "remis").contains(ligne.getString(1)) ? "deposee" : "incomplete",
					ligne.getTimestamp(3).toInstant(), null, List.of((String[]) ligne.getArray(2).getArray())))
			.optional()
			.orElse(Etape.aFaire("2"));
	}

	/** Seen when what one file sends is in the file of the other side. */
	private static Etape observee(String numero, Instant envoi, Instant arrivee, Manque manque) {
		if (envoi == null || arrivee == null) {
			return Etape.aFaire(numero);
		}
		List<String> manquants = manque.lire();
		return new Etape(numero, manquants.isEmpty() ? "verifiee" : "incomplete",
				envoi.isAfter(arrivee) ? envoi : arrivee, null, manquants);
	}

	private Map<String, Instant> appliques(String uai, int annee) {
		Map<String, Instant> appliques = new HashMap<>();
		this.jdbc.sql("""
				SELECT flux, max(traite_le) FROM echange.v_depot
				WHERE uai = ? AND annee_scolaire = ? AND etat IN ('traite', 'traite_avec_anomalies') GROUP BY flux""")
			.params(uai, annee)
			.query((ligne) -> {
				appliques.put(ligne.getString(1), ligne.getTimestamp(2).toInstant());
			});
		return appliques;
	}

	private List<String> manquants(String etape, String uai, int annee) {
		return this.jdbc
			.sql("""
					SELECT code FROM referentiel.v_synchro_manque WHERE uai = ? AND annee_scolaire = ? AND etape = ? ORDER BY code LIMIT ?""")
			.params(uai, annee, etape, MAX_NOMS)
			.query(String.class)
			.list();
	}

	private Declaration declaration(String uai, int annee, String etape) {
		return this.jdbc.sql("""
				SELECT declaree_par, declaree_le, message FROM echange.synchro_declaree
				WHERE uai = ? AND annee_scolaire = ? AND etape = ? ORDER BY declaree_le DESC LIMIT 1""")
			.params(uai, annee, etape)
			.query((ligne, rang) -> new Declaration(ligne.getString(1), ligne.getTimestamp(2).toInstant(),
					ligne.getString(3)))
			.optional()
			.orElse(null);
	}

	/** Looks for what is missing, only when it can be known. */
	@FunctionalInterface
	private interface Manque {

		List<String> lire();

	}

	/**
	 * One step.
	 *
	 * @param etape 1, 2, 3, 4a, 4b, 5, LSU, ENT or GAR
	 * @param etat a_faire, incomplete, declaree, deposee or verifiee; of a store: never
	 * filled, behind what the school sent, up to date
	 * @param le when the file that shows it was applied, or the store followed; null for
	 * never
	 * @param declaration who said it was done, and when, if anybody did
	 * @param manquants what has not arrived
	 */
	public record Etape(String etape, String etat, Instant le, Declaration declaration, List<String> manquants) {

		public Etape {
			manquants = List.copyOf(manquants);
		}

		static Etape aFaire(String numero) {
			return new Etape(numero, "a_faire", null, null, List.of());
		}

		/** What someone says never hides what is seen (R113). */
		Etape avec(Declaration declaration) {
			boolean seulementDite = declaration != null && !this.etat.equals("verifiee");
			return new Etape(this.etape, seulementDite ? "declaree" : this.etat, this.le, declaration, this.manquants);
		}

	}

	/** What a person said. */
	public record Declaration(String par, Instant le, String message) {
	}

}
