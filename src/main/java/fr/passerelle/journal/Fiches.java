package fr.passerelle.journal;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;

import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the hub learns of a file once it is open, written on its row. */
@Repository
public class Fiches {

	private final JdbcClient jdbc;

	private final JsonColumns json;

	Fiches(JdbcClient jdbc, JsonColumns json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Writes down what was read at the deposit: the school, what the file is, its years.
	 */
	@Transactional
	public void decrire(NumeroDepot numero, String uai, String flux, String millesime, Integer anneeScolaire,
			LocalDateTime horodatage) {
		this.jdbc
			.sql("""
					UPDATE echange.depot SET uai = :uai, flux = :flux, millesime = :millesime, annee_scolaire = :annee, horodatage = :horodatage
					WHERE numero = :numero""")
			.param("uai", uai)
			.param("flux", flux)
			.param("millesime", millesime)
			.param("annee", anneeScolaire)
			.param("horodatage", (horodatage != null) ? Timestamp.valueOf(horodatage) : null)
			.param("numero", numero.valeur())
			.update();
	}

	/**
	 * Keeps what the sender should know although the file is accepted, for its report.
	 */
	@Transactional
	public void remarquer(NumeroDepot numero, List<Constat> remarques) {
		ecrire("remarques", numero, remarques);
	}

	public List<Constat> remarques(NumeroDepot numero) {
		return List.of(this.jdbc.sql("SELECT remarques::text FROM echange.depot WHERE numero = ?")
			.param(numero.valeur())
			.query((rs, i) -> this.json.lire(rs.getString(1), Constat[].class))
			.single());
	}

	/** Writes down what the deposit needs from other files before it is applied. */
	@Transactional
	public void attendre(NumeroDepot numero, List<Prerequis> prerequis) {
		ecrire("prerequis", numero, prerequis);
	}

	private void ecrire(String colonne, NumeroDepot numero, List<?> valeurs) {
		this.jdbc.sql("UPDATE echange.depot SET " + colonne + " = ?::jsonb WHERE numero = ?")
			.param(this.json.ecrire(valeurs))
			.param(numero.valeur())
			.update();
	}

}
