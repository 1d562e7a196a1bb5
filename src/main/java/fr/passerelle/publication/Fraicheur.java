package fr.passerelle.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

import fr.passerelle.noyau.Constat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How old the state is that the readers of a feed see: not older than its schedule and
 * its delay promise (C136, R053, R082). Where nothing is scheduled nothing is promised.
 */
@Component
class Fraicheur {

	/** Writing an académie takes minutes, and schedules are looked at now and then. */
	private static final Duration TOLERANCE = Duration.ofHours(1);

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final JdbcClient jdbc;

	private final Publications publications;

	private final Clock horloge;

	Fraicheur(JdbcClient jdbc, Publications publications, Clock horloge) {
		this.jdbc = jdbc;
		this.publications = publications;
		this.horloge = horloge;
	}

	/**
	 * The moment of the last state shown to each consumer.
	 * @param uai one of the schools it holds, null for any
	 */
	Map<String, Instant> montres(String flux, String uai) {
		Map<String, Instant> montres = new TreeMap<>();
		this.jdbc.sql("""
				SELECT consommateur, max(cree_le) FROM echange.paquet
				WHERE flux = ? AND entier AND montre_le IS NOT NULL AND (?::text IS NULL OR ?::text = ANY (uai))
				GROUP BY consommateur""").params(flux, uai, uai).query((ligne) -> {
			montres.put(ligne.getString(1), ligne.getTimestamp(2).toInstant());
		});
		return montres;
	}

	/**
	 * The consumers that should have seen a later state by now, and when they will.
	 * @param uai one of their schools, null for all
	 * @param fuseau where the days are told
	 */
	Map<String, Constat> retards(String flux, String uai, ZoneId fuseau) {
		Instant maintenant = this.horloge.instant();
		Map<String, Instant> montres = montres(flux, uai);
		Map<String, Constat> retards = new TreeMap<>();
		for (Consommateur consommateur : this.publications.consommateurs(flux)) {
			Instant etat = montres.get(consommateur.nom());
			if (etat != null && this.publications.effet(consommateur, etat)
				.filter((due) -> due.plus(TOLERANCE).isBefore(maintenant))
				.isPresent()) {
				retards.put(consommateur.nom(), Constat.de("C136", "etat", JOUR.format(etat.atZone(fuseau)), "prochain",
						JOUR.format(prochain(consommateur, maintenant).atZone(fuseau))));
			}
		}
		return retards;
	}

	/** The state that waits for its hour, or the next one to be taken. */
	private Instant prochain(Consommateur consommateur, Instant maintenant) {
		return this.jdbc
			.sql("""
					SELECT visible_le FROM echange.paquet
					WHERE flux = ? AND consommateur = ? AND montre_le IS NULL AND visible_le > ? ORDER BY visible_le LIMIT 1""")
			.params(consommateur.flux(), consommateur.nom(), Timestamp.from(maintenant))
			.query(Timestamp.class)
			.optional()
			.map(Timestamp::toInstant)
			.or(() -> this.publications.effet(consommateur, maintenant))
			.orElseThrow();
	}

}
