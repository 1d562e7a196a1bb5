package fr.passerelle.integration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import fr.passerelle.Passerelle;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.plateforme.MaisonDeTest;
import jakarta.jms.ConnectionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * One hub shared by all end-to-end tests, in a hurry but otherwise as it is. Each class
 * takes schools of ranks of its own, so that none sees the files of another.
 */
@SpringBootTest(classes = Passerelle.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "passerelle.horloge=" + BoutEnBout.INSTANT, "passerelle.depot.intervalle=50",
				"passerelle.depot.stable=150ms", "passerelle.depot.stable-sans-fin=300ms",
				"passerelle.depot.incomplet=60s", "passerelle.depot.taille=3MB",
				"spring.servlet.multipart.max-file-size=3MB", "passerelle.envoi.intervalle=30",
				"passerelle.compte-rendu.intervalle=50", "passerelle.veille.intervalle=500",
				"spring.datasource.hikari.maximum-pool-size=20", "passerelle.oneroster.intervalle=100",
				"passerelle.consommateurs[0].nom=mediatheque", "passerelle.consommateurs[0].flux=oneroster",
				"passerelle.consommateurs[0].uai=" + Roster.ECOLE + "," + Roster.AUTRE_ECOLE,
				"passerelle.consommateurs[1].nom=orientation", "passerelle.consommateurs[1].flux=oneroster",
				"passerelle.consommateurs[1].uai=" + Roster.ETRANGERE,
				"passerelle.consommateurs[1].champs=demographics,users.ine", "passerelle.consommateurs[2].nom=cantine",
				"passerelle.consommateurs[2].flux=oneroster", "passerelle.comptes[0].utilisateur=mediatheque",
				"passerelle.comptes[0].motdepasse=" + Roster.SECRET, "passerelle.comptes[0].role=consommateur",
				"passerelle.comptes[0].uai=*", "passerelle.comptes[1].utilisateur=orientation",
				"passerelle.comptes[1].motdepasse=" + Roster.SECRET, "passerelle.comptes[1].role=consommateur",
				"passerelle.comptes[1].uai=*", "passerelle.comptes[2].utilisateur=cantine",
				"passerelle.comptes[2].motdepasse=" + Roster.SECRET, "passerelle.comptes[2].role=consommateur",
				"passerelle.comptes[2].uai=" + Roster.AUTRE_ECOLE, "passerelle.comptes[3].utilisateur=inconnu",
				"passerelle.comptes[3].motdepasse=" + Roster.SECRET, "passerelle.comptes[3].role=consommateur",
				"passerelle.comptes[3].uai=*", "passerelle.consommateurs[3].nom=sans-ecole",
				"passerelle.consommateurs[3].flux=oneroster", "passerelle.comptes[4].utilisateur=sans-ecole",
				"passerelle.comptes[4].motdepasse=" + Roster.SECRET, "passerelle.comptes[4].role=consommateur" })
@ContextConfiguration(initializers = MaisonDeTest.Initializer.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class BoutEnBout {

	/** A Monday of November, inside the school year of every territory. */
	static final String INSTANT = "2025-11-17T08:00:00Z";

	static final int ANNEE = 2025;

	private static final String LIENS = """
			SELECT count(*) FROM referentiel.v_lien_eleve_groupe WHERE uai = ? AND origine = 'ELEGROUPE' AND disparu_le IS NULL""";

	protected Hub hub;

	@TempDir
	private static Path dossier;

	/** Before the first drop of this class, the hub being started. */
	@BeforeAll
	void ecouter() {
		Journalisation.ecouter();
	}

	@Autowired
	void ouvrir(Environment reglages, JdbcClient jdbc, ConnectionFactory courtier) {
		this.hub = new Hub(Path.of(reglages.getRequiredProperty("passerelle.home")), jdbc, courtier,
				reglages.getRequiredProperty("local.server.port", Integer.class));
	}

	/** Schools of so many élèves, the first of this rank. */
	static Reglages reglages(int etablissements, int eleves, int rang) {
		Clock horloge = Clock.fixed(Instant.parse(INSTANT), ZoneOffset.UTC);
		return Reglages.de(etablissements, eleves, 41, horloge).depuisRang(rang).avecPremierDegre(0);
	}

	/** One collège, written in a new folder. */
	static College college(Reglages reglages) {
		Path sien = dossier.resolve("academie-" + System.nanoTime());
		EtablissementAttendu attendu = new Academie(reglages).ecrire(sien).etablissements().get(0);
		return new College(attendu, sien.resolve(attendu.uai()));
	}

	/** How many links of the link file stand. */
	final long liensElegroupe(College college) {
		return this.hub.compter(LIENS, college.uai());
	}

	/** The same, to one group. */
	final long liensElegroupe(College college, String groupe) {
		return this.hub.compter(LIENS + " AND code_groupe = ?", college.uai(), groupe);
	}

}
