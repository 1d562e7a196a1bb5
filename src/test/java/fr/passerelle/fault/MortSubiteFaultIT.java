package fr.passerelle.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.passerelle.generateur.Academie;
import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Reglages;
import fr.passerelle.integration.Retouche;
import fr.passerelle.plateforme.MaisonDeTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F08, F31: kill -9 inside a transition. Nothing is lost, nothing is done twice or by
 * half: what remains is what a hub that nobody killed makes of the same files.
 */
class MortSubiteFaultIT {

	/** Applied in this order: the links wait for the élèves. */
	private static final List<String> FLUX = List.of("STS_EMP", "SIECLE_COMMUNS", "SIECLE_STRUCTURES", "ELEGROUPE",
			"SIECLE_ELEVES");

	private static final int LIENS = 3;

	private static final int ELEVES = 4;

	/** Cancelled by a person once all files are there. */
	private static final String MAIGRE = "maigre.zip";

	@TempDir
	private static Path dossier;

	private static EtablissementAttendu college;

	/**
	 * All the files: those above, the élèves again, a file to refuse, one to reject, the
	 * élèves as they were and the élèves without half of them.
	 */
	private static List<Path> fichiers;

	private static Bilan attendu;

	private HubTuable hub;

	private DataSource base;

	/** What there is to see of a hub once all is done. */
	private record Bilan(List<String> etats, List<String> contenu, List<String> rapports, List<String> erreurs,
			List<String> inbox) {
	}

	/**
	 * A death.
	 *
	 * @param moment where the hub is killed
	 * @param rang the file that is dropped for it; after the last, the cancellation
	 * @param atteint the file whose deposit is on the move at that moment
	 * @param etat the state of that deposit in the ledger the dead hub leaves, or
	 * {@code absent}; two when somebody else may already have taken it further
	 */
	private record Mort(String moment, int rang, int atteint, String etat) {

		/** As in {@code traite 4 en_traitement}, or {@code traite 4>3 en_traitement}. */
		static Mort lire(String texte) {
			String[] mots = texte.strip().split(" (?=\\d)|(?<=\\d) ");
			String[] rangs = mots[1].split(">");
			return new Mort(mots[0], Integer.parseInt(rangs[0]), Integer.parseInt(rangs[rangs.length - 1]), mots[2]);
		}

	}

	/** What a hub that nobody kills makes of the same files. */
	@BeforeAll
	static void sansMort() throws Exception {
		Clock horloge = Clock.fixed(Instant.parse("2025-11-17T08:00:00Z"), ZoneOffset.UTC);
		college = new Academie(Reglages.de(1, 60, 12, horloge).depuisRang(400).avecAnomalies()).ecrire(dossier)
			.etablissements()
			.get(0);
		Path eleves = applique("SIECLE_ELEVES");
		fichiers = Stream
			.concat(FLUX.stream().map(MortSubiteFaultIT::applique), Stream.of(nommer(eleves, "encore.zip"),
					fichier((fichier) -> fichier.etat().equals("refuse")),
					nommer(Retouche.archive(applique("SIECLE_NOMENCLATURE"), (xml) -> xml.replace(" CODE_MEF=", " X=")),
							"sans-code.zip"),
					nommer(Retouche.archive(eleves, (xml) -> xml.replaceFirst("<HORODATAGE>..", "<HORODATAGE>01")),
							"vieux.zip"),
					nommer(Retouche.archive(eleves, Retouche.sansPremiersEleves(30)), MAIGRE)))
			.toList();
		MortSubiteFaultIT temoin = new MortSubiteFaultIT();
		temoin.ouvrir();
		try {
			temoin.traiter(0, fichiers.size() + 1);
			HubTuable.jusqua(() -> noms(temoin.inbox()).size() == 2);
			attendu = temoin.bilan();
		}
		finally {
			temoin.tuer();
		}
		assertThat(attendu.etats().stream().map((etat) -> etat.split(" ")[1])).contains("traite",
				"traite_avec_anomalies", "doublon", "refuse", "rejete", "perime", "annule");
	}

	@AfterAll
	static void oublier() {
		attendu = null;
	}

	private static Path applique(String flux) {
		return fichier((fichier) -> flux.equals(fichier.flux()) && fichier.etat().startsWith("traite"));
	}

	private static Path fichier(Predicate<FichierAttendu> choix) {
		return college.fichiers()
			.stream()
			.filter(choix)
			.map((fichier) -> dossier.resolve(college.uai()).resolve(fichier.fichier()))
			.findFirst()
			.orElseThrow();
	}

	private static Path nommer(Path fichier, String nom) throws IOException {
		return Files.copy(fichier, dossier.resolve(nom));
	}

	private void ouvrir() {
		this.hub = new HubTuable(MaisonDeTest.reglages()).demarrer();
		this.base = this.hub.base();
	}

	@AfterEach
	void tuer() {
		this.hub.tuer();
	}

	@Test
	void aHubKilledInsideATransactionGoesOnWhereItWas() throws Exception {
		vivre("traite 4 en_traitement");
	}

	@Tag("nocturne")
	@ParameterizedTest
	@ValueSource(strings = {
			"recu 0 absent, registre 1 absent, depose 2 recu, en_attente 3 en_traitement, traite 4 en_traitement, doublon 5 recu, refuse 6 recu, rejete 7 en_traitement, perime 8 recu, retenu 9 en_traitement, annule 10>9 retenu",
			"apres recu 0 recu, retrait 1 recu, envoi 2 depose|en_traitement, apres en_attente 3 en_attente, apres traite 4 traite, apres doublon 5 doublon, apres refuse 6 refuse, apres rejete 7 rejete, apres perime 8 perime, apres retenu 9 retenu, apres annule 10>9 annule",
			"en_traitement 0 depose, apres en_traitement 1 en_traitement, apres depose 2 depose, signalement 3 en_attente, projection 4 traite, rapport 5 doublon, rendu 6 refuse",
			"traite_avec_anomalies 4>3 en_traitement", "en_echec 4 en_traitement" })
	void aHubKilledAtEachMomentOfALifeGoesOnWhereItWas(String vie) throws Exception {
		vivre(vie);
	}

	/** Drops all the files, one after the other, the hub dying where it is told. */
	private void vivre(String vie) throws SQLException {
		ouvrir();
		Piege.installer(this.base);
		int suivant = 0;
		for (Mort mort : Stream.of(vie.split(",")).map(Mort::lire).toList()) {
			traiter(suivant, mort.rang());
			mourir(mort);
			suivant = mort.rang() + 1;
		}
		traiter(suivant, fichiers.size() + 1);
		verifierTout();
	}

	private void mourir(Mort mort) throws SQLException {
		try (Piege piege = new Piege(this.base)) {
			piege.tendre(mort.moment());
			agir(mort.rang());
			piege.attendre();
			this.hub.tuer();
			piege.lever();
		}
		assertThat(String.join(" ", registre().etats(nom(mort.atteint())))).as(mort.toString())
			.isIn(List.of(mort.etat().replace("absent", "").split("\\|", -1)));
		this.hub.demarrer();
		if (mort.rang() == fichiers.size()) {
			agir(mort.rang());
		}
		calme(mort.rang());
	}

	/** Each file comes to rest, and so do the two stores, before the next. */
	private void traiter(int premier, int fin) {
		for (int rang = premier; rang < fin; rang++) {
			agir(rang);
			calme(rang);
		}
	}

	private void agir(int rang) {
		if (rang < fichiers.size()) {
			this.hub.deposer(college.uai(), fichiers.get(rang));
		}
		else {
			this.hub.annuler(registre().numero(MAIGRE));
		}
	}

	private void calme(int rang) {
		Registre registre = registre();
		HubTuable.jusqua(() -> registre.depots() == Math.min(rang + 1, fichiers.size()) && registre.enChemin() == 0
				&& this.hub.messages() == 0 && registre.enChemin() == 0
				&& (rang < fichiers.size() || registre.etats(MAIGRE).equals(List.of("annule"))));
	}

	private void verifierTout() {
		HubTuable.jusqua(() -> noms(inbox()).equals(attendu.inbox()));
		Bilan obtenu = bilan();
		assertThat(obtenu.etats()).isEqualTo(attendu.etats());
		assertThat(registre().sansFin()).isEmpty();
		assertThat(registre().appliquesDeuxFois()).isEmpty();
		assertThat(obtenu.contenu()).isEqualTo(attendu.contenu());
		assertThat(obtenu.rapports()).hasSize(fichiers.size()).isEqualTo(attendu.rapports());
		assertThat(obtenu.erreurs()).isEqualTo(attendu.erreurs());
	}

	private Bilan bilan() {
		Registre registre = registre();
		return new Bilan(registre.etats(), registre.contenu(), rapports(), erreurs(), noms(inbox()));
	}

	/** The reports in outbox/, without numbers and moments. */
	private List<String> rapports() {
		Path ici = this.hub.maison().resolve("outbox/" + college.uai() + "/comptes-rendus");
		return noms(ici).stream()
			.filter((nom) -> nom.endsWith(".json"))
			.map((nom) -> rapport(ici.resolve(nom)))
			.sorted()
			.toList();
	}

	private static String rapport(Path chemin) {
		try {
			ObjectNode rapport = (ObjectNode) new ObjectMapper().readTree(chemin.toFile());
			rapport.remove("numero");
			((ObjectNode) rapport.get("synthese")).remove("dateImport");
			if (rapport.has("refus")) {
				((ObjectNode) rapport.get("refus")).retain("code");
			}
			return rapport.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The messages of the error queues (I4): each once. */
	private List<String> erreurs() {
		return this.hub.erreurs()
			.stream()
			.map((erreur) -> erreur.file() + " " + registre().fichier(erreur.depot()) + " " + erreur.regle())
			.sorted()
			.toList();
	}

	private static String nom(int rang) {
		return fichiers.get(rang).getFileName().toString();
	}

	private static List<String> noms(Path racine) {
		try (Stream<Path> chemins = Files.walk(racine)) {
			return chemins.filter(Files::isRegularFile).map((un) -> racine.relativize(un).toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path inbox() {
		return this.hub.maison().resolve("inbox").resolve(college.uai());
	}

	private Registre registre() {
		return new Registre(JdbcClient.create(this.base));
	}

}
