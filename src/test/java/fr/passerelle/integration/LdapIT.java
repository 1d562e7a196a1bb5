package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.plateforme.MaisonDeTest;
import fr.passerelle.publication.ldap.AnnuaireDEssai;
import fr.passerelle.publication.ldap.AnnuaireVoulu;
import fr.passerelle.publication.ldap.Sdet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two ENT, each with its schools and its server, one that follows and one that does not:
 * from the file dropped by a school to the entry, by the routes of the project.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LdapIT extends BoutEnBout {

	private static final String[] TOUS = { "STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES",
			"SIECLE_ELEVES", "SIECLE_RESPONSABLES", "ELEGROUPE" };

	private static AnnuaireDEssai region;

	private static AnnuaireDEssai departement;

	private static List<College> colleges;

	@Autowired
	private HealthEndpoint sante;

	@DynamicPropertySource
	static void annuaires(DynamicPropertyRegistry reglages) throws IOException {
		Path ici = MaisonDeTest.maisonNeuve();
		colleges = new Academie(reglages(2, 30, 391)).ecrire(ici)
			.etablissements()
			.stream()
			.map((EtablissementAttendu attendu) -> new College(attendu, ici.resolve(attendu.uai())))
			.toList();
		region = new AnnuaireDEssai();
		departement = new AnnuaireDEssai();
		reglages.add("passerelle.ldap.intervalle", () -> 50);
		reglages.add("passerelle.reprise.delai", () -> 100);
		reglages.add("passerelle.reprise.delai-max", () -> 400);
		annuaire(reglages, 0, "region", region);
		annuaire(reglages, 1, "departement", departement);
	}

	private static void annuaire(DynamicPropertyRegistry reglages, int rang, String nom, AnnuaireDEssai annuaire) {
		String consommateur = "passerelle.consommateurs[" + rang + "].";
		reglages.add(consommateur + "nom", () -> nom);
		reglages.add(consommateur + "flux", () -> "ldap");
		reglages.add(consommateur + "uai", () -> colleges.get(rang).uai());
		String serveur = "passerelle.ldap.annuaires[" + rang + "].";
		reglages.add(serveur + "consommateur", () -> nom);
		reglages.add(serveur + "url", annuaire::url);
		reglages.add(serveur + "compte", () -> Sdet.COMPTE);
		reglages.add(serveur + "motdepasse", () -> Sdet.MOT_DE_PASSE);
		reglages.add(serveur + "base", () -> Sdet.BASE);
		reglages.add(serveur + "source", () -> "AC-EXEMPLE");
		reglages.add(serveur + "conservation", () -> "0s");
		reglages.add(serveur + "delai-reponse", () -> "500ms");
	}

	@BeforeAll
	void deposit() {
		colleges.forEach((college) -> this.hub.traiter(college, TOUS));
	}

	@AfterAll
	void close() {
		region.close();
		departement.close();
	}

	@Test
	@Order(1)
	void whatASchoolDropsIsInTheServerOfItsEntAndInNoOther() {
		ajour("region");
		ajour("departement");

		exiger(region, 0);
		exiger(departement, 1);
	}

	@Test
	@Order(2)
	void aServerThatIsAwayKeepsNoOtherWaitingAndMissesNothing() {
		departement.arreter();
		deposerSans(1, 1);
		deposerSans(0, 1);
		ajour("region");

		exiger(region, 0);
		Hub.jusqua(() -> pannes().containsKey("departement"));
		assertThat(pannes()).isEqualTo(Map.of("departement", "connect error (91)"));
		assertThat(etat("departement").get("retard").asLong()).isPositive();
		departement.demarrer();
		ajour("departement");

		exiger(departement, 1);
		assertThat(pannes()).isEmpty();
		assertThat(Journalisation.nombre("LDAP departement: nothing can be written")).isOne();
		assertThat(Journalisation.contient("LDAP departement: answers again")).isTrue();
	}

	@Test
	@Order(3)
	void aServerThatIsTooSlowIsAskedAgainUntilItAnswers() {
		departement.ralentir();
		deposerSans(1, 2);

		Hub.jusqua(() -> pannes().containsKey("departement"));
		assertThat(pannes()).isEqualTo(Map.of("departement", "timeout (85)"));
		departement.accelerer();
		ajour("departement");

		exiger(departement, 1);
	}

	@Test
	@Order(4)
	void anEntryThatIsRefusedIsAnAlarmUntilAReconciliationFindsItRight() {
		String dn = this.hub
			.lire("SELECT 'uid=e' || max(personne_id) || ',ou=people,dc=exemple,dc=fr' FROM ent.v_personne "
					+ "WHERE uai = ? AND profil = 'Eleve' AND disparu_le IS NULL", colleges.get(0).uai())
			.get(0);
		region.refuser(dn);
		region.effacer(dn);
		JsonNode refusee = reconcilier("region");

		assertThat(refusee.get("comptes").get("refusees").asInt()).isOne();
		assertThat(pannes()).isEqualTo(Map.of("region", "des entrées sont refusées"));
		assertThat(etat("region").get("alarmes").get(0).get("titre").asText())
			.isEqualTo("« " + dn + " » : le serveur a refusé l'entrée (object class violation (65)).");
		region.accepter();
		assertThat(reconcilier("region").get("comptes").get("ajoutees").asInt()).isOne();
		assertThat(pannes()).isEmpty();
		exiger(region, 0);
		assertThat(Journalisation.contient("NOM-SECRET")).isFalse();
		assertThat(Journalisation.contient(Sdet.MOT_DE_PASSE)).isFalse();
	}

	private void exiger(AnnuaireDEssai annuaire, int rang) {
		AnnuaireVoulu.exiger(annuaire.lire(), this.hub::lire, List.of(colleges.get(rang).uai()));
	}

	private void deposerSans(int rang, int eleves) {
		College college = colleges.get(rang);
		String numero = this.hub.traiter(college.uai(),
				Retouche.archive(college.fichier("SIECLE_ELEVES"), Retouche.sansPremiersEleves(eleves)));
		assertThat(this.hub.etat(numero)).startsWith("traite");
	}

	/** Waits until the server of a consumer has been told of every change. */
	private void ajour(String consommateur) {
		Hub.jusqua(() -> this.hub.compter("""
				SELECT count(*) FROM ent.changement_lecteur l CROSS JOIN ent.changement_curseur c
				WHERE l.consommateur = ? AND l.curseur = c.suivant - 1
				  AND NOT EXISTS (SELECT FROM ent.changement_lot WHERE debut IS NULL)""", "ldap:" + consommateur) == 1);
	}

	private Map<String, Object> pannes() {
		return ((Health) this.sante.healthForPath("ldap")).getDetails();
	}

	private JsonNode etat(String consommateur) {
		for (JsonNode etat : this.hub.api().lire("/flux/ldap/annuaires").json().get("elements")) {
			if (etat.get("consommateur").asText().equals(consommateur)) {
				return etat;
			}
		}
		throw new AssertionError(consommateur);
	}

	/** Asks for a comparison by the API, and waits for its counts. */
	private JsonNode reconcilier(String consommateur) {
		String numero = this.hub.api()
			.poster("/flux/ldap/reconciliations", "{\"consommateur\": \"%s\"}".formatted(consommateur))
			.json()
			.get("numero")
			.asText();
		Hub.jusqua(() -> this.hub.api().lire("/flux/ldap/reconciliations/" + numero).json().has("comptes"));
		return this.hub.api().lire("/flux/ldap/reconciliations/" + numero).json();
	}

}
