package fr.passerelle.rapport;

import java.util.List;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reports of the ledger that are not in outbox/. A batch is claimed, written and
 * marked in one transaction: if it fails, the files are simply written again.
 */
@Component
class RapportsAEcrire {

	/** A report takes a few milliseconds: the claim is held less than a second. */
	private static final int LOT = 100;

	private final JdbcClient jdbc;

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	private final RapportFiles fichiers;

	RapportsAEcrire(JdbcClient jdbc, Depots depots, ComptesRendus comptesRendus, RapportFiles fichiers) {
		this.jdbc = jdbc;
		this.depots = depots;
		this.comptesRendus = comptesRendus;
		this.fichiers = fichiers;
	}

	/** Whether there was anything to write. */
	@Transactional
	public boolean ecrireUnLot() {
		List<Long> numeros = this.jdbc.sql("""
				SELECT numero FROM echange.compte_rendu WHERE ecrit_le IS NULL
				ORDER BY numero LIMIT ? FOR UPDATE SKIP LOCKED""").param(LOT).query(Long.class).list();
		for (Long numero : numeros) {
			ecrire(new NumeroDepot(numero));
		}
		return !numeros.isEmpty();
	}

	private void ecrire(NumeroDepot numero) {
		CompteRendu compteRendu = this.comptesRendus.trouver(numero).orElseThrow();
		this.fichiers.ecrire(this.depots.depot(numero).proprietaire(), compteRendu);
		this.jdbc.sql("UPDATE echange.compte_rendu SET ecrit_le = now() WHERE numero = ?")
			.param(numero.valeur())
			.update();
	}

}
