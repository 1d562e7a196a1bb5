package fr.passerelle.lsu;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.api.WebDEssai;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.projection.Projections;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

/**
 * The two schools of the scenarios, arrived in the LSU by projection, their books kept
 * through the API by those who may: everything real but the broker, which the test plays
 * by calling the step itself. Each test begins with an empty store.
 */
@AutoConfigureMockMvc
@SpringBootTest(classes = WebDEssai.class,
		properties = { "passerelle.comptes[0].utilisateur=dir-sorbiers", "passerelle.comptes[0].motdepasse=secret",
				"passerelle.comptes[0].role=directeur-ecole", "passerelle.comptes[0].uai=0009101T",
				"passerelle.comptes[1].utilisateur=chef-vautrin", "passerelle.comptes[1].motdepasse=secret",
				"passerelle.comptes[1].role=chef-etablissement", "passerelle.comptes[1].uai=0009201B",
				"passerelle.comptes[2].utilisateur=gestionnaire", "passerelle.comptes[2].motdepasse=secret",
				"passerelle.comptes[2].role=gestionnaire", "passerelle.comptes[2].uai=0009101T,0009201B",
				"passerelle.comptes[3].utilisateur=academie", "passerelle.comptes[3].motdepasse=secret",
				"passerelle.comptes[3].role=academie", "passerelle.comptes[4].utilisateur=deux-ecoles",
				"passerelle.comptes[4].motdepasse=secret", "passerelle.comptes[4].role=directeur-ecole",
				"passerelle.comptes[4].uai=0009101T,0009201B", "passerelle.comptes[5].utilisateur=admin-ent",
				"passerelle.comptes[5].motdepasse=secret", "passerelle.comptes[5].role=admin-ent",
				"passerelle.comptes[5].uai=0009201B", "spring.main.banner-mode=off" })
abstract class LivretDEssai {

	static final String ECOLE = "0009101T";

	static final String COLLEGE = "0009201B";

	/** Everything a deposit can change. */
	private static final java.util.Set<String> TOUT = java.util.Set.of("etablissement", "division", "enseignant",
			"service", "professeur_principal", "eleve", "eleve_division", "responsable", "eleve_responsable", "lien");

	private static final String SEMESTRES = """
			[{"indice":1,"dateDebut":"2025-09-01","dateFin":"2026-01-30"},{"indice":2,"dateDebut":"2026-01-31","dateFin":"2026-07-03"}]""";

	private static final String TRIMESTRES = """
			[{"indice":1,"dateDebut":"2025-09-01","dateFin":"2025-11-30"},{"indice":2,"dateDebut":"2025-12-01","dateFin":"2026-03-06"},
			{"indice":3,"dateDebut":"2026-03-07","dateFin":"2026-07-03"}]""";

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private ObjectMapper json;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	SynchronisationStep step;

	@Autowired
	Synchronisations synchronisations;

	private final Projections projections = new Projections(Path.of("mappings/projections"),
			java.time.Clock.fixed(WebDEssai.MAINTENANT, java.time.ZoneOffset.UTC), 2000,
			fr.passerelle.projection.Delais.AUCUN);

	private int depots;

	/** Only what the last test filled: emptying a table costs as much as a scenario. */
	@BeforeEach
	void vider() {
		this.jdbc.execute(
				"""
						DO $$
						DECLARE t record; pleines text[] := '{echange.outbox}'; pleine boolean;
						BEGIN
						  DROP TRIGGER IF EXISTS panne ON lsu.eleve_version;
						  FOR t IN SELECT format('%I.%I', schemaname, tablename) AS nom FROM pg_tables
						           WHERE schemaname IN ('lsu', 'ent', 'referentiel') AND tablename <> 'flyway_schema_history' LOOP
						    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', t.nom) INTO pleine;
						    IF pleine THEN pleines := pleines || t.nom; END IF;
						  END LOOP;
						  EXECUTE 'TRUNCATE ' || array_to_string(pleines, ', ') || ' CASCADE';
						END $$""");
	}

	/** The école, its periods set; CM1-2 is an import class. */
	void ecole() {
		charger("sorbiers");
		projeter(ECOLE);
		regler(ECOLE, "saisie", SEMESTRES, "CP-1", "CE2-1");
		regler(ECOLE, "import", SEMESTRES, "CM1-2");
	}

	/** The collège, its periods set, its services known by a first synchronisation. */
	void college() {
		charger("vautrin");
		projeter(COLLEGE);
		regler(COLLEGE, "saisie", TRIMESTRES, "6EME A", "6EME B", "3EME C");
		synchroniser(COLLEGE, "6EME A", "6EME B", "3EME C");
	}

	void charger(String jeu) {
		new ResourceDatabasePopulator(new ClassPathResource("jeux/lsu/" + jeu + ".sql"))
			.execute(this.jdbc.getDataSource());
	}

	/** What a deposit is followed by: arrivals enter the store. */
	void projeter(String uai) {
		this.transactions
			.executeWithoutResult((etat) -> this.projections.projeter(new NamedParameterJdbcTemplate(this.jdbc),
					new Uai(uai), 2025, NumeroDepot.deRang(++this.depots), TOUT));
	}

	private void regler(String uai, String mode, String periodes, String... classes) {
		assertThat(appeler(HttpMethod.PUT, "/etablissements/" + uai + "/lsu/periodes", tenant(uai), """
				{"anneeScolaire":2025,"divisions":%s,"modeSource":"%s","periodes":%s}""".formatted(liste(classes), mode,
				periodes))
			.getStatus()).isEqualTo(204);
	}

	/** Changes what the référentiel holds, as an applied deposit does. */
	void change(String sql) {
		this.transactions.executeWithoutResult((etat) -> this.jdbc.execute(sql));
	}

	void changeEleve(String eleve, String colonnes) {
		change("UPDATE referentiel.eleve SET %s WHERE eleve_id = '%s'".formatted(colonnes, eleve));
	}

	static String tenant(String uai) {
		return uai.equals(ECOLE) ? "dir-sorbiers" : "chef-vautrin";
	}

	static String liste(String... mots) {
		return "[" + String.join(",", List.of(mots).stream().map((mot) -> "\"" + mot + "\"").toList()) + "]";
	}

	/** Launches a run as the entitled account does, lets it run, and reads its report. */
	JsonNode synchroniser(String uai, String... classes) {
		long id = lancer(uai, "{\"divisions\":" + liste(classes) + "}");
		this.step.executer(Long.toString(id));
		return lire(uai, id);
	}

	/** Launches a run that is accepted. */
	long lancer(String uai, String corps) {
		MockHttpServletResponse reponse = demander(uai, tenant(uai), corps);
		assertThat(reponse.getStatus()).as(texte(reponse)).isEqualTo(202);
		return arbre(reponse).get("id").asLong();
	}

	MockHttpServletResponse demander(String uai, String qui, String corps) {
		return appeler(HttpMethod.POST, "/etablissements/" + uai + "/lsu/synchronisations", qui, corps);
	}

	JsonNode lire(String uai, long id) {
		return arbre(
				appeler(HttpMethod.GET, "/etablissements/" + uai + "/lsu/synchronisations/" + id, tenant(uai), null));
	}

	/** The lines of a report: warnings and errors are marked. */
	static List<String> lignes(JsonNode synchronisation) {
		return StreamSupport.stream(synchronisation.get("messages").spliterator(), false).map((message) -> {
			String statut = message.get("statut").asText();
			return (statut.equals("SUCCES") ? "" : statut + " ") + message.get("texte").asText();
		}).toList();
	}

	/** Creates a bilan of a period, with the acquis given as JSON. */
	long bilan(String uai, String eleve, int periode, String acquis) {
		return creer(uai, """
				{"eleve":"%s","periode":%d,"texte":"Bon travail.","acquis":%s}""".formatted(eleve, periode, acquis));
	}

	long bilan(String uai, String eleve, int periode) {
		return bilan(uai, eleve, periode, "[]");
	}

	long bilanDeCycle(String uai, String eleve, int cycle) {
		return creer(uai, """
				{"eleve":"%s","cycle":%d,"texte":"Un cycle sérieux."}""".formatted(eleve, cycle));
	}

	private long creer(String uai, String corps) {
		MockHttpServletResponse reponse = appeler(HttpMethod.POST, "/etablissements/" + uai + "/lsu/bilans",
				tenant(uai), corps);
		assertThat(reponse.getStatus()).as(texte(reponse)).isEqualTo(201);
		return arbre(reponse).get("id").asLong();
	}

	void verrouiller(String uai, long... bilans) {
		changerVerrous(uai, "verrouiller", bilans);
	}

	void deverrouiller(String uai, long... bilans) {
		changerVerrous(uai, "deverrouiller", bilans);
	}

	private void changerVerrous(String uai, String quoi, long... bilans) {
		MockHttpServletResponse reponse = appeler(HttpMethod.POST, "/etablissements/" + uai + "/lsu/bilans/" + quoi,
				tenant(uai), "{\"bilans\":" + LongStream.of(bilans).boxed().toList() + "}");
		assertThat(reponse.getStatus()).as(texte(reponse)).isEqualTo(204);
	}

	/**
	 * A bilan as an import leaves it: locked, with the date of the file (R60).
	 * @return its number
	 */
	long importe(String eleve, int periode) {
		change("""
				INSERT INTO lsu.import_lot (id, etablissement_id, fichier, sha256, degre, schema_version, depose_par, debut, fin, uai, annee_scolaire,
				  numero_depot)
				SELECT 7, id, 'bilans.xml', repeat('0', 64), '1D', '1.0', 'essai', now(), now(), uai, 2025, 18 FROM lsu.etablissement
				WHERE uai = '0009101T' ON CONFLICT DO NOTHING""");
		return this.jdbc.queryForObject(
				"""
						INSERT INTO lsu.bilan_periodique (eleve_id, classe_id, periode_id, etat, mode, date_verrou, eleve_version_id,
						  etablissement_version_id, classe_libelle_fige, import_id, uai, annee_scolaire, numero_depot)
						SELECT e.id, c.id, p.id, 'VERROUILLE', 'IMPORT', '2026-01-30 18:00', e.version_courante_id, t.version_courante_id, c.libelle, 7,
						       e.uai, 2025, 18
						FROM lsu.eleve e JOIN lsu.classe c ON c.id = e.classe_id JOIN lsu.etablissement t ON t.id = e.etablissement_id
						JOIN lsu.periode p ON p.periodicite_id = c.periodicite_id
						WHERE e.id_source = ? AND p.indice = ? RETURNING id""",
				Long.class, eleve, periode);
	}

	JsonNode arbreDe(String texte) {
		try {
			return this.json.readTree(texte);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** What a bilan shows, as the API gives it. */
	JsonNode montre(String uai, long bilan) {
		JsonNode bilans = arbre(appeler(HttpMethod.GET, "/etablissements/" + uai + "/lsu/bilans", tenant(uai), null))
			.get("elements");
		return StreamSupport.stream(bilans.spliterator(), false)
			.filter((un) -> un.get("id").asLong() == bilan)
			.findFirst()
			.orElseThrow();
	}

	/** First names and name a bilan shows. */
	String nomMontre(String uai, long bilan) {
		JsonNode montre = montre(uai, bilan);
		return montre.get("prenoms").asText() + " " + montre.get("nom").asText();
	}

	List<String> textes(JsonNode tableau) {
		return StreamSupport.stream(tableau.spliterator(), false).map(JsonNode::asText).toList();
	}

	MockHttpServletResponse appeler(HttpMethod methode, String chemin, String qui, String corps) {
		try {
			var demande = MockMvcRequestBuilders.request(methode, "/api/v1" + chemin).with(httpBasic(qui, "secret"));
			if (corps != null) {
				demande.contentType(MediaType.APPLICATION_JSON).content(corps);
			}
			return this.web.perform(demande).andReturn().getResponse();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	JsonNode arbre(MockHttpServletResponse reponse) {
		try {
			return this.json.readTree(reponse.getContentAsByteArray());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	static String texte(MockHttpServletResponse reponse) {
		return new String(reponse.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	List<String> sql(String requete) {
		return this.jdbc.queryForList(requete, String.class);
	}

	/** Where each row of the LSU lies and who wrote it, the runs themselves apart. */
	List<String> traces() {
		return sql(
				"""
						SELECT string_agg(format('SELECT tableoid::regclass || '' '' || ctid || '' '' || xmin FROM %I.%I', schemaname, tablename),
						                  ' UNION ALL ' ORDER BY tablename) || ' ORDER BY 1'
						FROM pg_tables WHERE schemaname = 'lsu' AND tablename NOT LIKE 'sync\\_%'""")
			.stream()
			.flatMap((requete) -> sql(requete).stream())
			.toList();
	}

	/** Former identities of an élève, oldest first. */
	List<String> archives(String eleve) {
		return sql("""
				SELECT prenoms || ' ' || nom FROM lsu.v_eleve_archive WHERE eleve_id = '%s' ORDER BY version"""
			.formatted(eleve));
	}

	String courant(String eleve) {
		return sql("SELECT prenoms || ' ' || nom FROM lsu.v_eleve WHERE eleve_id = '%s'".formatted(eleve)).get(0);
	}

}
