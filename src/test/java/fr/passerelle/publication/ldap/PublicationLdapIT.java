package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import fr.passerelle.plateforme.Maison;
import fr.passerelle.publication.Consommateur;
import fr.passerelle.publication.Paquet;
import fr.passerelle.publication.Publications;
import fr.passerelle.publication.Redaction.Ecarte;
import fr.passerelle.publication.aaf.AcademieDEssai;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/** Invented schools of both degrees, as a directory server loads their LDIF. */
@TestInstance(Lifecycle.PER_CLASS)
class PublicationLdapIT {

	private AcademieDEssai academie;

	@BeforeAll
	void deposit() {
		this.academie = new AcademieDEssai().peupler("--etablissements", "3", "--eleves", "40", "--graine", "17",
				"--premier-degre", "34", "--territoire", "metropole");
	}

	@AfterAll
	void close() {
		this.academie.close();
	}

	@Test
	void aServerThatChecksTheSchemaLoadsTheWholeAndAReaderFindsTheDirectoryInIt() throws LDAPException {
		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(paquet.fautes()).isEmpty();
		AnnuaireVoulu.exiger(charger(paquet), this.academie::lire, this.academie.uais());
	}

	@Test
	void aConsumerReceivesItsSchoolsAndNothingOfTheOthers() throws LDAPException, IOException {
		String uai = this.academie.uais().get(0);
		Paquet paquet = publier(List.of(uai), List.of());

		AnnuaireVoulu.exiger(charger(paquet), this.academie::lire, List.of(uai));
		assertThat(texte(paquet)).doesNotContain(this.academie.uais().get(1), this.academie.uais().get(2));
	}

	@Test
	void whatIsReservedIsGivenOnlyIfItIsNamed() throws IOException, LDAPException {
		Paquet sans = publier(List.of("*"), List.of());
		Paquet avec = publier(List.of("*"), List.of("ENTEleveINE", "ENTPersonDateNaissance", "ENTPersonGARIdentifiant",
				"mail", "homePhone", "mobile"));

		assertThat(texte(sans)).doesNotContain("ENTEleveINE", "ENTPersonDateNaissance", "ENTPersonGARIdentifiant",
				"mail:", "homePhone", "mobile");
		assertThat(texte(avec)).contains("ENTEleveINE: ", "ENTPersonDateNaissance: ", "ENTPersonGARIdentifiant: ");
		AnnuaireVoulu.exiger(charger(avec), this.academie::lire, this.academie.uais());
	}

	@Test
	void publishedAgainNothingHavingChangedTheFileIsTheSame() throws IOException {
		assertThat(texte(publier(List.of("*"), List.of()))).isEqualTo(texte(publier(List.of("*"), List.of())));
	}

	@Test
	void whatCannotBeAnEntryIsToldAndTheRestIsGiven() throws LDAPException {
		String uai = this.academie.lire("SELECT min(uai) FROM referentiel.eleve WHERE source = 'SIECLE'").get(0);
		List<String> eleves = this.academie
			.lire("SELECT cle FROM ent.presence WHERE uai = ? AND profil = 'Eleve' ORDER BY cle LIMIT 3", uai);
		this.academie.executer(
				"""
						UPDATE ent.membre SET disparu_le = now() WHERE personne_id = (SELECT personne_id FROM ent.presence WHERE uai = '%1$s' AND cle = '%2$s');
						UPDATE referentiel.eleve SET code_mef = NULL WHERE uai = '%1$s' AND eleve_id = '%3$s';
						UPDATE ent.presence SET nom = ' ' WHERE uai = '%1$s' AND cle = '%4$s';
						INSERT INTO ent.groupe (uai, annee_scolaire, type_structure, code, profil, libelle, numero_depot)
						SELECT uai, annee_scolaire, 'G', c.code, '', c.code, 1 FROM ent.structure, (VALUES ('LATIN$2'), ('DESERT')) c (code) WHERE uai = '%1$s'"""
					.formatted(uai, eleves.get(0), eleves.get(1), eleves.get(2)));

		Paquet paquet = publier(List.of("*"), List.of());

		assertThat(paquet.fautes()).isEmpty();
		assertThat(paquet.ecartes()).contains(
				new Ecarte(uai, eleves.get(0), "élève", "élève sans classe : il attend d'en avoir une"),
				new Ecarte(uai, eleves.get(1), "élève", "élève sans formation (MEF) : il attend d'en avoir une"),
				new Ecarte(uai, eleves.get(2), "eleve", "sans nom : non donné"),
				new Ecarte(uai, "LATIN$2", "groupe LATIN$2", "code avec « $ » : non donné"),
				new Ecarte(uai, "DESERT", "groupe DESERT", "groupe présent, non peuplé : non donné"));
		assertThat(paquet.ecartes()).anySatisfy((ecarte) -> assertThat(ecarte.motif())
			.isEqualTo("responsable dont aucun élève n'est donné : non donné"));
		charger(paquet);
		this.academie.executer("""
				UPDATE ent.membre SET disparu_le = NULL;
				UPDATE referentiel.eleve SET code_mef = (SELECT min(code_mef) FROM referentiel.eleve WHERE uai = '%1$s')
				WHERE uai = '%1$s' AND code_mef IS NULL;
				UPDATE ent.presence SET nom = 'RENDU' WHERE nom = ' ';
				DELETE FROM ent.groupe WHERE code IN ('LATIN$2', 'DESERT')""".formatted(uai));
	}

	@Test
	void aSchoolWithoutANameIsToldAndASchoolWithoutAnybodyMakesNoPackage() {
		String uai = this.academie.uais().get(0);
		this.academie.executer("UPDATE ent.structure SET disparu_le = now() WHERE uai = '" + uai + "'");

		Paquet paquet = publier(List.of("*"), List.of());
		Paquet vide = publier(List.of("0999999F"), List.of());

		assertThat(paquet.uai()).doesNotContain(uai).hasSize(2);
		assertThat(paquet.ecartes())
			.contains(new Ecarte(uai, uai, "établissement", "sans nom : ni lui ni ses personnes ne sont donnés"));
		assertThat(vide.fautes()).containsExactly("Aucun établissement à donner.");
		this.academie.executer("UPDATE ent.structure SET disparu_le = NULL");
	}

	/** A server that knows the schema and takes the whole file, or refuses it. */
	private AnnuaireLu charger(Paquet paquet) throws LDAPException {
		InMemoryDirectoryServerConfig reglages = new InMemoryDirectoryServerConfig(Sdet.BASE);
		reglages.setSchema(Sdet.schema());
		InMemoryDirectoryServer serveur = new InMemoryDirectoryServer(reglages);
		serveur.add(Sdet.BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "exemple"));
		serveur.importFromLDIF(false, fichier(paquet).toFile());
		return AnnuaireLu.de(serveur);
	}

	private Paquet publier(List<String> uais, List<String> champs) {
		Consommateur consommateur = new Consommateur("lecteur", "ldap", "", uais, false, 0, champs, "dossier", "");
		return this.academie.bean(Publications.class).publier(consommateur, null, "essai", false);
	}

	private Path fichier(Paquet paquet) {
		return this.academie.bean(Maison.class)
			.outbox()
			.resolve(Path.of("flux", "ldap", paquet.consommateur(), paquet.paquet(), "annuaire.ldif"));
	}

	private String texte(Paquet paquet) throws IOException {
		return Files.readString(fichier(paquet));
	}

}
