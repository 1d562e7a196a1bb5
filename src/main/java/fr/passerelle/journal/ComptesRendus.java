package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The reports of the ledger, one for each deposit whose life has come to an end. */
@Repository
public class ComptesRendus {

	private final JdbcClient jdbc;

	private final JsonColumns json;

	private final Clock horloge;

	ComptesRendus(JdbcClient jdbc, JsonColumns json, Clock horloge) {
		this.jdbc = jdbc;
		this.json = json;
		this.horloge = horloge;
	}

	/**
	 * Keeps the report; {@code null} lists are not allowed, the record is stored as the
	 * API serves it.
	 */
	@Transactional
	public void garder(NumeroDepot numero, CompteRendu compteRendu) {
		this.jdbc
			.sql("""
					INSERT INTO echange.compte_rendu (numero, contenu, cree_le) VALUES (?, ?::jsonb, ?)
					ON CONFLICT (numero) DO UPDATE SET contenu = excluded.contenu, cree_le = excluded.cree_le, ecrit_le = NULL""")
			.param(numero.valeur())
			.param(this.json.ecrire(compteRendu))
			.param(Timestamp.from(this.horloge.instant()))
			.update();
	}

	/** The report of a deposit, once it has one. */
	public Optional<CompteRendu> trouver(NumeroDepot numero) {
		return this.jdbc.sql("SELECT contenu::text FROM echange.compte_rendu WHERE numero = ?")
			.param(numero.valeur())
			.query(String.class)
			.optional()
			.map((texte) -> this.json.lire(texte, CompteRendu.class));
	}

}
