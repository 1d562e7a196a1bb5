package fr.passerelle.journal;

import java.util.Optional;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deposits of the same bytes, which share one content: entered, judged and forgotten one
 * at a time, so that of two at once one is the first, and none loses its content to the
 * refusal of another.
 */
@Repository
public class MemesOctets {

	private final JdbcClient jdbc;

	private final Contenus contenus;

	MemesOctets(JdbcClient jdbc, Contenus contenus) {
		this.jdbc = jdbc;
		this.contenus = contenus;
	}

	/** One at a time for these bytes, until the end of the transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	void reserver(String empreinte) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))").param(empreinte).query((rs) -> {
		});
	}

	/**
	 * The first deposit of these bytes by this school that was neither refused nor
	 * abandoned; one that has no verdict yet counts when it came before. Until the end of
	 * the transaction nobody else judges these bytes.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<NumeroDepot> premier(String uai, String empreinte, NumeroDepot sauf) {
		reserver(empreinte);
		return this.jdbc.sql("""
				SELECT numero FROM echange.depot
				WHERE empreinte = :empreinte AND uai = :uai AND numero <> :sauf AND (etat <> 'recu' OR numero < :sauf)
				  AND etat NOT IN ('refuse', 'doublon', 'annule', 'rejete', 'en_echec')
				ORDER BY numero LIMIT 1""")
			.param("empreinte", empreinte)
			.param("uai", uai)
			.param("sauf", sauf.valeur())
			.query(Long.class)
			.optional()
			.map(NumeroDepot::new);
	}

	/** Ties a deposit to the one it repeats. */
	@Transactional
	public void repeter(NumeroDepot numero, NumeroDepot premier) {
		this.jdbc.sql("UPDATE echange.depot SET doublon_de = ? WHERE numero = ?")
			.param(premier.valeur())
			.param(numero.valeur())
			.update();
	}

	/**
	 * Forgets the bytes of a refused deposit, unless another deposit needs them; nobody
	 * enters the same bytes meanwhile.
	 */
	@Transactional
	public void oublier(Depot refuse) {
		reserver(refuse.empreinte());
		if (!partages(refuse.numero())) {
			this.contenus.oublier(refuse.empreinte());
		}
		this.jdbc.sql("UPDATE echange.depot SET rendu = true WHERE numero = ?")
			.param(refuse.numero().valeur())
			.update();
	}

	private boolean partages(NumeroDepot numero) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM echange.depot d JOIN echange.depot moi ON moi.empreinte = d.empreinte AND moi.numero <> d.numero
					               WHERE moi.numero = :numero AND (d.etat <> 'refuse' OR NOT d.rendu))""")
			.param("numero", numero.valeur())
			.query(Boolean.class)
			.single();
	}

}
