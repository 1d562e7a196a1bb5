package fr.passerelle.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import com.jayway.jsonpath.JsonPath;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.projection.Delais;
import fr.passerelle.projection.Projections;
import fr.passerelle.publication.Changements;
import fr.passerelle.publication.Changements.Changement;
import fr.passerelle.publication.Changements.Lecteur;
import fr.passerelle.publication.evenement.Journal;
import fr.passerelle.referentiel.Apercus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The directory of two schools, as consumers follow it. */
@WebTest
class ChangementsIT {

	private static final String COLLEGE = "0999999F";

	private static final String VOISIN = "0750001U";

	private static final Lecteur PERSONNE = new Lecteur(null, Set.of());

	@MockitoBean
	private Apercus apercus;

	@Autowired
	private MockMvc web;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private NamedParameterJdbcTemplate parametres;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Changements changements;

	@Autowired
	private Journal journal;

	@Autowired
	private Clock horloge;

	@Autowired
	private DepotsDEssai fichiers;

	private int depots;

	@BeforeEach
	void college() throws Exception {
		vider();
		faire(Files.readString(Path.of("src/test/resources/jeux/projection/college.sql"))
			.replace("0009201B", COLLEGE)
			.replace("0009101T", VOISIN));
		projeter(COLLEGE, 1000);
	}

	@AfterEach
	void vider() {
		this.jdbc
			.sql("""
					TRUNCATE ent.structure, ent.structure_numero, ent.personne_cle, ent.presence, ent.groupe, ent.membre, ent.fonction, ent.suppleance, ent.changement, ent.changement_lot,
					  ent.changement_lecteur, lsu.etablissement CASCADE""")
			.update();
		this.jdbc.sql("DELETE FROM echange.projection_faite WHERE uai = '0999999F'").update();
		this.jdbc.sql("UPDATE ent.changement_curseur SET suivant = 1, oublie = 0").update();
		this.jdbc.sql("DELETE FROM echange.outbox WHERE adresse = 'passerelle.evenements.ent'").update();
		for (String table : List.of("eleve_responsable", "responsable", "lien_eleve_groupe", "eleve_division", "eleve",
				"professeur_principal", "suppleance", "service", "enseignant", "groupe", "division", "etablissement")) {
			this.jdbc.sql("DELETE FROM referentiel.%s WHERE uai IN ('%s', '%s')".formatted(table, COLLEGE, VOISIN))
				.update();
		}
	}

	/** R027: a consumer of one school does not learn from a pupil where else he is. */
	@Test
	void aPupilOfTwoSchoolsIsAttachedWhereHeArrivedLastAndTheOtherIsNotTold() throws Exception {
		faire("""
				INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, ine, nom_de_famille, prenom, date_entree, empreinte, numero_depot)
				SELECT '%s', annee_scolaire, '900001', ine, nom_de_famille, prenom, '2025-10-20', gen_random_uuid(), 18
				FROM referentiel.eleve WHERE uai = '%s' AND eleve_id = '700101'"""
			.formatted(VOISIN, COLLEGE));
		projeter(VOISIN, 1000);
		fin();

		List<Changement> lui = lire(0).stream()
			.filter((changement) -> changement.identifiant().equals(personne("SIECLE_ELEVE", "900001")))
			.toList();

		assertThat(lui).extracting(Changement::uai).containsExactly(COLLEGE, VOISIN);
		assertThat(lui.get(0).valeurs()).doesNotContainKey("uaiRattachement");
		assertThat(lui.get(1).valeurs()).containsEntry("uaiRattachement", VOISIN);
	}

	@Test
	void aFirstDepositIsReadInOneOrderWithoutAGapOnceItIsNumbered() {
		List<Changement> avant = lire(0);
		this.journal.numeroter();
		List<Changement> apres = lire(0);

		assertThat(avant).isEmpty();
		assertThat(apres.stream().map(Changement::curseur).toList())
			.isEqualTo(LongStream.rangeClosed(1, apres.size()).boxed().toList());
		assertThat(apres.stream().map((c) -> c.operation() + " " + c.type()).distinct().toList()).containsExactly(
				"CREER structure", "CREER personne", "CREER groupe", "CREER membre", "CREER fonction",
				"CREER enseignement");
		assertThat(apres.get(0).valeurs()).isEqualTo(Map.of("nom", "COLLEGE HELENE VAUTRIN", "commune", "SORBIERS"));
		assertThat(evenements()).containsExactly("{\"uai\": \"0999999F\", \"type\": \"changements\", \"dernier\": "
				+ apres.size() + ", \"premier\": 1, \"anneeScolaire\": 2025}");
		this.journal.numeroter();
		assertThat(lire(0)).isEqualTo(apres);
		assertThat(lire(apres.size())).isEmpty();
	}

	@Test
	void aChangeIsTheObjectAsItIsAndWhatLeftIsDeleted() {
		long fin = fin();
		faire("UPDATE referentiel.eleve SET prenom = 'Timothée' WHERE eleve_id = '700101'");
		projeter(COLLEGE, 1000);
		faire("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700103'");
		faire("UPDATE referentiel.eleve_division SET disparu_le = now() WHERE eleve_id = '700103'");
		faire("UPDATE referentiel.lien_eleve_groupe SET disparu_le = now() WHERE eleve_id = '700103'");
		projeter(COLLEGE, 1000);
		this.journal.numeroter();

		assertThat(lire(fin).stream().map((c) -> c.operation() + " " + c.type() + " " + prenom(c)).toList())
			.containsExactly("MODIFIER personne Timothée", "SUPPRIMER personne ", "SUPPRIMER membre ",
					"SUPPRIMER membre ");
		assertThat(lire(fin).get(1).identifiant()).isEqualTo(personne("SIECLE_ELEVE", "700103"));
	}

	@Test
	void whoTeachesWhatAndWhoReplacesWhomAreTold() {
		long fin = fin();
		faire("UPDATE referentiel.service SET code_matiere = '020800' WHERE uai = '%s' AND code_structure = '6A'"
			.formatted(COLLEGE));
		faire("""
				INSERT INTO referentiel.suppleance (uai, annee_scolaire, type, enseignant_id, remplace_type, remplace_id, rang, date_debut, date_fin, numero_depot)
				VALUES ('%s', 2025, 'local', '52001', 'epp', '51001', 1, '2025-09-20', '2025-10-03', 18)"""
			.formatted(COLLEGE));
		projeter(COLLEGE, 1000);
		this.journal.numeroter();

		String titulaire = personne("STS", "epp:51001");
		String suppleante = personne("STS", "local:52001");
		String classe = this.jdbc
			.sql("SELECT groupe_id::text FROM ent.groupe WHERE uai = ? AND code = '6A' AND profil = ''")
			.param(COLLEGE)
			.query(String.class)
			.single();
		assertThat(lire(fin)).extracting(Changement::operation, Changement::identifiant, Changement::valeurs)
			.containsExactlyInAnyOrder(tuple("SUPPRIMER", classe + ":" + titulaire + ":020700", null),
					tuple("CREER", classe + ":" + titulaire + ":020800",
							Map.of("groupe", classe, "personne", titulaire, "codeMatiere", "020800", "matiere",
									"020800")),
					tuple("CREER", suppleante + ":" + titulaire + ":1", Map.of("personne", suppleante, "remplace",
							titulaire, "dateDebut", "2025-09-20", "dateFin", "2025-10-03")));
	}

	@Test
	void whoGetsAnotherKeyInSiecleStaysThePersonHeIs() {
		long fin = fin();
		String avant = personne("SIECLE_ELEVE", "700101");
		faire("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700101'");
		faire("""
				INSERT INTO referentiel.eleve (uai, annee_scolaire, eleve_id, ine, nom_de_famille, prenom, date_naissance, empreinte, numero_depot)
				VALUES ('0999999F', 2025, '700201', '990000101AA', 'OZANNE', 'Timéo', '2014-03-01', gen_random_uuid(), 18)""");
		projeter(COLLEGE, 1000);
		this.journal.numeroter();

		Changement change = lire(fin).get(0);
		assertThat(change.operation() + " " + change.type() + " " + change.identifiant())
			.isEqualTo("CLE personne " + avant);
		assertThat(change.valeurs()).containsEntry("cleSource", "700201");
	}

	@Test
	void tooManyChangesAtOnceAreOneThatAsksToReadTheSchoolAgain() {
		long fin = fin();
		faire("UPDATE referentiel.eleve SET prenom = prenom || '-Marie' WHERE uai = '0999999F'");
		projeter(COLLEGE, 2);
		this.journal.numeroter();

		assertThat(lire(fin)).singleElement()
			.isEqualTo(new Changement(fin + 1, this.horloge.instant(), COLLEGE, 2025, "RECHARGER", "personne", COLLEGE,
					null));
	}

	/** A number taken early and committed late must not slip in behind a reader. */
	@Test
	void whatIsCommittedLateIsNumberedAfterWhatWasRead() {
		long fin = fin();
		faire("UPDATE referentiel.eleve SET prenom = 'Timothée' WHERE eleve_id = '700101'");
		TransactionTemplate autre = new TransactionTemplate(this.transactions);
		autre.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		new TransactionTemplate(this.transactions).executeWithoutResult((lente) -> {
			projeterIci(COLLEGE, 1000);
			autre.executeWithoutResult((rapide) -> projeterIci(VOISIN, 1000));
			autre.executeWithoutResult((rapide) -> this.journal.numeroter());
		});
		List<Changement> lus = lire(fin);
		this.journal.numeroter();

		assertThat(lus).extracting(Changement::uai).containsOnly(VOISIN);
		assertThat(lire(fin + lus.size())).extracting(Changement::uai).containsExactly(COLLEGE);
	}

	@Test
	void aReaderWhoIsTooLateStartsAgainFromASnapshot() throws Exception {
		long fin = fin();
		this.jdbc.sql("UPDATE ent.changement_lot SET cree_le = cree_le - interval '40 days'").update();
		this.journal.oublier();

		MockHttpServletResponse tard = appeler("/api/v1/ent/changements?depuis=3", "consommateur");
		assertThat(tard.getStatus()).isEqualTo(410);
		assertThat(JsonPath.<String>read(tard.getContentAsString(), "$.code")).isEqualTo("CHANGEMENTS_OUBLIES");
		assertThat(this.jdbc.sql("SELECT count(*) FROM ent.changement").query(Long.class).single()).isZero();

		List<String> instantane = instantane("consommateur");
		assertThat(instantane.get(0)).isEqualTo("{\"curseur\":" + fin + "}");
		assertThat(instantane).hasSize((int) fin + 1);
		assertThat(appeler("/api/v1/ent/changements?depuis=" + fin, "consommateur").getStatus()).isEqualTo(200);
	}

	@Test
	void aConsumerSeesItsSchoolsAndNoReservedFieldUnlessItIsNamed() throws Exception {
		projeter(VOISIN, 1000);
		this.journal.numeroter();

		String suite = appeler("/api/v1/ent/changements?taille=500", "consommateur").getContentAsString();
		assertThat(JsonPath.<List<String>>read(suite, "$.elements[*].uai")).containsOnly(COLLEGE);
		assertThat(suite).doesNotContain("\"ine\"").doesNotContain("\"dateNaissance\"").contains("OZANNE");
		assertThat(appeler("/api/v1/ent/changements?uai=" + VOISIN, "consommateur").getStatus()).isEqualTo(404);
		assertThat(instantane("consommateur").toString()).doesNotContain(VOISIN);
		assertThat(appeler("/api/v1/ent/changements", "gestionnaire").getStatus()).isEqualTo(403);
		assertThat(this.changements.lire(new Lecteur(null, Set.of("personne.ine")), 0, Set.of(COLLEGE), 500).elements())
			.anySatisfy((c) -> assertThat(c.valeurs()).containsEntry("ine", "990000101AA")
				.doesNotContainKey("dateNaissance"));
	}

	@Test
	void howFarEachConsumerHasReadIsSeen() throws Exception {
		long fin = fin();
		String page = appeler("/api/v1/ent/changements?taille=3", "consommateur").getContentAsString();
		appeler("/api/v1/ent/changements?depuis=" + JsonPath.<Integer>read(page, "$.curseur"), "consommateur");

		String consommateurs = appeler("/api/v1/ent/consommateurs", "academie").getContentAsString();

		assertThat(JsonPath.<Integer>read(page, "$.curseur")).isEqualTo(3);
		assertThat(JsonPath.<Integer>read(page, "$.retard")).isEqualTo((int) fin - 3);
		assertThat(JsonPath.<String>read(consommateurs, "$.elements[0].consommateur")).isEqualTo("consommateur");
		assertThat(JsonPath.<Integer>read(consommateurs, "$.elements[0].curseur")).isEqualTo(3);
		assertThat(JsonPath.<Integer>read(consommateurs, "$.elements[0].retard")).isEqualTo((int) fin - 3);
		assertThat(appeler("/api/v1/ent/consommateurs", "consommateur").getStatus()).isEqualTo(403);
	}

	@Test
	void aSchoolSeesItsClassesAndGroupsAndWhenTheyTakeEffect() throws Exception {
		NumeroDepot depot = this.fichiers.depose(COLLEGE, "annuaire.xml");
		this.jdbc.sql("INSERT INTO echange.projection_faite VALUES (?, 2025, ?, '2025-10-03 22:30Z')")
			.params(COLLEGE, depot.valeur())
			.update();

		String etat = appeler("/api/v1/etablissements/" + COLLEGE + "/ent", "chef-etablissement").getContentAsString();

		assertThat(JsonPath.<Object>read(etat, "$.classes").toString()).isEqualTo("""
				[{"code":"6A","libelle":"SIXIEME A","eleves":2,"enseignants":1,"parents":1},\
				{"code":"6B","libelle":"6B","eleves":2,"enseignants":1,"parents":0}]""");
		assertThat(JsonPath.<Object>read(etat, "$.groupes").toString()).isEqualTo(
				"[{\"code\":\"6ANGG1\",\"libelle\":\"ANGLAIS 6E\",\"eleves\":2,\"enseignants\":1,\"parents\":1}]");
		assertThat(JsonPath.<String>read(etat, "$.etatLe")).isEqualTo("2025-10-03T22:30:00Z");
		assertThat(JsonPath.<String>read(etat, "$.effetEnt")).as("past midnight in Paris").isEqualTo("2025-10-05");
		assertThat(JsonPath.<String>read(etat, "$.effetGarAuPlusTard")).isEqualTo("2025-10-07");
		assertThat(JsonPath.<List<String>>read(etat, "$.avertissements")).as("the GAR has nothing of it").isEmpty();
		assertThat(appeler("/api/v1/etablissements/" + VOISIN + "/ent", "chef-etablissement").getStatus())
			.isEqualTo(404);
	}

	@Test
	void aSchoolThatTheGarHasIsToldThatNobodyCanServeIt() throws Exception {
		projeter(COLLEGE, 1000);
		this.jdbc
			.sql("""
					INSERT INTO echange.paquet (paquet, flux, consommateur, uai, demandeur, cree_le, valide, comptes, ecartes, fautes, taille, empreinte,
					                            archives, visible_le, montre_le)
					VALUES ('20251001-080000-951-2D', 'gar', 'defaut', ?, 'essai', now(), true, '{}', '[]', '[]', 1, repeat('a', 64), '{a.tar.gz}', now(), now())""")
			.param(new String[] { COLLEGE })
			.update();

		String etat = appeler("/api/v1/etablissements/" + COLLEGE + "/ent", "chef-etablissement").getContentAsString();

		this.jdbc.sql("DELETE FROM echange.paquet WHERE paquet = '20251001-080000-951-2D'").update();
		assertThat(JsonPath.<List<String>>read(etat, "$.avertissements[*].code")).containsExactly("C143");
		assertThat(JsonPath.<List<String>>read(etat, "$.avertissements[*].titre")).containsExactly(
				"Aucun responsable d'affectation : personne ne peut affecter les ressources de l'établissement.");
	}

	@Test
	void aCursorThatIsNoneIsRefused() throws Exception {
		assertThat(appeler("/api/v1/ent/changements?depuis=-1", "academie").getStatus()).isEqualTo(400);
		assertThat(appeler("/api/v1/ent/changements?taille=501", "academie").getStatus()).isEqualTo(400);
		assertThatExceptionOfType(Changements.CurseurOublie.class).isThrownBy(() -> {
			this.jdbc.sql("UPDATE ent.changement_curseur SET oublie = 9").update();
			this.changements.lire(PERSONNE, 8, null, 10);
		});
	}

	private List<Changement> lire(long depuis) {
		return this.changements.lire(PERSONNE, depuis, null, 500).elements();
	}

	/** The last cursor once all is numbered. */
	private long fin() {
		this.journal.numeroter();
		return this.changements.lire(PERSONNE, 0, null, 500).curseur();
	}

	private void projeter(String uai, int seuil) {
		new TransactionTemplate(this.transactions).executeWithoutResult((tx) -> projeterIci(uai, seuil));
	}

	private void projeterIci(String uai, int seuil) {
		new Projections(Path.of("mappings/projections"), this.horloge, seuil, Delais.AUCUN).projeter(this.parametres,
				new Uai(uai), 2025, NumeroDepot.deRang(++this.depots),
				Set.of("etablissement", "division", "groupe", "eleve", "enseignant", "lien", "responsable"));
	}

	private void faire(String sql) {
		this.parametres.getJdbcOperations().execute(sql);
	}

	private String personne(String systeme, String cle) {
		return this.jdbc.sql("SELECT personne_id::text FROM ent.personne_cle WHERE systeme = ? AND cle = ?")
			.params(systeme, cle)
			.query(String.class)
			.single();
	}

	private List<String> evenements() {
		return this.jdbc
			.sql("SELECT corps::text FROM echange.outbox WHERE adresse = 'passerelle.evenements.ent' ORDER BY id")
			.query(String.class)
			.list();
	}

	private static String prenom(Changement changement) {
		return (changement.valeurs() != null) ? (String) changement.valeurs().get("prenom") : "";
	}

	private MockHttpServletResponse appeler(String adresse, String compte) throws Exception {
		return this.web.perform(get(adresse).with(httpBasic(compte, "secret"))).andReturn().getResponse();
	}

	private List<String> instantane(String compte) throws Exception {
		return appeler("/api/v1/ent/instantane", compte).getContentAsString().lines().toList();
	}

}
