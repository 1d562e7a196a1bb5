package fr.passerelle.rangement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.source.Defaut;
import fr.passerelle.source.Lignes;
import org.postgresql.PGConnection;

/**
 * The staging tables of one document, in the transaction of the connection given: made
 * when they are not there, and emptied, at the start. Every row carries {@code ligne},
 * {@code rang} and {@code empreinte}, the hash of its values.
 */
public final class Rangement implements Lignes {

	/** Below this, planning with default statistics costs less than making them. */
	private static final long ANALYSER_AU_DELA = 5_000;

	/** More faults than a person reads; the rest is only counted. */
	private static final int MAX_DEFAUTS = 1_000;

	private final Connection connexion;

	private final Map<String, CopyBuffer> tampons = new LinkedHashMap<>();

	private final List<Defaut> defauts = new ArrayList<>();

	private long nombreDeDefauts;

	public Rangement(Connection connexion, SourceMapping mapping) throws SQLException {
		this.connexion = connexion;
		PGConnection postgres = connexion.unwrap(PGConnection.class);
		try (Statement requete = connexion.createStatement()) {
			requete.execute("SET LOCAL client_min_messages = warning");
			for (TableMapping table : mapping.tablesDistinctes()) {
				requete.execute(StagingTable.creation(table));
				this.tampons.put(table.nom(), new CopyBuffer(postgres.getCopyAPI(), StagingTable.copie(table)));
			}
			requete.execute(vidage(this.tampons.keySet()));
		}
	}

	/**
	 * The statement that empties temporary tables of these names, which an earlier
	 * transaction of the connection may have left full. Not {@code ON COMMIT DELETE
	 * ROWS}: every commit would then truncate every staging table the connection has ever
	 * made. A small table is not worth a new file either.
	 */
	public static String vidage(Collection<String> tables) {
		return tables.stream()
			.map((table) -> """
					IF pg_relation_size('pg_temp.%1$s') > 65536 THEN TRUNCATE pg_temp.%1$s; ELSE DELETE FROM pg_temp.%1$s; END IF;
					"""
				.formatted(table))
			.collect(Collectors.joining("", "DO $$ BEGIN\n", "END $$"));
	}

	@Override
	public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
		this.tampons.get(table.nom()).ajouter(valeurs, rang, ligne);
	}

	@Override
	public void defaut(Defaut defaut) {
		this.nombreDeDefauts++;
		if (this.defauts.size() < MAX_DEFAUTS) {
			this.defauts.add(defaut);
		}
	}

	/**
	 * Sends what is left, and lets PostgreSQL know what it holds: how many rows, and
	 * roughly which, is enough to join them once.
	 */
	public void terminer() throws SQLException {
		for (Map.Entry<String, CopyBuffer> tampon : this.tampons.entrySet()) {
			tampon.getValue().envoyer();
			if (tampon.getValue().lignes() > ANALYSER_AU_DELA) {
				try (Statement requete = this.connexion.createStatement()) {
					requete.execute("SET LOCAL default_statistics_target = 10; ANALYZE " + tampon.getKey());
				}
			}
		}
	}

	/** How many rows the table of this name received. */
	public long lignes(String table) {
		return this.tampons.get(table).lignes();
	}

	public List<Defaut> defauts() {
		return List.copyOf(this.defauts);
	}

	public long nombreDeDefauts() {
		return this.nombreDeDefauts;
	}

}
