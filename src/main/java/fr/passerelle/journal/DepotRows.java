package fr.passerelle.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of {@code echange.depot}. */
record DepotRows(JsonColumns json) implements RowMapper<Depot> {

	@Override
	public Depot mapRow(ResultSet ligne, int rang) throws SQLException {
		Timestamp horodatage = ligne.getTimestamp("horodatage");
		long doublonDe = ligne.getLong("doublon_de");
		return new Depot(new NumeroDepot(ligne.getLong("numero")), ligne.getString("uai"), ligne.getString("flux"),
				ligne.getString("fichier"), ligne.getLong("taille"), ligne.getString("empreinte"),
				ligne.getString("millesime"), (Integer) ligne.getObject("annee_scolaire"),
				(horodatage != null) ? horodatage.toLocalDateTime() : null, Etat.deCode(ligne.getString("etat")),
				ligne.getString("canal"), ligne.getString("deposant"), ligne.getString("dossier"),
				perimetre(ligne.getArray("perimetre")), instant(ligne, "depose_le"), instant(ligne, "traite_le"),
				(doublonDe != 0) ? new NumeroDepot(doublonDe) : null, ligne.getBoolean("force"),
				ligne.getBoolean("confirme"), List.of(this.json.lire(ligne.getString("prerequis"), Prerequis[].class)),
				ligne.getInt("tentatives"));
	}

	private static Set<String> perimetre(java.sql.Array uais) throws SQLException {
		return (uais != null) ? Set.of((String[]) uais.getArray()) : null;
	}

	private static Instant instant(ResultSet ligne, String colonne) throws SQLException {
		Timestamp valeur = ligne.getTimestamp(colonne);
		return (valeur != null) ? valeur.toInstant() : null;
	}

}
