package fr.passerelle.coherence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.passerelle.coherence.Synchros.Etape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How fresh what the school's data feeds is: the LSU, the ENT directory, the GAR. The
 * last steps of the card; where nothing ever came, they are to be done.
 */
@Repository
class Magasins {

	private final JdbcClient jdbc;

	Magasins(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Etape> etapes(String uai, int annee) {
		Optional<Instant> projection = moment(
				"SELECT faite_le FROM echange.projection_faite WHERE uai = ? AND annee_scolaire = ?", uai, annee);
		Optional<Instant> synchronisation = moment(
				"SELECT max(fin) FROM lsu.sync_execution WHERE uai = ? AND annee_scolaire = ? AND etat = 'TERMINEE'",
				uai, annee);
		boolean due = moment("SELECT depuis FROM echange.projection_due WHERE uai = ? AND annee_scolaire = ?", uai,
				annee)
			.isPresent();
		boolean synchronisee = synchronisation.isPresent()
				&& projection.filter((le) -> le.isAfter(synchronisation.get())).isEmpty();
		Optional<Instant> gar = moment("""
				SELECT max(cree_le) FROM echange.paquet
				WHERE flux = 'gar' AND entier AND montre_le IS NOT NULL AND ? = ANY (uai)""", uai);
		boolean vu = gar.isPresent() && projection.filter((le) -> le.isAfter(gar.get())).isEmpty();
		return List.of(etape("LSU", synchronisation, synchronisee && !due), etape("ENT", projection, !due),
				etape("GAR", gar, vu && !due));
	}

	/** Up to date, behind, or never filled. */
	private static Etape etape(String nom, Optional<Instant> derniere, boolean aJour) {
		return derniere.map((le) -> new Etape(nom, aJour ? "verifiee" : "incomplete", le, null, List.of()))
			.orElse(Etape.aFaire(nom));
	}

	private Optional<Instant> moment(String sql, Object... parametres) {
		return this.jdbc.sql(sql)
			.params(parametres)
			.query((ligne, rang) -> Optional.ofNullable(ligne.getTimestamp(1)).map(Timestamp::toInstant))
			.optional()
			.flatMap((moment) -> moment);
	}

}
