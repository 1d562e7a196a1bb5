package fr.passerelle.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Measures synchronisations of the LSU: one school with bilans, unchanged then wholly
 * changed; or every school, against the same updates written by hand.
 */
final class Lsu {

	/** Three periods, and a bilan of the first for each élève: one in two is locked. */
	private static final String BILANS = """
			INSERT INTO lsu.periodicite (etablissement_id, nb_periodes, libelle, uai, annee_scolaire)
			SELECT id, 3, 'banc', uai, annee_scolaire FROM lsu.etablissement WHERE uai = '%1$s';
			INSERT INTO lsu.periode (periodicite_id, nb_periodes, indice, date_debut, date_fin, uai, annee_scolaire)
			SELECT d.id, 3, n, date '2025-09-01' + 90 * (n - 1), date '2025-09-01' + 90 * n - 1, d.uai, d.annee_scolaire
			FROM lsu.periodicite d, generate_series(1, 3) AS n WHERE d.uai = '%1$s';
			UPDATE lsu.classe c SET periodicite_id = d.id FROM lsu.periodicite d WHERE d.uai = c.uai AND c.uai = '%1$s'""";

	private static final String REMPLIR = """
			INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, uai, annee_scolaire)
			SELECT e.id, e.classe_id, p.id, 'DEVERROUILLE', 'SAISIE_DIRECTE', e.uai, e.annee_scolaire
			FROM lsu.eleve e JOIN lsu.periode p ON p.uai = e.uai AND p.indice <= 2 WHERE e.uai = '%1$s' AND e.classe_id IS NOT NULL;
			INSERT INTO lsu.bilan_acquis (bilan_id, discipline_id, service_id, moyenne_eleve, uai, annee_scolaire)
			SELECT DISTINCT ON (b.id, s.discipline_id) b.id, s.discipline_id, s.id, '12/20', b.uai, b.annee_scolaire
			FROM lsu.bilan_periodique b JOIN lsu.classe c ON c.id = b.classe_id
			JOIN lsu.service s ON s.uai = b.uai AND s.structure_type = 'D' AND s.structure_code = c.code WHERE b.uai = '%1$s';
			INSERT INTO lsu.bilan_acquis_enseignant (acquis_id, bilan_id, enseignant_id, uai, annee_scolaire)
			SELECT a.id, a.bilan_id, n.enseignant_id, a.uai, a.annee_scolaire
			FROM lsu.bilan_acquis a JOIN lsu.service_enseignant n ON n.service_id = a.service_id WHERE a.uai = '%1$s';
			UPDATE lsu.bilan_periodique b SET etat = 'VERROUILLE', date_verrou = '2025-12-01', eleve_version_id = e.version_courante_id,
			  etablissement_version_id = t.version_courante_id, classe_libelle_fige = c.libelle
			FROM lsu.eleve e, lsu.classe c, lsu.etablissement t, lsu.periode p
			WHERE b.uai = '%1$s' AND e.id = b.eleve_id AND c.id = b.classe_id AND t.id = e.etablissement_id AND p.id = b.periode_id AND p.indice = 1;
			ANALYZE""";

	private static final String TOUT_CHANGER = """
			UPDATE referentiel.eleve SET prenom2 = 'Change%2$d' WHERE uai = '%1$s';
			UPDATE referentiel.enseignant SET nom_usage = nom_usage || '-%2$d' WHERE uai = '%1$s';
			UPDATE referentiel.service s SET enseignant_type = n.type, enseignant_id = n.enseignant_id
			FROM (SELECT type, enseignant_id, row_number() OVER (ORDER BY enseignant_id) AS rang, count(*) OVER () AS nombre
			      FROM referentiel.enseignant WHERE uai = '%1$s') n,
			     (SELECT ctid AS ici, row_number() OVER (PARTITION BY type_structure, code_structure, code_matiere, code_modalite ORDER BY enseignant_id) AS place,
			             row_number() OVER () AS rang FROM referentiel.service WHERE uai = '%1$s') r
			WHERE s.ctid = r.ici AND r.place = 1 AND n.rang = 1 + (r.rang + %2$d) %% n.nombre
			  AND NOT EXISTS (SELECT FROM referentiel.service x WHERE x.uai = s.uai AND x.annee_scolaire = s.annee_scolaire
			    AND x.type_structure = s.type_structure AND x.code_structure = s.code_structure AND x.code_matiere = s.code_matiere
			    AND x.code_modalite = s.code_modalite AND x.enseignant_id = n.enseignant_id)""";

	/** What a run does to the élèves of a school, by who knows that all changed. */
	private static final String A_LA_MAIN = """
			WITH s AS MATERIALIZED (SELECT * FROM lsu.source_eleve WHERE uai = '%1$s')
			UPDATE lsu.eleve_version v SET prenoms = s.prenoms, prenom = s.prenom, numero_depot = s.numero_depot,
			  empreinte = lsu.empreinte(s.nom, s.nom_usage, s.prenoms, s.date_naissance::text, s.sexe, s.ine, s.courriel, s.responsables::text,
			    s.telephone, s.adresse1, s.adresse2, s.adresse3, s.adresse4, s.code_postal, s.commune)
			FROM lsu.eleve e JOIN s ON s.annee_scolaire = e.annee_scolaire AND s.eleve_id = e.id_be
			WHERE e.uai = '%1$s' AND v.uai = '%1$s' AND v.id = e.version_courante_id;
			INSERT INTO banc.lignes SELECT e.uai, e.id, concat_ws(' ', v.prenom, v.nom) FROM lsu.eleve e JOIN lsu.eleve_version v ON v.id = e.version_courante_id
			WHERE e.uai = '%1$s'""";

	private final ObjectMapper json = new ObjectMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final Hub hub;

	private final Connection base;

	private String autorisation;

	Lsu(Hub hub, Connection base) {
		this.hub = hub;
		this.base = base;
		this.autorisation = "Bearer " + hub.acces("api.cle");
	}

	public static void main(String[] args) throws Exception {
		Path travail = Path.of(args[1]).toAbsolutePath();
		List<String> options = List.of(System.getProperty("bench.jvm", "-Xmx512m").split(" "));
		try (Hub hub = Hub.lancer(Path.of(args[0]).toAbsolutePath(), travail.resolve("maison"), options);
				Connection base = hub.connexion()) {
			Lot lot = Lot.de(travail.resolve("depart"));
			hub.deposer(lot);
			hub.finir(base, 0, lot.fichiers().size());
			new Lsu(hub, base).mesurer();
			System.out.println("  charge : " + Files.readString(Path.of("/proc/loadavg")).strip());
		}
	}

	private void mesurer() throws Exception {
		List<String> uais = ecoles();
		devenirChef(uais);
		String uai = uais.get(0);
		faire(BILANS.formatted(uai));
		dire("premiere synchronisation (services)", uai, List.of(uai));
		faire(REMPLIR.formatted(uai));
		dire("rien n'a change", uai, List.of(uai));
		dire("rien n'a change", uai, List.of(uai));
		for (int tour = 1; tour <= 3; tour++) {
			faire(TOUT_CHANGER.formatted(uai, tour));
			dire("tout a change", uai, List.of(uai));
			dire("rien n'a change", uai, List.of(uai));
		}
	}

	/** Every school, its élèves changed: by hand, then by runs. */
	void academie() throws Exception {
		List<String> uais = ecoles();
		devenirChef(uais);
		faire("CREATE SCHEMA IF NOT EXISTS banc; CREATE TABLE banc.lignes (uai text, eleve bigint, texte text)");
		synchroniser(uais);
		for (int tour = 10; tour < 13; tour++) {
			faire("UPDATE referentiel.eleve SET prenom2 = 'Main%d'; ANALYZE".formatted(tour));
			long debut = System.nanoTime();
			for (String uai : uais) {
				faire(A_LA_MAIN.formatted(uai));
			}
			Duration main = Duration.ofNanos(System.nanoTime() - debut);
			faire("UPDATE referentiel.eleve SET prenom2 = 'Sync%d'; ANALYZE".formatted(tour));
			Duration runs = synchroniser(uais);
			System.out.println(String.format(Locale.FRENCH,
					"%d etablissements, tous les eleves changes : a la main %.2f s, synchronisations %.2f s, rapport %.2f",
					uais.size(), main.toMillis() / 1000.0, runs.toMillis() / 1000.0,
					runs.toMillis() / (double) Math.max(1, main.toMillis())));
		}
	}

	private List<String> ecoles() throws SQLException {
		return List.of(Sql.texte(this.base, "SELECT uai FROM lsu.etablissement ORDER BY uai").split(", "));
	}

	private void dire(String quoi, String uai, List<String> uais) throws Exception {
		long wal = Sql.wal(this.base);
		Duration duree = synchroniser(uais);
		System.out.println(String.format(Locale.FRENCH, "%s : %.2f s, dont %s ms entre debut et fin, journal %d ko, %s",
				quoi, duree.toMillis() / 1000.0,
				Sql.texte(this.base,
						"SELECT (extract(epoch FROM fin - debut) * 1000)::bigint FROM lsu.sync_execution WHERE uai = '%s' ORDER BY id DESC LIMIT 1"
							.formatted(uai)),
				(Sql.wal(this.base) - wal) / 1024,
				Sql.texte(this.base,
						"""
								SELECT etat || ' ' || unites_total || ' ' || compteurs FROM lsu.sync_execution WHERE uai = '%s' ORDER BY id DESC LIMIT 1"""
							.formatted(uai))));
	}

	/** From the first call to the end of the last run. */
	private Duration synchroniser(List<String> uais) throws Exception {
		long debut = System.nanoTime();
		long depuis = Sql.nombre(this.base, "SELECT coalesce(max(id), 0) FROM lsu.sync_execution");
		for (String uai : uais) {
			appeler("/etablissements/" + uai + "/lsu/synchronisations", "{\"toutes\":true}");
		}
		this.hub.attendre(() -> Sql.nombre(this.base,
				"SELECT count(*) FROM lsu.sync_execution WHERE etat <> 'EN_COURS' AND id > " + depuis) == uais.size());
		return Duration.ofNanos(System.nanoTime() - debut);
	}

	private void devenirChef(List<String> uais) throws Exception {
		String motDePasse = appeler("/comptes",
				"{\"utilisateur\":\"banc\",\"role\":\"chef-etablissement\",\"uai\":[\"%s\"]}"
					.formatted(String.join("\",\"", uais)))
			.get("motdepasse")
			.asText();
		this.autorisation = "Basic " + Base64.getEncoder().encodeToString(("banc:" + motDePasse).getBytes());
	}

	private JsonNode appeler(String chemin, String corps) throws Exception {
		HttpResponse<byte[]> reponse = this.http.send(HttpRequest.newBuilder(URI.create(this.hub.api() + chemin))
			.header("Authorization", this.autorisation)
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(corps))
			.build(), BodyHandlers.ofByteArray());
		if (reponse.statusCode() >= 400) {
			throw new IllegalStateException(chemin + " : " + reponse.statusCode());
		}
		return this.json.readTree(reponse.body());
	}

	private void faire(String sql) throws SQLException {
		try (Statement ordre = this.base.createStatement()) {
			ordre.execute(sql);
		}
	}

}
