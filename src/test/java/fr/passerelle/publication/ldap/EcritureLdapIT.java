package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import fr.passerelle.integration.Retouche;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.aaf.AcademieDEssai;
import fr.passerelle.publication.evenement.Journal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Invented schools, written in a server that checks the schema, turn by turn. */
@TestInstance(Lifecycle.PER_CLASS)
class EcritureLdapIT {

	private static final Duration JOURS = Duration.ofDays(60);

	private AcademieDEssai academie;

	private AnnuaireDEssai annuaire;

	private String nom;

	@BeforeAll
	void deposit() {
		this.academie = new AcademieDEssai().peupler("--etablissements", "2", "--eleves", "40", "--graine", "23",
				"--premier-degre", "0", "--territoire", "metropole");
	}

	@BeforeEach
	void aNewServer(TestInfo essai) {
		this.annuaire = new AnnuaireDEssai();
		this.nom = essai.getTestMethod().orElseThrow().getName().toLowerCase();
	}

	@AfterEach
	void stopTheServerAndBringBackWhoLeft() {
		this.annuaire.close();
		this.academie.executer("""
				UPDATE ent.presence SET disparu_le = NULL WHERE disparu_le = '2026-11-19T00:00:00Z';
				UPDATE ent.membre SET disparu_le = NULL WHERE disparu_le = '2026-11-19T00:00:00Z';
				UPDATE ent.changement_curseur SET oublie = 0""");
	}

	@AfterAll
	void close() {
		this.academie.close();
	}

	@Test
	void theFirstTurnWritesTheWholeAndTheNextOnesNothing() throws LDAPException {
		finir(abonne(JOURS, "*"));
		exigerAJour("*");
		String avant = this.annuaire.texte();
		this.annuaire.ecritures();

		finir(abonne(JOURS, "*"));
		reconcilier(abonne(JOURS, "*"), false);

		assertThat(this.annuaire.ecritures()).isEmpty();
		assertThat(this.annuaire.texte()).isEqualTo(avant);
	}

	@Test
	void aConsumerNeverSeesASchoolThatIsNotContractedToIt() throws LDAPException {
		finir(abonne(JOURS, this.academie.uais().get(0)));

		exigerAJour(this.academie.uais().get(0));
		assertThat(this.annuaire.texte()).doesNotContain(this.academie.uais().get(1));
	}

	@Test
	void aDepositChangesItsEntriesAndNoOther() throws IOException {
		String uai = this.academie.uais().get(1);
		Abonne abonne = abonne(Duration.ZERO, "*");
		finir(abonne);
		this.annuaire.ecritures();
		List<String> avant = this.academie
			.lire("SELECT DISTINCT uid FROM (SELECT 'uid=e' || personne_id || ',ou=people,dc=exemple,dc=fr' AS uid "
					+ "FROM ent.presence WHERE uai = ? AND profil = 'Eleve' AND disparu_le IS NULL) x", uai);

		this.academie.deposer(uai, Retouche.archive(eleves(uai), Retouche.sansPremiersEleves(2)));
		numeroter();
		finir(abonne);

		exigerAJour("*");
		List<String> partis = this.academie.lire("SELECT 'uid=e' || personne_id || ',ou=people,dc=exemple,dc=fr' "
				+ "FROM ent.presence WHERE uai = ? AND profil = 'Eleve' AND disparu_le IS NOT NULL", uai);
		List<String> faites = this.annuaire.ecritures();
		assertThat(partis).hasSize(2);
		assertThat(faites).contains("delete " + partis.get(0), "delete " + partis.get(1));
		assertThat(faites).noneMatch((ecriture) -> ecriture.contains(this.academie.uais().get(0)));
		assertThat(avant).filteredOn((dn) -> faites.contains("modify " + dn)).isEmpty();
	}

	@Test
	void aFieldTakenOutOfTheContractIsErasedEvenFromWhoLeft() throws LDAPException {
		String parti = unEleve();
		finir(abonne(JOURS, List.of("ENTEleveINE"), "*"));
		partir(parti);
		finir(abonne(JOURS, List.of("ENTEleveINE"), "*"));
		String reste = unEleve();
		this.annuaire.remplacer(reste, "ENTPersonDateNaissance", "20140203000000Z");
		assertThat(this.annuaire.entree(parti).getAttributeValue("ENTEleveINE")).isNotNull();
		assertThat(this.annuaire.entree(reste).getAttributeValue("ENTEleveINE")).isNotNull();

		finir(abonne(JOURS, "*"));

		assertThat(this.annuaire.texte()).doesNotContain("ENTEleveINE");
		assertThat(this.annuaire.entree(reste).getAttributeValue("ENTPersonDateNaissance"))
			.isEqualTo("20140203000000Z");
		this.annuaire.ecritures();
		reconcilier(abonne(JOURS, "*"), false);
		assertThat(this.annuaire.ecritures()).isEmpty();
		revenir();
	}

	@Test
	void whoWaitsForAClassKeepsTheSameEntryOutOfAnyGroup() throws LDAPException {
		String dn = unEleve();
		finir(abonne(Duration.ZERO, "*"));
		String avant = this.annuaire.entree(dn).toLDIFString();

		this.academie.executer(
				"UPDATE ent.membre SET disparu_le = '2026-11-19T00:00:00Z' WHERE disparu_le IS NULL AND personne_id = "
						+ numero(dn));
		changer(this.academie.uais().get(0));
		finir(abonne(Duration.ZERO, "*"));
		reconcilier(abonne(Duration.ZERO, "*"), false);

		assertThat(this.annuaire.entree(dn).toLDIFString()).isEqualTo(avant);
		assertThat(this.annuaire.lire().membres()).noneMatch((membre) -> membre.endsWith(" " + numero(dn)));
		revenir();
		finir(abonne(Duration.ZERO, "*"));
		exigerAJour("*");
	}

	@Test
	void whoLeftStaysWithoutProfileNorGroupForTheDelayThenGoes() throws LDAPException {
		String dn = unEleve();
		finir(abonne(JOURS, "*"));

		partir(dn);
		finir(abonne(JOURS, "*"));

		Entry partie = this.annuaire.entree(dn);
		assertThat(partie.hasAttribute("ENTPersonProfils")).isFalse();
		assertThat(partie.hasAttribute("ENTEleveGroupes")).isFalse();
		assertThat(partie.hasAttribute("ENTPersonLogin")).isTrue();
		assertThat(this.annuaire.lire().membres()).noneMatch((membre) -> membre.endsWith(" " + numero(dn)));
		assertThat(reconcilier(abonne(JOURS, "*"), false)).containsEntry("retirees", 0L);
		long partis = this.academie.bean(Registre.class).partis(this.nom);

		this.academie.executer("UPDATE ent.ldap_entree SET parti_le = parti_le - interval '60 days'");
		assertThat(reconcilier(abonne(JOURS, "*"), false)).containsEntry("retirees", partis);
		assertThat(this.annuaire.entree(dn)).isNull();
	}

	@Test
	void whoComesBackHasTheSameEntryAndTheLoginOfTheEnt() throws LDAPException {
		String dn = unEleve();
		finir(abonne(JOURS, "*"));
		this.annuaire.remplacer(dn, "ENTPersonLogin", "donne.par.lent");

		partir(dn);
		finir(abonne(JOURS, "*"));
		revenir();
		finir(abonne(JOURS, "*"));

		exigerAJour("*");
		assertThat(this.annuaire.entree(dn).getAttributeValue("ENTPersonProfils")).isEqualTo("National_ELV");
		assertThat(this.annuaire.entree(dn).getAttributeValue("ENTPersonLogin")).isEqualTo("donne.par.lent");
	}

	@Test
	void aServerThatIsAwayLosesNothingAndGetsTheLastStateWhenItIsBack() {
		String dn = unEleve();
		Abonne abonne = abonne(Duration.ZERO, "*");
		finir(abonne);
		long curseur = curseur();

		this.annuaire.arreter();
		partir(dn);
		assertThatThrownBy(() -> finir(abonne)).isInstanceOf(AnnuaireEnPanne.class).hasMessage("connect error (91)");
		assertThat(curseur()).isEqualTo(curseur);
		revenir();
		assertThatThrownBy(() -> finir(abonne)).isInstanceOf(AnnuaireEnPanne.class);
		this.annuaire.demarrer();
		finir(abonne);

		exigerAJour("*");
		assertThat(curseur()).isGreaterThan(curseur);
	}

	@Test
	void aServerThatDoesNotAnswerInTimeIsAskedAgainAndNothingIsWrittenTwice() {
		Abonne abonne = abonne(Duration.ZERO, "*");
		this.annuaire.ralentir();

		assertThatThrownBy(() -> finir(abonne)).isInstanceOf(AnnuaireEnPanne.class).hasMessage("timeout (85)");
		this.annuaire.accelerer();
		finir(abonne);

		exigerAJour("*");
		assertThat(this.annuaire.ecritures()).filteredOn((ecriture) -> ecriture.startsWith("add"))
			.doesNotHaveDuplicates();
	}

	@Test
	void aServerThatIsClosedToTheHubIsWaitedFor() {
		Abonne abonne = abonne(Duration.ZERO, "*");
		for (ResultCode reponse : List.of(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, ResultCode.UNWILLING_TO_PERFORM,
				ResultCode.BUSY)) {
			this.annuaire.fermer(reponse);
			assertThatThrownBy(() -> finir(abonne)).isInstanceOf(AnnuaireEnPanne.class);
		}
		this.annuaire.accepter();

		finir(abonne);

		exigerAJour("*");
	}

	@Test
	void anEntryThatTheServerRefusesIsToldAndTheNextOnesAreWritten() throws LDAPException {
		String dn = unEleve();
		this.annuaire.refuser(dn);
		Abonne abonne = abonne(Duration.ZERO, "*");

		finir(abonne);

		assertThat(this.annuaire.entree(dn)).isNull();
		assertThat(this.annuaire.lire().groupes()).isNotEmpty();
		assertThat(refus()).containsExactly(dn + " LDAP_R_SCHEMA object class violation (65)");
		this.annuaire.accepter();
		assertThat(reconcilier(abonne, false)).containsEntry("ajoutees", 1L).containsEntry("refusees", 0L);
		assertThat(refus()).isEmpty();
		exigerAJour("*");
	}

	@Test
	void anEntryThatIsNotTheHubsIsLeftAloneAndTold() throws LDAPException {
		String dn = unEleve();
		finir(abonne(Duration.ZERO, this.academie.uais().get(1)));
		ajouter("""
				dn: %s
				objectClass: inetOrgPerson
				objectClass: ENTPerson
				uid: %s
				cn: Main
				sn: Main
				ENTPersonLogin: main
				ENTPersonJointure: ENT$12""".formatted(dn, dn.substring(4, dn.indexOf(','))));
		String avant = this.annuaire.entree(dn).toLDIFString();

		finir(abonne(Duration.ZERO, "*"));

		assertThat(this.annuaire.entree(dn).toLDIFString()).isEqualTo(avant);
		assertThat(refus()).containsExactly(dn + " LDAP_R_OCCUPE entry already exists (68)");
	}

	@Test
	void whatSomebodyDamagedIsMendedAndWhatIsNotTheHubsIsLeft() throws LDAPException {
		Abonne abonne = abonne(Duration.ZERO, "*");
		finir(abonne);
		String sain = this.annuaire.texte();
		List<String> eleves = this.academie
			.lire("SELECT 'uid=e' || personne_id || ',ou=people,dc=exemple,dc=fr' FROM ent.presence "
					+ "WHERE profil = 'Eleve' AND disparu_le IS NULL ORDER BY personne_id LIMIT 4");
		String main = "dn: uid=main,ou=people,dc=exemple,dc=fr\nobjectClass: inetOrgPerson\nobjectClass: ENTPerson\nuid: main\ncn: Main\nsn: Main\n"
				+ "ENTPersonLogin: main\nENTPersonJointure: ENT$12\n";
		ajouter(main);
		this.annuaire.mainEtrangere().delete(eleves.get(0));
		this.annuaire.remplacer(eleves.get(1), "sn", "ABIME");
		this.annuaire.remplacer(eleves.get(1), "ENTEleveRegime");
		this.annuaire.mainEtrangere().modifyDN(eleves.get(2), "uid=autre", true);
		ajouter(this.annuaire.entree(eleves.get(3))
			.toLDIFString()
			.replace(eleves.get(3), "uid=e999999,ou=people,dc=exemple,dc=fr")
			.replaceAll("uid: e\\d+", "uid: e999999")
			.replaceAll("AC-EXEMPLE\\$\\d+", "AC-EXEMPLE\\$999999"));
		this.annuaire.remplacer(eleves.get(3), "description", "ajout de l'ENT");

		Map<String, Long> comptes = reconcilier(abonne, false);

		assertThat(comptes).isEqualTo(new TreeMap<>(Map.of("ajoutees", 1L, "modifiees", 2L, "retirees", 1L, "parties",
				0L, "refusees", 0L, "retenues", 0L, "inchangees", comptes.get("inchangees"))));
		assertThat(this.annuaire.entree(eleves.get(3)).getAttributeValue("description")).isEqualTo("ajout de l'ENT");
		this.annuaire.remplacer(eleves.get(3), "description");
		this.annuaire.mainEtrangere().delete("uid=main,ou=people,dc=exemple,dc=fr");
		assertThat(this.annuaire.texte()).isEqualTo(sain);
	}

	@Test
	void aSchoolThatWouldLoseTooMuchIsHeldBackUntilAPersonConfirms() throws LDAPException {
		String uai = this.academie.uais().get(0);
		Abonne abonne = abonne(Duration.ZERO, "*");
		finir(abonne);
		String avant = this.annuaire.texte();

		this.academie
			.executer("UPDATE ent.presence SET disparu_le = '2026-11-19T00:00:00Z' WHERE disparu_le IS NULL AND uai = '"
					+ uai + "'");
		changer(uai);
		finir(abonne);
		assertThat(this.annuaire.texte()).isEqualTo(avant);
		assertThat(this.academie.bean(Registre.class).suivi(this.nom).retenus()).isGreaterThan(100);
		assertThat(reconcilier(abonne, false).get("retenues")).isGreaterThan(100L);
		assertThat(this.annuaire.texte()).isEqualTo(avant);
		assertThat(reconcilier(abonne, true).get("retirees")).isGreaterThan(100L);

		exigerAJour(this.academie.uais().get(1));
		assertThat(this.academie.bean(Registre.class).suivi(this.nom).retenus()).isZero();
	}

	@Test
	void aSchoolThatIsNoMoreContractedGoesAtOnce() throws LDAPException {
		finir(abonne(JOURS, "*"));

		finir(abonne(JOURS, this.academie.uais().get(1)));

		exigerAJour(this.academie.uais().get(1));
		assertThat(this.annuaire.texte()).doesNotContain(this.academie.uais().get(0));
	}

	@Test
	void anENTThatWasAwayTooLongIsComparedAsAWhole() {
		String dn = unEleve();
		Abonne abonne = abonne(Duration.ZERO, "*");
		finir(abonne);

		partir(dn);
		this.academie.executer("UPDATE ent.changement_curseur SET oublie = suivant - 1");
		finir(abonne);

		exigerAJour("*");
	}

	private void exigerAJour(String uais) {
		AnnuaireVoulu.exiger(this.annuaire.lire(), this.academie::lire,
				uais.equals("*") ? this.academie.uais() : List.of(uais));
	}

	private Abonne abonne(Duration conservation, String... uais) {
		return abonne(conservation, List.of(), uais);
	}

	private Abonne abonne(Duration conservation, List<String> champs, String... uais) {
		AnnuaireSettings reglages = new AnnuaireSettings(this.nom, URI.create(this.annuaire.url()), false, null,
				Sdet.COMPTE, Sdet.MOT_DE_PASSE, Sdet.BASE, "AC-EXEMPLE", null, null, null, null, Duration.ofSeconds(2),
				Duration.ofMillis(500), conservation, "");
		Consommateur consommateur = new Consommateur(this.nom, "ldap", "", List.of(uais), false, 0, champs, "dossier",
				"");
		return new Abonne(consommateur, reglages, Nommage.de(this.academie.bean(LdapSettings.class), reglages));
	}

	/** Turns as long as there is something to do. */
	private void finir(Abonne abonne) {
		boolean reste = true;
		while (reste) {
			reste = this.academie.bean(Ecriture.class).tour(abonne);
		}
	}

	private Map<String, Long> reconcilier(Abonne abonne, boolean confirmation) {
		Reconciliations demandes = this.academie.bean(Reconciliations.class);
		Demande demande = demandes.demander(abonne.nom(), "essai", confirmation);
		finir(abonne);
		return demandes.trouver(demande.numero()).orElseThrow().comptes();
	}

	private String unEleve() {
		return this.academie.lire(
				"SELECT 'uid=e' || personne_id || ',ou=people,dc=exemple,dc=fr' FROM ent.presence WHERE uai = ? AND profil = 'Eleve' "
						+ "AND disparu_le IS NULL ORDER BY personne_id LIMIT 1",
				this.academie.uais().get(0))
			.get(0);
	}

	private static String numero(String dn) {
		return dn.substring("uid=e".length(), dn.indexOf(','));
	}

	/** What the projections do when an élève is no more in the export of her school. */
	private void partir(String dn) {
		this.academie.executer(
				"""
						UPDATE ent.presence SET disparu_le = '2026-11-19T00:00:00Z' WHERE personne_id = %1$s AND disparu_le IS NULL;
						UPDATE ent.membre SET disparu_le = '2026-11-19T00:00:00Z' WHERE personne_id = %1$s AND disparu_le IS NULL;
						UPDATE ent.presence r SET disparu_le = '2026-11-19T00:00:00Z' WHERE profil = 'Responsable' AND r.disparu_le IS NULL AND NOT EXISTS (
						    SELECT FROM referentiel.eleve_responsable l JOIN ent.presence e ON e.uai = l.uai AND e.cle = l.eleve_id AND e.profil = 'Eleve'
						    WHERE l.uai = r.uai AND l.personne_id = r.cle AND l.niveau_responsabilite IN ('1', '2') AND l.disparu_le IS NULL AND e.disparu_le IS NULL);
						UPDATE ent.membre m SET disparu_le = '2026-11-19T00:00:00Z' WHERE disparu_le IS NULL AND personne_id IN (
						    SELECT personne_id FROM ent.presence WHERE disparu_le = '2026-11-19T00:00:00Z')"""
					.formatted(numero(dn)));
		changer(this.academie.uais().get(0));
	}

	private void revenir() {
		this.academie.executer("""
				UPDATE ent.presence SET disparu_le = NULL WHERE disparu_le = '2026-11-19T00:00:00Z';
				UPDATE ent.membre SET disparu_le = NULL WHERE disparu_le = '2026-11-19T00:00:00Z'""");
		changer(this.academie.uais().get(0));
	}

	/** A lot of changes of this school, as the projections write it. */
	private void changer(String uai) {
		this.academie.executer(
				"""
						INSERT INTO ent.changement_lot (lot, uai, annee_scolaire, numero_depot, cree_le, nombre)
						VALUES (nextval('ent.changement_lot_numero'), '%s', 2026, 1, now(), 1);
						INSERT INTO ent.changement (lot, rang, type, operation, cle) VALUES (currval('ent.changement_lot_numero'), 1, 'personne', 'UPDATE', '1')"""
					.formatted(uai));
		numeroter();
	}

	private void numeroter() {
		this.academie.bean(Journal.class).numeroter();
	}

	private long curseur() {
		return Long.parseLong(this.academie
			.lire("SELECT curseur::text FROM ent.changement_lecteur WHERE consommateur = ?", "ldap:" + this.nom)
			.get(0));
	}

	private List<String> refus() {
		return this.academie.lire(
				"SELECT dn || ' ' || refus FROM ent.ldap_entree WHERE consommateur = ? AND refus IS NOT NULL",
				this.nom);
	}

	private void ajouter(String ldif) throws LDAPException {
		try {
			this.annuaire.mainEtrangere().add(new Entry(ldif.lines().toArray(String[]::new)));
		}
		catch (com.unboundid.ldif.LDIFException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The élèves as its last export tells them. */
	private Path eleves(String uai) throws IOException {
		try (Stream<Path> fichiers = Files
			.list(this.academie.bean(Maison.class).racine().resolve("academie0").resolve(uai))) {
			return fichiers
				.filter((fichier) -> fichier.getFileName().toString().startsWith("ExportXML_Eleves")
						|| fichier.getFileName().toString().contains("ElevesSansAdresses"))
				.findFirst()
				.orElseThrow();
		}
	}

}
