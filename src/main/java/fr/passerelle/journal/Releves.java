package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of addresses that are fetched at a steady pace: when the next time is,
 * and what the server said of the last content. Of several nodes one fetches; a node that
 * dies meanwhile is replaced when its turn has run out.
 */
@Repository
public class Releves {

	/** After a failure the next try comes soon, then later and later. */
	private static final Duration REPRISE = Duration.ofSeconds(30);

	/** 30 s doubled so many times is more than any pace. */
	private static final int REPRISES_MAX = 12;

	/**
	 * A turn to fetch.
	 *
	 * @param rang tells this turn from a later one
	 * @param etiquettes what the server said of the last content, none of another address
	 * @param empreinte SHA-256 of the last content
	 */
	public record Tour(String canal, long rang, Etiquettes etiquettes, String empreinte, int echecs) {
	}

	/** By what a server recognises a content: both as it gave them, or null. */
	public record Etiquettes(String etag, String modifieLe) {
	}

	private final JdbcClient jdbc;

	private final Receptions receptions;

	private final Clock horloge;

	Releves(JdbcClient jdbc, Receptions receptions, Clock horloge) {
		this.jdbc = jdbc;
		this.receptions = receptions;
		this.horloge = horloge;
	}

	/**
	 * The turn to fetch this channel, if it is time.
	 * @param bail how long nobody else has a turn, unless this one is ended before
	 */
	@Transactional
	public Optional<Tour> commencer(String canal, String adresse, Duration bail) {
		Instant maintenant = this.horloge.instant();
		return this.jdbc
			.sql("""
					INSERT INTO echange.releve AS r (canal, adresse, rang, prochain_le) VALUES (:canal, :adresse, 1, :bail)
					ON CONFLICT (canal) DO UPDATE SET rang = r.rang + 1, prochain_le = excluded.prochain_le, adresse = excluded.adresse,
					    etag = CASE WHEN r.adresse = excluded.adresse THEN r.etag END,
					    modifie_le = CASE WHEN r.adresse = excluded.adresse THEN r.modifie_le END
					WHERE r.prochain_le <= :maintenant
					RETURNING rang, etag, modifie_le, empreinte, echecs""")
			.param("canal", canal)
			.param("adresse", adresse)
			.param("bail", Timestamp.from(maintenant.plus(bail)))
			.param("maintenant", Timestamp.from(maintenant))
			.query((rs, i) -> new Tour(canal, rs.getLong(1), new Etiquettes(rs.getString(2), rs.getString(3)),
					rs.getString(4), rs.getInt(5)))
			.optional();
	}

	/** Enters what was fetched in the ledger and ends the turn, both or neither. */
	@Transactional
	public NumeroDepot recevoir(Tour tour, Reception reception, Etiquettes etiquettes, Duration intervalle) {
		NumeroDepot numero = this.receptions.recevoir(reception);
		int lignes = this.jdbc
			.sql("""
					UPDATE echange.releve SET prochain_le = :prochain, releve_le = :maintenant, resultat = 'déposé', echecs = 0,
					    etag = :etag, modifie_le = :modifie, empreinte = :empreinte, numero = :numero
					WHERE canal = :canal AND rang = :rang""")
			.param("prochain", Timestamp.from(this.horloge.instant().plus(intervalle)))
			.param("maintenant", Timestamp.from(this.horloge.instant()))
			.param("etag", etiquettes.etag())
			.param("modifie", etiquettes.modifieLe())
			.param("empreinte", reception.empreinte())
			.param("numero", numero.valeur())
			.param("canal", tour.canal())
			.param("rang", tour.rang())
			.update();
		if (lignes != 1) {
			throw new IllegalStateException("entering what was fetched in a turn that another node took over");
		}
		return numero;
	}

	/** Ends a turn that brought nothing new. */
	@Transactional
	public void inchange(Tour tour, Etiquettes etiquettes, Duration intervalle) {
		clore(tour, intervalle, "inchangé", 0, etiquettes);
	}

	/** Ends a turn that failed: the next one comes soon, later after each failure. */
	@Transactional
	public void echouer(Tour tour, String raison, Duration intervalle) {
		Duration reprise = REPRISE.multipliedBy(1L << Math.min(tour.echecs(), REPRISES_MAX));
		clore(tour, (reprise.compareTo(intervalle) < 0) ? reprise : intervalle, raison, tour.echecs() + 1,
				tour.etiquettes());
	}

	private void clore(Tour tour, Duration attente, String resultat, int echecs, Etiquettes etiquettes) {
		this.jdbc
			.sql("""
					UPDATE echange.releve SET prochain_le = :prochain, releve_le = :maintenant, resultat = :resultat, echecs = :echecs,
					    etag = :etag, modifie_le = :modifie
					WHERE canal = :canal AND rang = :rang""")
			.param("prochain", Timestamp.from(this.horloge.instant().plus(attente)))
			.param("maintenant", Timestamp.from(this.horloge.instant()))
			.param("resultat", resultat)
			.param("echecs", echecs)
			.param("etag", etiquettes.etag())
			.param("modifie", etiquettes.modifieLe())
			.param("canal", tour.canal())
			.param("rang", tour.rang())
			.update();
	}

}
