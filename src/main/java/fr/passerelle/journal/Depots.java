package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the deposits of the ledger; {@link Transitions} lets them live. */
@Repository
public class Depots {

	private final JdbcClient jdbc;

	private final DepotRows lignes;

	Depots(JdbcClient jdbc, JsonColumns json) {
		this.jdbc = jdbc;
		this.lignes = new DepotRows(json);
	}

	/** The deposit of this number. */
	public Depot depot(NumeroDepot numero) {
		return trouver(numero).orElseThrow(() -> new IllegalArgumentException("no deposit " + numero));
	}

	public Optional<Depot> trouver(NumeroDepot numero) {
		return this.jdbc.sql("SELECT * FROM echange.depot WHERE numero = ?")
			.param(numero.valeur())
			.query(this.lignes)
			.optional();
	}

	/** Deposits in this state since before this moment, oldest first. */
	List<NumeroDepot> restesEn(Etat etat, Instant depuis) {
		return this.jdbc.sql("""
				SELECT numero FROM echange.depot d
				WHERE etat = :etat AND (SELECT max(le) FROM echange.transition t WHERE t.numero = d.numero) < :depuis
				ORDER BY numero""")
			.param("etat", etat.code())
			.param("depuis", Timestamp.from(depuis))
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

	/** A page of the deposits of these schools (all of them when null), newest first. */
	public List<Depot> page(Set<String> uais, Map<String, String> filtres, int page, int taille) {
		return DepotSearch.sur(this.jdbc, uais, filtres)
			.param("taille", taille)
			.param("saut", (long) page * taille)
			.query(this.lignes)
			.list();
	}

	/** How many deposits {@link #page} walks through. */
	public long total(Set<String> uais, Map<String, String> filtres) {
		return DepotSearch.compte(this.jdbc, uais, filtres).query(Long.class).single();
	}

}
