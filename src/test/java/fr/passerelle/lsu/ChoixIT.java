package fr.passerelle.lsu;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.api.DepotsDEssai;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.journal.Acheminement;
import fr.passerelle.journal.Etat;
import fr.passerelle.journal.Evenements;
import fr.passerelle.lsu.LsuSettings.Automatique;
import fr.passerelle.lsu.LsuSettings.Champ;
import fr.passerelle.lsu.LsuSettings.NomAffiche;
import fr.passerelle.lsu.LsuSettings.Synchronisation;
import fr.passerelle.lsu.Synchronisations.Declencheur;
import fr.passerelle.lsu.Synchronisations.Demande;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.route.TransientFailures;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The other reading of each open point (LSU c.10, c.11), and the runs nobody asks for.
 */
class ChoixIT extends LivretDEssai {

	/** The run that is open began at this moment, and is over. */
	private static final String FINIE = "UPDATE lsu.sync_execution SET etat = 'TERMINEE', debut = '%1$s', fin = '%1$s' WHERE fin IS NULL";

	private static final String FIN = "La synchronisation s'est déroulée avec succès.";

	@Autowired
	private Consultation consultation;

	@Autowired
	private LsuSettings origine;

	@Autowired
	private LsuConfiguration.Plans plans;

	@Autowired
	private Executions executions;

	@Autowired
	private Messages messages;

	@Autowired
	private Ecoles ecoles;

	@Autowired
	private Classes classes;

	@Autowired
	private Reverrouillage reverrouillage;

	@Autowired
	private Automatismes automatismes;

	@Autowired
	private Evenements evenements;

	@Autowired
	private Acheminement acheminement;

	@Autowired
	private TransientFailures pannes;

	@Autowired
	private Calendriers calendriers;

	@Autowired
	private DepotsDEssai depots;

	@Autowired
	private JdbcClient client;

	@Autowired
	private ObjectMapper textes;

	@Autowired
	private Clock horloge;

	@Test
	void theSettingsAreThoseOfTheReadingKept() {
		assertThat(this.origine).isEqualTo(new LsuSettings(
				new Synchronisation(EnumSet.of(Champ.NOM, Champ.PRENOMS, Champ.DATE_NAISSANCE, Champ.SEXE, Champ.INE),
						EnumSet.allOf(Champ.class), true, NomAffiche.NOUVEAU, Set.of("1D"), true, true, true, true),
				new Automatique(List.of(), "", List.of())));
	}

	/** K3, R216: what the older document lists for écoles. */
	@Test
	void guardiansOfAnEcoleAreUpdatedWhenTheyAreAmongItsFields() {
		ecole();
		LsuSettings autre = avec(new Synchronisation(EnumSet.allOf(Champ.class), choix().champsSecondDegre(), true,
				NomAffiche.NOUVEAU, Set.of("1D"), true, true, true, true));

		JsonNode rapport = synchroniser(autre, ECOLE, "CE2-1");

		assertThat(lignes(rapport)).contains("L'élève Maëlys Kervella (CE2-1) a été mis à jour.");
		assertThat(sql("SELECT responsables -> 0 ->> 'telephone' FROM lsu.v_eleve WHERE nom = 'Kervella'"))
			.containsExactly("0600000001");
		assertThat(lignes(synchroniser(autre, ECOLE, "CE2-1"))).noneMatch((ligne) -> ligne.contains("Kervella"));
	}

	/** Q3. */
	@Test
	void oneArchiveByLockingIsEnoughWhenTheSettingSaysSo() {
		college();
		verrouiller(COLLEGE, bilan(COLLEGE, "700102", 1));
		LsuSettings autre = avec(new Synchronisation(choix().champsPremierDegre(), choix().champsSecondDegre(), false,
				NomAffiche.NOUVEAU, Set.of("1D"), true, true, true, true));
		changeEleve("700102", "prenom2 = 'Aurore'");
		synchroniser(autre, COLLEGE, "6EME B");
		changeEleve("700102", "prenom3 = 'Maud'");

		synchroniser(autre, COLLEGE, "6EME B");

		assertThat(archives("700102")).containsExactly("Inès Carpentras");
		assertThat(courant("700102")).isEqualTo("Inès Aurore Maud Carpentras");
	}

	/** Q10, Q9. */
	@Test
	void theLineMaySayTheFormerNameAndTheLastOneBeLeftOutAfterAWarning() {
		college();
		changeEleve("700101", "nom_de_famille = 'Ozanne-Riou'");
		change("UPDATE referentiel.eleve SET disparu_le = now() WHERE eleve_id = '700102'");
		LsuSettings autre = avec(new Synchronisation(choix().champsPremierDegre(), choix().champsSecondDegre(), true,
				NomAffiche.ANCIEN, Set.of("1D"), true, true, true, false));

		JsonNode rapport = synchroniser(autre, COLLEGE, "6EME B");

		assertThat(lignes(rapport)).contains("L'élève Timéo Ozanne (6EME B) a été mis à jour.").doesNotContain(FIN);
		assertThat(rapport.get("etat").asText()).isEqualTo("TERMINEE");
	}

	/** K7. */
	@Test
	void periodsAreAskedForInTheDegreesThatAreNamed() {
		ecole();
		college();
		change("UPDATE lsu.classe SET periodicite_id = NULL WHERE code = '3EME C' OR libelle = 'CP-1'");
		LsuSettings autre = avec(new Synchronisation(choix().champsPremierDegre(), choix().champsSecondDegre(), true,
				NomAffiche.NOUVEAU, Set.of("2D"), true, true, true, true));

		assertThat(lancer(autre, COLLEGE).refus()).hasSize(1);
		assertThat(lancer(autre, ECOLE).refus()).isEmpty();
	}

	/** K10, Q7, Q8. */
	@Test
	void newServicesRunningDispositifsAndTheLineOfTheSchoolCanBeLeftOut() {
		ecole();
		college();
		long s2 = bilan(ECOLE, "1000000001", 2);
		this.jdbc
			.update("""
					INSERT INTO referentiel.eleve_dispositif (uai, annee_scolaire, eleve_id, texte, codes, vu_le, numero_depot)
					VALUES ('0009101T', 2025, '1000000001', 'PAI depuis le 06/10/2025', '{PAI}', now(), 18)""");
		change("""
				INSERT INTO referentiel.service (uai, annee_scolaire, type_structure, code_structure, code_matiere, code_modalite,
				  enseignant_type, enseignant_id, numero_depot) VALUES ('0009201B', 2025, 'D', '3EME C', '020800', 'CG', 'epp', '51004', 18)""");
		LsuSettings autre = avec(new Synchronisation(choix().champsPremierDegre(), choix().champsSecondDegre(), true,
				NomAffiche.NOUVEAU, Set.of("1D"), false, false, false, true));

		JsonNode college = synchroniser(autre, COLLEGE, "3EME C");
		JsonNode ecole = synchroniser(autre, ECOLE, "CE2-1");

		assertThat(college.get("avancement").asInt()).isEqualTo(100);
		assertThat(sql("SELECT structure_code FROM lsu.service WHERE structure_code = '3EME C'")).isEmpty();
		assertThat(lignes(ecole)).containsExactly("Synchronisation lancée pour : CE2-1", FIN);
		assertThat(textes(montre(ECOLE, s2).get("dispositifs"))).isEmpty();
	}

	@Test
	void aScheduledRunStartsOnceAtItsHourInTheTimeOfTheSchool() {
		college();
		Montre montre = new Montre(this.horloge.instant());
		Automatismes deNuit = automatismes(new Automatique(List.of("*"), "0 30 2 * * *", List.of()), montre);

		deNuit.lancer();
		List<String> avant = automatiques();
		montre.instant = Instant.parse("2025-09-02T00:29:00Z");
		deNuit.lancer();
		List<String> juste = automatiques();
		montre.instant = Instant.parse("2025-09-02T00:31:00Z");
		deNuit.lancer();
		deNuit.lancer();

		assertThat(avant).isEmpty();
		assertThat(juste).isEmpty();
		assertThat(automatiques()).containsExactly("0009201B automatique EN_COURS");
	}

	@Test
	void anHourMissedWhileTheHubWasDownIsMadeUpForOnce() {
		college();
		Automatique reglages = new Automatique(List.of("*"), "0 30 2 * * *", List.of());
		Montre montre = new Montre(this.horloge.instant());
		Automatismes avant = automatismes(reglages, montre);
		montre.instant = Instant.parse("2025-09-02T00:31:00Z");
		avant.lancer();
		change(FINIE.formatted(montre.instant));
		montre.instant = Instant.parse("2025-09-03T07:00:00Z");

		Automatismes apres = automatismes(reglages, montre);
		apres.lancer();
		change(FINIE.formatted(montre.instant));
		apres.lancer();

		assertThat(automatiques()).containsExactly("0009201B automatique TERMINEE", "0009201B automatique TERMINEE");
	}

	@Test
	void aRunStartsAfterADepositThatChangedItsSchoolAndNotBeforeItIsAtRest() {
		college();
		change("UPDATE lsu.sync_execution SET debut = '2025-08-30', fin = '2025-08-30'");
		Automatismes suite = automatismes(new Automatique(List.of(), "", List.of(COLLEGE)), this.horloge);

		suite.lancer();
		List<String> sansDepot = automatiques();
		NumeroDepot depot = this.depots.depose(COLLEGE, "sts.xml");
		this.depots.passer(depot, Etat.EN_TRAITEMENT);
		suite.lancer();
		List<String> pendant = automatiques();
		this.depots.passer(depot, Etat.TRAITE);
		suite.lancer();
		change("UPDATE lsu.sync_execution SET etat = 'TERMINEE', fin = debut WHERE fin IS NULL");
		suite.lancer();

		assertThat(sansDepot).isEmpty();
		assertThat(pendant).isEmpty();
		assertThat(automatiques()).containsExactly("0009201B automatique TERMINEE");
	}

	@Test
	void anHourThatIsNoneIsRefusedAtStart() {
		Automatique faux = new Automatique(List.of("*"), "toutes les nuits", List.of());

		assertThatExceptionOfType(LsuReglageFaux.class).isThrownBy(() -> automatismes(faux, this.horloge))
			.withMessageStartingWith(
					"passerelle.lsu.automatique.planification : « toutes les nuits » n'est pas possible");
	}

	private List<String> automatiques() {
		return sql(
				"SELECT uai || ' ' || demandeur || ' ' || etat FROM lsu.v_synchronisation WHERE declencheur = 'AUTOMATIQUE' ORDER BY id");
	}

	private Automatismes automatismes(Automatique automatique, Clock heure) {
		return new Automatismes(this.synchronisations, this.calendriers,
				new LsuSettings(this.origine.synchronisation(), automatique), this.client, heure);
	}

	private Synchronisation choix() {
		return this.origine.synchronisation();
	}

	private LsuSettings avec(Synchronisation choix) {
		return new LsuSettings(choix, this.origine.automatique());
	}

	private Synchronisations.Lancement lancer(LsuSettings reglages, String uai, String... divisions) {
		Synchronisations autres = new Synchronisations(this.ecoles, this.classes, this.executions, this.messages,
				this.acheminement, this.client, reglages);
		return this.transactions.execute((etat) -> autres.lancer(uai,
				new Demande((divisions.length > 0) ? List.of(divisions) : null, null), Declencheur.MANUEL, "essai"));
	}

	/** A run by a hub with other settings. */
	private JsonNode synchroniser(LsuSettings reglages, String uai, String division) {
		long id = lancer(reglages, uai, division).id();
		Ecriture ecriture = new Ecriture(new NamedParameterJdbcTemplate(this.jdbc), this.textes, reglages,
				this.horloge);
		Deroulement deroulement = new Deroulement(this.plans, ecriture, this.executions, this.messages, this.ecoles,
				this.reverrouillage, this.pannes, reglages, this.transactions);
		new SynchronisationStep(this.executions, deroulement, this.messages, this.evenements, this.automatismes,
				this.consultation, this.pannes, reglages, this.client, this.transactions)
			.executer(Long.toString(id));
		return lire(uai, id);
	}

	/** A clock that the test sets. */
	private static final class Montre extends Clock {

		private Instant instant;

		private Montre(Instant instant) {
			this.instant = instant;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId fuseau) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.instant;
		}

	}

}
