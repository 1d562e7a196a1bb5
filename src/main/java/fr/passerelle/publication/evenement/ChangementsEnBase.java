package fr.passerelle.publication.evenement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import fr.passerelle.publication.Changements;
import fr.passerelle.publication.evenement.Objets.Cle;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The changes of the directory, from the database. */
@Component
class ChangementsEnBase implements Changements {

	private static final Map<String, String> OPERATIONS = Map.of("INSERT", "CREER", "UPDATE", "MODIFIER", "CLE", "CLE",
			"RECHARGER", "RECHARGER");

	/** Twenty schools at a time are no great work for who reads them whole. */
	private static final int LOTS = 20;

	private final JdbcClient jdbc;

	private final Objets objets;

	private final Clock horloge;

	ChangementsEnBase(JdbcClient jdbc, Objets objets, Clock horloge) {
		this.jdbc = jdbc;
		this.objets = objets;
		this.horloge = horloge;
	}

	@Override
	@Transactional
	public Suite lire(Lecteur lecteur, long depuis, Set<String> uais, int taille) {
		Curseur curseur = curseur();
		if (depuis < curseur.oublie()) {
			throw new CurseurOublie(curseur.oublie());
		}
		List<Recu> recus = recus(depuis, uais, taille);
		if (lecteur.nom() != null) {
			noter(lecteur.nom(), depuis);
		}
		long lu = recus.isEmpty() ? depuis : recus.get(recus.size() - 1).curseur();
		long atteint = (recus.size() < taille) ? Math.max(lu, curseur.dernier()) : lu;
		return new Suite(changements(recus, lecteur), atteint, Math.max(0, curseur.dernier() - atteint));
	}

	private Curseur curseur() {
		return this.jdbc.sql("SELECT suivant - 1, oublie FROM ent.changement_curseur")
			.query((ligne, rang) -> new Curseur(ligne.getLong(1), ligne.getLong(2)))
			.single();
	}

	private List<Recu> recus(long depuis, Set<String> uais, int taille) {
		return this.jdbc.sql("""
				SELECT l.debut + c.rang - 1 AS curseur, l.cree_le, l.uai, l.annee_scolaire, c.operation, c.type, c.cle
				FROM ent.changement_lot l JOIN ent.changement c USING (lot)
				WHERE l.debut >= (SELECT coalesce(max(debut), 0) FROM ent.changement_lot WHERE debut <= :depuis + 1)
				  AND l.debut + c.rang - 1 > :depuis AND (:tous OR l.uai = ANY (:uais))
				ORDER BY l.debut, c.rang LIMIT :taille""")
			.param("depuis", depuis)
			.param("tous", uais == null)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : new String[0])
			.param("taille", taille)
			.query((ligne, rang) -> Recu.lire(ligne))
			.list();
	}

	/** What a consumer asks from, it has read. */
	@Override
	@Transactional
	public void noter(String lecteur, long depuis) {
		this.jdbc.sql("""
				INSERT INTO ent.changement_lecteur (consommateur, curseur, lu_le) VALUES (?, ?, ?)
				ON CONFLICT (consommateur) DO UPDATE SET curseur = excluded.curseur, lu_le = excluded.lu_le""")
			.params(lecteur, depuis, Timestamp.from(this.horloge.instant()))
			.update();
	}

	@Override
	@Transactional(readOnly = true)
	public long dernier() {
		return curseur().dernier();
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Long> lu(String lecteur) {
		return this.jdbc.sql("SELECT curseur FROM ent.changement_lecteur WHERE consommateur = ?")
			.param(lecteur)
			.query(Long.class)
			.optional();
	}

	@Override
	@Transactional(readOnly = true, noRollbackFor = CurseurOublie.class)
	public Touches touches(long depuis, Set<String> uais) {
		Curseur curseur = curseur();
		if (depuis < curseur.oublie()) {
			throw new CurseurOublie(curseur.oublie());
		}
		Set<String> touches = new LinkedHashSet<>();
		long[] dernier = { depuis, 0 };
		this.jdbc.sql("""
				SELECT uai, debut + nombre - 1 FROM ent.changement_lot
				WHERE debut + nombre - 1 > :depuis AND (:tous OR uai = ANY (:uais)) ORDER BY debut LIMIT :lots""")
			.param("depuis", depuis)
			.param("tous", uais == null)
			.param("uais", (uais != null) ? uais.toArray(new String[0]) : new String[0])
			.param("lots", LOTS)
			.query((ligne) -> {
				touches.add(ligne.getString(1));
				dernier[0] = ligne.getLong(2);
				dernier[1]++;
			});
		boolean reste = dernier[1] == LOTS;
		return new Touches(touches, reste ? dernier[0] : Math.max(depuis, curseur.dernier()), reste);
	}

	private List<Changement> changements(List<Recu> recus, Lecteur lecteur) {
		Map<String, Map<List<Object>, Map<String, Object>>> parType = new HashMap<>();
		recus.stream()
			.map(Recu::type)
			.distinct()
			.forEach((type) -> parType.put(type, this.objets.trouver(type,
					recus.stream().filter((recu) -> recu.type().equals(type)).map(Recu::objet).toList(), lecteur)));
		List<Changement> changements = new ArrayList<>();
		for (Recu recu : recus) {
			Map<String, Object> valeurs = parType.get(recu.type())
				.get(List.of(recu.objet().uai(), recu.objet().annee(), recu.objet().identifiant()));
			changements.add(recu.changement(valeurs));
		}
		return changements;
	}

	@Override
	@Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
	public void instantane(Lecteur lecteur, Set<String> uais, Consumer<Object> suite) {
		suite.accept(new Debut(curseur().dernier()));
		this.objets.tous(uais, lecteur, suite);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Avancement> lecteurs() {
		return this.jdbc.sql("""
				SELECT l.consommateur, l.curseur, c.suivant - 1 - l.curseur, l.lu_le
				FROM ent.changement_lecteur l CROSS JOIN ent.changement_curseur c ORDER BY l.consommateur""")
			.query((ligne, rang) -> new Avancement(ligne.getString(1), ligne.getLong(2), ligne.getLong(3),
					ligne.getTimestamp(4).toInstant()))
			.list();
	}

	private record Curseur(long dernier, long oublie) {
	}

	/** A change as it was written. */
	private record Recu(long curseur, Timestamp le, Cle objet, String operation, String type) {

		static Recu lire(ResultSet ligne) throws SQLException {
			return new Recu(ligne.getLong("curseur"), ligne.getTimestamp("cree_le"),
					new Cle(ligne.getString("uai"), ligne.getInt("annee_scolaire"), ligne.getString("cle")),
					ligne.getString("operation"), ligne.getString("type"));
		}

		/** What is no more there is told as deleted, whatever it was. */
		Changement changement(Map<String, Object> valeurs) {
			boolean recharger = this.operation.equals("RECHARGER");
			String dite = (valeurs == null && !recharger) ? "SUPPRIMER"
					: OPERATIONS.getOrDefault(this.operation, "CREER");
			return new Changement(this.curseur, this.le.toInstant(), this.objet.uai(), this.objet.annee(), dite,
					this.type, this.objet.identifiant(), recharger ? null : valeurs);
		}

	}

}
