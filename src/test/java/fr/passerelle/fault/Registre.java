package fr.passerelle.fault;

import java.util.List;
import java.util.stream.Stream;

import fr.passerelle.integration.Invariants;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger and the stores, as a test reads them from outside. */
record Registre(JdbcClient jdbc) {

	private static final String TABLES = """
			SELECT table_schema || '.' || table_name FROM information_schema.columns
			WHERE column_name = 'disparu_le' AND (table_schema = 'referentiel' OR table_schema = 'lsu' AND table_name LIKE 'v\\_%') ORDER BY 1""";

	/** Numbers that are drawn, and moments. */
	private static final String PASSAGER = "'{numero_depot,id,id_be,disparu_le,archivee_le,archivee_par_sync_id,vu_le}'";

	private static final String ANNUAIRE = """
			SELECT concat_ws(' ', 'structure', uai, annee_scolaire, nom, code_postal, commune, disparu_le IS NULL) FROM ent.v_structure
			UNION ALL
			SELECT concat_ws(' ', profil, nom, prenom, date_naissance, ine, uai_rattachement, systeme, cle, uai, annee_scolaire,
			                 disparu_le IS NULL) FROM ent.v_personne
			UNION ALL
			SELECT concat_ws(' ', nature, code, libelle, type_structure, profil, uai, annee_scolaire, disparu_le IS NULL) FROM ent.v_groupe
			UNION ALL
			SELECT concat_ws(' ', 'membre', g.type_structure, g.code, g.profil, p.systeme, p.cle, m.uai, m.annee_scolaire,
			                 m.disparu_le IS NULL)
			FROM ent.v_membre m JOIN ent.v_groupe g USING (groupe_id) JOIN ent.personne_cle p USING (personne_id)
			ORDER BY 1""";

	/** Waits until this many files are in the ledger and all is at rest. */
	void attendre(int fichiers) {
		HubTuable.jusqua(() -> depots() == fichiers && enChemin() == 0);
	}

	long depots() {
		return this.jdbc.sql("SELECT count(*) FROM echange.depot").query(Long.class).single();
	}

	/** Deposits, messages and reports that are not where they will end. */
	long enChemin() {
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM echange.depot WHERE etat IN ('recu', 'depose', 'en_traitement'))
				     + (SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL)
				     + (SELECT count(*) FROM echange.projection_due)
				     + (SELECT count(*) FROM echange.compte_rendu WHERE ecrit_le IS NULL)""")
			.query(Long.class)
			.single();
	}

	/** Claim checks of deposits that the broker does not have yet. */
	long aPublier() {
		return this.jdbc
			.sql("SELECT count(*) FROM echange.outbox WHERE publie_le IS NULL AND adresse = 'passerelle.depots'")
			.query(Long.class)
			.single();
	}

	List<String> etats() {
		return this.jdbc.sql("SELECT fichier || ' ' || etat FROM echange.depot ORDER BY fichier, etat")
			.query(String.class)
			.list();
	}

	/** The states of the deposits of this file: one, if it is in the ledger. */
	List<String> etats(String fichier) {
		return this.jdbc.sql("SELECT etat FROM echange.depot WHERE fichier = ?")
			.param(fichier)
			.query(String.class)
			.list();
	}

	String fichier(String numero) {
		return this.jdbc.sql("SELECT fichier FROM echange.depot WHERE numero::text = ?")
			.param(numero)
			.query(String.class)
			.single();
	}

	long numero(String fichier) {
		return this.jdbc.sql("SELECT numero FROM echange.depot WHERE fichier = ?")
			.param(fichier)
			.query(Long.class)
			.single();
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

	/**
	 * The référentiel, the LSU and the ENT directory, without what differs from one run
	 * to the next.
	 */
	List<String> contenu() {
		return Stream
			.concat(lignes(TABLES).stream().flatMap((table) -> contenu(table).stream()), lignes(ANNUAIRE).stream())
			.toList();
	}

	/** Of a row of the référentiel, the file it comes from too (I3). */
	private List<String> contenu(String table) {
		String origine = table.startsWith("referentiel.")
				? "(SELECT fichier FROM echange.depot d WHERE d.numero = t.numero_depot)" : "''";
		return lignes(
				"SELECT concat_ws(' ', '%1$s', to_jsonb(t) - %2$s::text[], t.disparu_le IS NULL, %3$s) FROM %1$s t ORDER BY 1"
					.formatted(table, PASSAGER, origine));
	}

	private List<String> lignes(String sql) {
		return this.jdbc.sql(sql).query(String.class).list();
	}

}
