package fr.passerelle.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short questions to the database of the hub. */
final class Sql {

	private Sql() {
	}

	static long nombre(Connection base, String sql) throws SQLException {
		return nombres(base, sql).get(0);
	}

	/** The first column of every row. */
	static List<Long> nombres(Connection base, String sql) throws SQLException {
		try (Statement requete = base.createStatement(); ResultSet lignes = requete.executeQuery(sql)) {
			List<Long> nombres = new ArrayList<>();
			while (lignes.next()) {
				nombres.add(lignes.getLong(1));
			}
			return nombres;
		}
	}

	/** Rows as text, one a line. */
	static String texte(Connection base, String sql) throws SQLException {
		try (Statement requete = base.createStatement(); ResultSet lignes = requete.executeQuery(sql)) {
			List<String> textes = new ArrayList<>();
			while (lignes.next()) {
				textes.add(lignes.getString(1));
			}
			return String.join(", ", textes);
		}
	}

	/** The number of the last deposit, where the next measure starts from. */
	static long dernier(Connection base) throws SQLException {
		return nombre(base, "SELECT coalesce(max(numero), 0) FROM echange.depot");
	}

	/** Bytes of write-ahead log so far. */
	static long wal(Connection base) throws SQLException {
		return nombre(base, "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
	}

}
