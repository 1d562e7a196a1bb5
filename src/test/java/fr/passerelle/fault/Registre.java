package fr.passerelle.fault;

import java.util.List;

import fr.passerelle.integration.Invariants;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger and the stores, as a test reads them from outside. */
record Registre(JdbcClient jdbc) {

	private static final String CONTENU = """
			SELECT c.table_schema || '.' || c.table_name FROM information_schema.tables c
			WHERE c.table_schema = 'referentiel' AND c.table_type = 'BASE TABLE' ORDER BY 1""";

	/** Waits until this many files are in the ledger and all is at rest. */
	void attendre(int fichiers) {
		HubTuable.jusqua(() -> depots() == fichiers && enChemin() == 0);
	}

	long depots() {
		return this.jdbc.sql("SELECT count(*) FROM echange.depot").query(Long.class).single();
	}

	private long enChemin() {
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM echange.depot WHERE etat IN ('recu', 'depose', 'en_traitement'))
				     + (SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL)
				     + (SELECT count(*) FROM echange.compte_rendu WHERE ecrit_le IS NULL)""")
			.query(Long.class)
			.single();
	}

	List<String> etats() {
		return this.jdbc.sql("SELECT fichier || ' ' || etat FROM echange.depot ORDER BY fichier, etat")
			.query(String.class)
			.list();
	}

	/** Rows at odds with I2. */
	List<String> sansFin() {
		return this.jdbc.sql(Invariants.SANS_FIN).query(String.class).list();
	}

	/** Deposits that became applied more than once. */
	List<String> appliquesDeuxFois() {
		return this.jdbc
			.sql("""
					SELECT numero::text FROM echange.transition WHERE etat LIKE 'traite%' GROUP BY numero HAVING count(*) > 1""")
			.query(String.class)
			.list();
	}

	/** The référentiel without the numbers of its deposits. */
	List<String> referentiel() {
		return this.jdbc.sql(CONTENU)
			.query(String.class)
			.list()
			.stream()
			.flatMap((table) -> this.jdbc
				.sql("SELECT '%1$s ' || (to_jsonb(t) - 'numero_depot')::text FROM %1$s t ORDER BY 1".formatted(table))
				.query(String.class)
				.list()
				.stream())
			.toList();
	}

	/** Persons of the directory, whose keys are drawn. */
	List<String> annuaire() {
		return this.jdbc.sql("""
				SELECT concat_ws(' ', profil, nom, prenom, date_naissance, ine, uai, annee_scolaire) FROM ent.v_personne
				WHERE disparu_le IS NULL ORDER BY 1""").query(String.class).list();
	}

}
