package fr.passerelle.projection;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What one run changes for consumers: one lot, or none when nothing changed. */
final class Lot {

	private static final String PUBLIE = "PUBLIE";

	private final NamedParameterJdbcTemplate jdbc;

	private final MapSqlParameterSource parametres;

	private int publies;

	Lot(NamedParameterJdbcTemplate jdbc, MapSqlParameterSource parametres, int seuil) {
		this.jdbc = jdbc;
		this.parametres = parametres.addValue("seuil", seuil);
	}

	Bilan run(Projection projection) {
		if (projection.publie() != null && !this.parametres.hasValue("lot")) {
			this.parametres.addValue("lot", this.jdbc.getJdbcOperations()
				.queryForObject("SELECT nextval('ent.changement_lot_numero')", Long.class));
		}
		this.parametres.addValue("deja", this.publies);
		Map<String, Integer> nombres = new HashMap<>();
		RowCallbackHandler compte = (row) -> nombres.put(row.getString("operation"), row.getInt("nombre"));
		this.jdbc.query(projection.sql(), this.parametres, compte);
		this.publies += nombres.getOrDefault(PUBLIE, 0);
		return Bilan.de(nombres);
	}

	void fermer() {
		if (this.publies > 0) {
			this.parametres.addValue("nombre", this.publies);
			this.jdbc.update("""
					INSERT INTO ent.changement_lot (lot, uai, annee_scolaire, numero_depot, cree_le, nombre)
					VALUES (:lot, :uai, :annee, :numero, :instant, :nombre)""", this.parametres);
		}
	}

}
