package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Enters received files in the ledger. */
@Repository
public class Receptions {

	private final JdbcClient jdbc;

	private final MemesOctets octets;

	private final Contenus contenus;

	private final Transitions transitions;

	private final Clock horloge;

	Receptions(JdbcClient jdbc, MemesOctets octets, Contenus contenus, Transitions transitions, Clock horloge) {
		this.jdbc = jdbc;
		this.octets = octets;
		this.contenus = contenus;
		this.transitions = transitions;
		this.horloge = horloge;
	}

	/**
	 * Writes the ledger row of a file whose bytes are in the content store.
	 * @throws Contenus.Oublie when the same bytes, refused to another, were forgotten in
	 * between
	 */
	@Transactional
	public NumeroDepot recevoir(Reception reception) {
		this.octets.reserver(reception.empreinte());
		this.contenus.exiger(reception.empreinte());
		NumeroDepot numero = NumeroDepot
			.deRang(this.jdbc.sql("SELECT nextval('echange.rang_depot')").query(Long.class).single());
		Instant maintenant = this.horloge.instant();
		inserer(numero, reception, maintenant);
		this.transitions.noter(numero, Etat.RECU, maintenant, reception.deposant(), null);
		return numero;
	}

	private void inserer(NumeroDepot numero, Reception reception, Instant maintenant) {
		this.jdbc
			.sql("""
					INSERT INTO echange.depot (numero, uai, fichier, taille, empreinte, etat, canal, deposant, dossier, perimetre, depose_le, confirme)
					VALUES (:numero, :uai, :fichier, :taille, :empreinte, 'recu', :canal, :deposant, :dossier, :perimetre::text[], :le, :confirme)""")
			.param("numero", numero.valeur())
			.param("uai", reception.uaiAnnonce())
			.param("fichier", reception.fichier())
			.param("taille", reception.taille())
			.param("empreinte", reception.empreinte())
			.param("canal", reception.canal())
			.param("deposant", reception.deposant())
			.param("dossier", reception.dossier())
			.param("perimetre", (reception.perimetre() != null) ? reception.perimetre().toArray(new String[0]) : null)
			.param("le", Timestamp.from(maintenant))
			.param("confirme", reception.confirme())
			.update();
	}

}
