package fr.passerelle.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;

/**
 * Makes an académie of one collège that went the real way: its rows of the référentiel
 * copied under other schools, with other people, and their stores then filled by the
 * projections of the hub.
 */
final class Copies {

	private static final List<String> TABLES = List.of("etablissement", "calendrier", "mef", "matiere", "division",
			"groupe", "enseignant", "service", "professeur_principal", "eleve", "eleve_division", "responsable",
			"eleve_responsable", "lien_eleve_groupe", "adresse", "eleve_option");

	/** Numbers of deposits of the copies, far from those of the collège. */
	private static final int PREMIER = 1_000_000;

	/** People are recognised by INE, and teachers by their birth: neither is copied. */
	private static final String COPIER = """
			SELECT format('INSERT INTO referentiel.%%1$s (%%2$s) SELECT %%3$s FROM referentiel.%%1$s t CROSS JOIN banc.ecole b WHERE t.uai = (SELECT uai FROM banc.modele)',
			              '%1$s', string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position),
			              string_agg(CASE column_name WHEN 'uai' THEN 'b.uai' WHEN 'numero_depot' THEN 'b.numero'
			                                          WHEN 'ine' THEN 'substr(t.ine, 1, 2) || lpad(b.rang::text, 4, ''0'') || substr(t.ine, 7)'
			                                          WHEN 'date_naissance' THEN 't.date_naissance - b.rang::integer'
			                                          ELSE 't.' || quote_ident(column_name) END, ', ' ORDER BY ordinal_position))
			FROM information_schema.columns WHERE table_schema = 'referentiel' AND table_name = '%1$s'""";

	private Copies() {
	}

	/** Makes this many schools of the only one there is, and waits for their stores. */
	static void peupler(Hub hub, Connection base, int ecoles) throws SQLException, InterruptedException {
		try (Statement ordre = base.createStatement()) {
			ordre.execute("CREATE SCHEMA banc; CREATE TABLE banc.modele AS SELECT min(uai) AS uai FROM ent.structure; "
					+ "CREATE TABLE banc.ecole (uai text, rang bigint, numero bigint)");
			for (int rang = 1; rang < ecoles; rang++) {
				ordre.execute("INSERT INTO banc.ecole VALUES ('%s', %d, %d)".formatted(
						Uai.deNumero("098%04d".formatted(rang)), rang, NumeroDepot.deRang(PREMIER + rang).valeur()));
			}
			ordre.execute(
					"""
									INSERT INTO echange.depot
									SELECT (jsonb_populate_record(d, jsonb_build_object('numero', b.numero, 'uai', b.uai, 'dossier', b.uai))).*
									FROM echange.depot d
							CROSS JOIN banc.ecole b
							WHERE d.numero = (SELECT min(numero) FROM echange.depot WHERE etat = 'traite')""");
			for (String table : TABLES) {
				ordre.execute(Sql.texte(base, COPIER.formatted(table)));
			}
			ordre.execute("ANALYZE");
			ordre.execute(
					"""
							INSERT INTO echange.projection_due (uai, annee_scolaire, numero, entites, depuis)
							SELECT b.uai, s.annee_scolaire, b.numero, ARRAY['%s'], now() FROM banc.ecole b CROSS JOIN ent.structure s"""
						.formatted(String.join("','", TABLES)));
		}
		hub.attendre(() -> Sql.nombre(base, "SELECT count(*) FROM echange.projection_due") == 0);
		try (Statement ordre = base.createStatement()) {
			ordre.execute("ANALYZE");
		}
	}

}
