package fr.passerelle.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A link file waits for what it needs, and goes on by itself. */
class AttenteIT extends BoutEnBout {

	private static final DateTimeFormatter FRANCAISE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	@Test
	void aLinkFileBeforeItsStructureWaitsThenGoesOnByItself() {
		College college = college(reglages(1, 30, 320));
		String numero = this.hub.traiter(college.uai(), college.fichier("ELEGROUPE"));
		assertThat(satisfaits(numero)).containsExactly(false, false);
		this.hub.traiter(college, "SIECLE_ELEVES");
		assertThat(this.hub.etat(numero)).isEqualTo("en_attente");
		assertThat(satisfaits(numero)).containsExactly(true, false);

		this.hub.traiter(college, "SIECLE_STRUCTURES");

		this.hub.attendreEtat(numero, "traite");
		assertThat(codes(numero, "informations")).contains("CALENDRIER_ABSENT");
		assertThat(
				this.hub.compter("SELECT count(*) FROM referentiel.v_lien_eleve_groupe WHERE uai = ?", college.uai()))
			.isEqualTo(college.attendu().compte().liens());
	}

	private List<Boolean> satisfaits(String numero) {
		List<Boolean> satisfaits = new java.util.ArrayList<>();
		depot(numero).get("prerequis").forEach((prerequis) -> satisfaits.add(prerequis.get("satisfait").asBoolean()));
		return satisfaits;
	}

	private JsonNode depot(String numero) {
		return this.hub.api().lire("/depots/" + numero).json();
	}

	private List<String> codes(String numero, String section) {
		return this.hub.api().lire("/depots/" + numero + "/compte-rendu").json().get(section).findValuesAsText("code");
	}

	@Test
	void aLinkFileThatWaitedTooLongIsRejectedWithItsReason() {
		College college = college(reglages(1, 30, 321));
		String numero = this.hub.traiter(college.uai(), college.fichier("ELEGROUPE"));

		this.hub.jdbc()
			.sql("UPDATE echange.transition SET le = le - interval '16 days' WHERE numero = ?")
			.param(Long.valueOf(numero))
			.update();

		this.hub.attendreEtat(numero, "rejete");
		assertThat(depot(numero).at("/refus/code").asText()).isEqualTo("ATTENTE_EXPIREE");
		assertThat(this.hub.courtier().erreurs("prerequis").stream().filter((erreur) -> erreur.depot().equals(numero)))
			.extracting(Courtier.Erreur::regle)
			.containsExactly("PREREQUIS", "ATTENTE_EXPIREE");
	}

	@Test
	void aGroupMissingForWantOf4aIsLinkedWhenTheStructureThatKnowsItArrives() {
		College college = college(reglages(1, 60, 322).avecAnomalies());
		this.hub.traiter(college, "STS_EMP", "SIECLE_COMMUNS", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES",
				"SIECLE_ELEVES");
		String numero = this.hub.traiter(college.uai(), college.fichier("ELEGROUPE"));
		assertThat(refusesPour(numero)).isPositive();

		this.hub.traiter(college.uai(),
				Retouche.archive(college.fichier("SIECLE_STRUCTURES"), GroupeEnPlus::dansStructures));

		Hub.jusqua(() -> refusesPour(numero) == 0);
		this.hub.repos(numero);
		assertThat(this.hub.etat(numero)).isEqualTo("traite_avec_anomalies");
		assertThat(this.hub.compter(
				"SELECT count(*) FROM referentiel.v_lien_eleve_groupe WHERE uai = ? AND code_groupe = ? AND disparu_le IS NULL",
				college.uai(), GroupeEnPlus.CODE))
			.isPositive();
	}

	@Test
	void aContentAlteredMeanwhileIsNeverAppliedAndCanBeReplayedOnceRestored() throws IOException {
		College college = college(reglages(1, 30, 323));
		this.hub.traiter(college, "SIECLE_STRUCTURES");
		String numero = this.hub.traiter(college.uai(), college.fichier("ELEGROUPE"));
		Path contenu = contenu(numero);
		byte[] recus = Files.readAllBytes(contenu);
		byte[] alteres = recus.clone();
		alteres[recus.length / 2] ^= 1;
		Files.write(contenu, alteres);

		this.hub.traiter(college, "SIECLE_ELEVES");
		this.hub.attendreEtat(numero, "en_echec");
		long liens = liensElegroupe(college);
		Files.write(contenu, recus);
		int statut = this.hub.api().decider(numero, "rejouer", "Contenu rétabli depuis la sauvegarde").statut();

		assertThat(liens).isZero();
		assertThat(statut).isEqualTo(202);
		this.hub.attendreEtat(numero, "traite");
		assertThat(liensElegroupe(college)).isEqualTo(college.attendu().compte().liens());
	}

	private Path contenu(String numero) {
		String empreinte = depot(numero).get("empreinte").asText();
		return this.hub.maison().resolve("data/contenus").resolve(empreinte.substring(0, 2)).resolve(empreinte);
	}

	@Test
	void aClaimCheckDeliveredAgainIsNotAppliedAgain() {
		College college = college(reglages(1, 30, 324));
		String numero = this.hub.traiter(college.uai(), college.fichier("SIECLE_ELEVES"));
		List<String> avant = this.hub.traces(college.uai());

		this.hub.jdbc()
			.sql("""
					INSERT INTO echange.outbox (adresse, uai, numero, entetes, corps)
					SELECT adresse, uai, numero, entetes, corps FROM echange.outbox WHERE numero = ?""")
			.param(Long.valueOf(numero))
			.update();
		this.hub.calme();

		assertThat(this.hub.lire("SELECT etat FROM echange.transition WHERE numero = ? AND etat LIKE 'traite%'",
				Long.valueOf(numero)))
			.containsExactly("traite");
		assertThat(this.hub.traces(college.uai())).isNotEmpty().isEqualTo(avant);
	}

	/** K13, K14: SIECLE has the last word on the dates, even when it says it late. */
	@Test
	void theLinksAreBoundAgainWhenTheCalendarComesAndWhenItMoves() {
		College college = college(reglages(1, 30, 325));
		this.hub.traiter(college, "SIECLE_STRUCTURES", "SIECLE_ELEVES");
		String liens = this.hub.traiter(college.uai(), college.fichier("ELEGROUPE"));
		assertThat(codes(liens, "informations")).contains("CALENDRIER_ABSENT");

		this.hub.traiter(college, "SIECLE_COMMUNS");

		Hub.jusqua(() -> !codes(liens, "informations").contains("CALENDRIER_ABSENT"));
		this.hub.repos(liens);
		LocalDate sortie = sortie(college);
		assertThat(apres(college, sortie.minusDays(8))).isPositive();
		String avance = this.hub.traiter(college.uai(), Retouche.archive(college.fichier("SIECLE_COMMUNS"),
				(xml) -> xml.replace(FRANCAISE.format(sortie), FRANCAISE.format(sortie.minusDays(8)))));

		Hub.jusqua(() -> apres(college, sortie.minusDays(8)) == 0);
		this.hub.repos(liens);
		assertThat(sortie(college)).isEqualTo(sortie.minusDays(8));
		assertThat(liensElegroupe(college)).isEqualTo(college.attendu().compte().liens());
		assertThat(codes(liens, "anomalies")).contains("ELEGRP_A_03");
		assertThat(this.hub.api().lire("/depots/" + avance + "/compte-rendu").json().get("informations").toString())
			.contains(" au " + FRANCAISE.format(sortie) + " auparavant, ")
			.contains(" au " + FRANCAISE.format(sortie.minusDays(8)) + " maintenant");
	}

	private LocalDate sortie(College college) {
		return LocalDate.parse(
				this.hub.lire("SELECT sortie_eleves::text FROM referentiel.v_calendrier WHERE uai = ?", college.uai())
					.get(0));
	}

	private long apres(College college, LocalDate jour) {
		return this.hub.compter(
				"SELECT count(*) FROM referentiel.v_lien_eleve_groupe WHERE uai = ? AND disparu_le IS NULL AND date_fin > ?",
				college.uai(), jour);
	}

	private long refusesPour(String numero) {
		return this.hub.compter("""
				SELECT count(*) FROM echange.v_anomalie
				WHERE numero = ? AND code = 'GROUPE_A_01' AND valeurs ->> 'groupe' = ?""", Long.valueOf(numero),
				GroupeEnPlus.CODE);
	}

}
