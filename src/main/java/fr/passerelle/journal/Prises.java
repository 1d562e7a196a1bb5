package fr.passerelle.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leases on files of the watched folders: of several nodes one takes a file, and a file
 * whose row is already in the ledger is not entered a second time after a crash (F07,
 * F08).
 */
@Component
public class Prises {

	/** A node that holds a file longer than that without finishing its copy is dead. */
	private static final Duration DUREE = Duration.ofMinutes(10);

	/** A message that was not given up to the broker comes again when the hub does. */
	private static final Duration MEMOIRE = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Receptions receptions;

	private final Clock horloge;

	private final String porteur;

	Prises(JdbcClient jdbc, Receptions receptions, Clock horloge, Noeud noeud) {
		this.porteur = noeud.nom();
		this.jdbc = jdbc;
		this.receptions = receptions;
		this.horloge = horloge;
	}

	/**
	 * Takes the lease on a file.
	 * @param identite what tells this file from a later one of the same name
	 * @return whether we hold it; the row may already have its deposit, see
	 * {@link #depot}
	 */
	@Transactional
	public boolean prendre(String chemin, String identite) {
		Instant maintenant = this.horloge.instant();
		return this.jdbc
			.sql("""
					INSERT INTO echange.prise AS p (chemin, proprietaire, expire_le, identite) VALUES (:chemin, :porteur, :expire, :identite)
					ON CONFLICT (chemin) DO UPDATE SET proprietaire = excluded.proprietaire, expire_le = excluded.expire_le,
					    identite = excluded.identite, numero = CASE WHEN p.identite = excluded.identite THEN p.numero END
					WHERE p.expire_le < :maintenant OR p.numero IS NOT NULL OR p.proprietaire = :porteur""")
			.param("chemin", chemin)
			.param("porteur", this.porteur)
			.param("expire", java.sql.Timestamp.from(maintenant.plus(DUREE)))
			.param("identite", identite)
			.param("maintenant", java.sql.Timestamp.from(maintenant))
			.update() == 1;
	}

	/** The deposit this very file already is, if it was entered before a crash. */
	public Optional<NumeroDepot> depot(String chemin) {
		return this.jdbc.sql("SELECT numero FROM echange.prise WHERE chemin = ? AND numero IS NOT NULL")
			.param(chemin)
			.query(Long.class)
			.optional()
			.map(NumeroDepot::new);
	}

	/** Enters the file in the ledger and ties it to its lease, both or neither. */
	@Transactional
	public NumeroDepot recevoir(String chemin, Reception reception) {
		NumeroDepot numero = this.receptions.recevoir(reception);
		int lignes = this.jdbc.sql("UPDATE echange.prise SET numero = ? WHERE chemin = ? AND proprietaire = ?")
			.param(numero.valeur())
			.param(chemin)
			.param(this.porteur)
			.update();
		if (lignes != 1) {
			throw new IllegalStateException("entering a file whose lease was taken over");
		}
		return numero;
	}

	/**
	 * Forgets the leases of this channel that have had their deposit for long: what they
	 * are for cannot come again.
	 */
	@Transactional
	public void oublierFinies(String prefixe) {
		this.jdbc.sql("DELETE FROM echange.prise WHERE starts_with(chemin, ?) AND numero IS NOT NULL AND expire_le < ?")
			.param(prefixe)
			.param(java.sql.Timestamp.from(this.horloge.instant().minus(MEMOIRE)))
			.update();
	}

	/** Gives the lease back, the file being gone or left for later. */
	@Transactional
	public void rendre(String chemin) {
		this.jdbc.sql("DELETE FROM echange.prise WHERE chemin = ? AND proprietaire = ?")
			.param(chemin)
			.param(this.porteur)
			.update();
	}

}
