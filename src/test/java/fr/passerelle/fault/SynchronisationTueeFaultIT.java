package fr.passerelle.fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.integration.Api;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** R086: kill -9 in the middle of a synchronisation of the LSU, which then goes on. */
@Tag("nocturne")
class SynchronisationTueeFaultIT {

	private static final int ELEVES = 150;

	private static final int CLE = 771978;

	/** The 120th line is written in the second lot of élèves. */
	private static final String PIEGE = """
			CREATE FUNCTION public.attendre() RETURNS trigger LANGUAGE plpgsql AS $$
			BEGIN PERFORM pg_advisory_xact_lock_shared(%d); RETURN NULL; END $$;
			CREATE TRIGGER piege AFTER INSERT ON lsu.sync_message FOR EACH ROW WHEN (NEW.rang = 120) EXECUTE FUNCTION public.attendre();
			"""
		.formatted(CLE);

	@TempDir
	private Path dossier;

	private HubTuable hub;

	private DataSource base;

	private JdbcClient jdbc;

	@AfterEach
	void tuer() {
		this.hub.tuer();
	}

	@Test
	void aRunWhoseHubIsKilledGoesOnAndSaysAndArchivesEachEleveOnce() throws Exception {
		String uai = demarrer();
		Api chef = this.hub.chef(uai);
		preparer();
		long eleves = nombre("SELECT count(*) FROM lsu.eleve WHERE classe_id IS NOT NULL");
		String runs = "/etablissements/" + uai + "/lsu/synchronisations";

		try (Connection main = this.base.getConnection(); Statement ordre = main.createStatement()) {
			ordre.execute("SELECT pg_advisory_lock(" + CLE + ")");
			chef.poster(runs, "{\"toutes\":true}");
			HubTuable.jusqua(() -> nombre("""
					SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %d AND NOT granted"""
				.formatted(CLE)) > 0);
			this.hub.tuer();
			ordre.execute("""
					SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
					WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()""");
			ordre.execute("SELECT pg_advisory_unlock_all()");
		}
		long apresLaMort = nombre("SELECT count(*) FROM lsu.v_eleve_archive");
		long avancement = nombre("SELECT unites_faites FROM lsu.v_synchronisation");
		this.hub.demarrer();
		HubTuable.jusqua(() -> nombre("SELECT count(*) FROM lsu.v_synchronisation WHERE etat = 'TERMINEE'") == 1);

		assertThat(apresLaMort).isEqualTo(100);
		assertThat(nombre("SELECT unites_faites FROM lsu.v_synchronisation")).isGreaterThan(avancement);
		assertThat(nombre("SELECT count(*) FROM lsu.v_eleve_archive")).isEqualTo(eleves);
		assertThat(nombre("SELECT count(DISTINCT eleve_id) FROM lsu.v_eleve_archive")).isEqualTo(eleves);
		assertThat(this.jdbc
			.sql("""
					SELECT code || ' ' || count(*) || ' ' || count(DISTINCT coalesce(eleve_id, 0)) FROM lsu.sync_message GROUP BY code ORDER BY 1""")
			.query(String.class)
			.list()).containsExactly("LSU_M1 %1$d %1$d".formatted(eleves), "LSU_M3 1 1", "LSU_M4 1 1");
		assertThat(nombre("""
				SELECT count(*) FROM echange.outbox WHERE adresse = 'passerelle.evenements.lsu'""")).isEqualTo(1);
	}

	/** A hub with a collège in its stores. */
	private String demarrer() {
		Map<String, Object> reglages = MaisonDeTest.reglages();
		reglages.put("passerelle.lsu.intervalle", 300);
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setURL(reglages.get("spring.datasource.url").toString());
		source.setUser(reglages.get("spring.datasource.username").toString());
		source.setPassword(reglages.get("spring.datasource.password").toString());
		this.base = source;
		this.jdbc = JdbcClient.create(source);
		this.hub = new HubTuable(reglages).demarrer();
		Clock horloge = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);
		EtablissementAttendu college = new Academie(
				Reglages.de(1, ELEVES, 3, horloge).depuisRang(540).avecPremierDegre(0))
			.ecrire(this.dossier)
			.etablissements()
			.get(0);
		List<Path> fichiers = college.fichiers()
			.stream()
			.filter((fichier) -> List.of("SIECLE_STRUCTURES", "SIECLE_ELEVES").contains(fichier.flux()))
			.map((fichier) -> this.dossier.resolve(college.uai()).resolve(fichier.fichier()))
			.toList();
		fichiers.forEach((fichier) -> this.hub.deposer(college.uai(), fichier));
		new Registre(this.jdbc).attendre(fichiers.size());
		return college.uai();
	}

	/** Each élève has a locked bilan de cycle, and another name in his base. */
	private void preparer() throws SQLException {
		try (Connection connexion = this.base.getConnection(); Statement ordre = connexion.createStatement()) {
			ordre.execute(
					"""
							INSERT INTO lsu.etablissement_version (etablissement_id, numero, valide_du, uai, annee_scolaire, numero_depot)
							SELECT id, 1, now(), uai, annee_scolaire, numero_depot FROM lsu.etablissement;
							UPDATE lsu.etablissement t SET version_courante_id = v.id FROM lsu.etablissement_version v WHERE v.etablissement_id = t.id;
							INSERT INTO lsu.bilan_cycle (eleve_id, cycle, etat, mode, date_verrou, eleve_version_id, etablissement_version_id,
							  classe_libelle_fige, date_creation, uai, annee_scolaire)
							SELECT e.id, 4, 'VERROUILLE', 'SAISIE_DIRECTE', now(), e.version_courante_id, t.version_courante_id, '', now(), e.uai, e.annee_scolaire
							FROM lsu.eleve e JOIN lsu.etablissement t ON t.id = e.etablissement_id;
							UPDATE referentiel.eleve SET prenom2 = 'Aurore'""");
			ordre.execute(PIEGE);
		}
	}

	private long nombre(String sql) {
		return this.jdbc.sql(sql).query(Long.class).single();
	}

}
