package fr.passerelle.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The LSU of a collège by the ordinary way: its exports dropped, its periods set, an
 * élève corrected in SIECLE, the run launched by its head and told to consumers.
 */
class LivretIT extends BoutEnBout {

	@Test
	void aHeadSynchronisesHisCollegeAndReadsTheReport() throws Exception {
		College college = college(reglages(1, 40, 370));
		String uai = college.uai();
		this.hub.traiter(college, "STS_EMP", "SIECLE_COMMUNS", "SIECLE_STRUCTURES", "SIECLE_ELEVES");
		Api chef = chef(uai);
		String lsu = "/etablissements/" + uai + "/lsu";
		List<String> divisions = chef.lire(lsu).json().get("classes").findValuesAsText("code");
		assertThat(chef
			.remplacer(lsu + "/periodes",
					"""
							{"anneeScolaire":2025,"divisions":["%s"],"modeSource":"saisie","periodes":[{"indice":1,"dateDebut":"2025-09-01","dateFin":"2025-12-19"},
							{"indice":2,"dateDebut":"2026-01-05","dateFin":"2026-07-03"}]}"""
						.formatted(String.join("\",\"", divisions)))
			.statut()).isEqualTo(204);
		JsonNode premiere = synchroniser(chef, lsu);
		String nom = this.hub.lire("SELECT nom FROM lsu.v_eleve WHERE uai = ? ORDER BY id_be LIMIT 1", uai).get(0);

		this.hub.traiter(uai,
				Retouche.archive(college.fichier("SIECLE_ELEVES"),
						(xml) -> xml.replace(">" + nom + "<", ">" + nom + "-CORRIGE<")
							.replaceFirst("<HORODATAGE>../", "<HORODATAGE>30/")),
				"eleves-corriges.zip");
		JsonNode seconde = synchroniser(chef, lsu);

		assertThat(textes(premiere)).containsExactly("Synchronisation lancée pour : " + String.join(", ", divisions),
				"La synchronisation s'est déroulée avec succès.");
		assertThat(textes(seconde)).hasSizeGreaterThan(2)
			.first()
			.isEqualTo("Synchronisation lancée pour : " + String.join(", ", divisions));
		assertThat(textes(seconde)).last().isEqualTo("La synchronisation s'est déroulée avec succès.");
		assertThat(textes(seconde).get(1)).matches("L'élève \\S.* " + nom + "-CORRIGE \\(.+\\) a été mis à jour\\.");
		assertThat(this.hub.lire("SELECT DISTINCT nom FROM lsu.v_eleve WHERE uai = ? AND nom LIKE '%-CORRIGE'", uai))
			.containsExactly(nom + "-CORRIGE");
		Hub.jusqua(() -> this.hub.compter(
				"""
						SELECT count(*) FROM echange.outbox WHERE adresse = 'passerelle.evenements.lsu' AND uai = ? AND publie_le IS NOT NULL""",
				uai) == 2);
		assertThat(this.hub.lire(
				"SELECT corps::text FROM echange.outbox WHERE adresse LIKE 'passerelle.evenements.%' AND uai = ?", uai))
			.noneMatch((corps) -> corps.contains(nom));
		assertThat(Journalisation.contient(nom + "-CORRIGE")).isFalse();
	}

	private Api chef(String uai) {
		JsonNode compte = this.hub.api()
			.poster("/comptes",
					"{\"utilisateur\":\"chef.%1$s\",\"role\":\"chef-etablissement\",\"uai\":[\"%1$s\"]}".formatted(uai))
			.json();
		return this.hub.api().comme("chef." + uai, compte.get("motdepasse").asText());
	}

	/** Launches a run of every class and waits for the end of its report. */
	private static JsonNode synchroniser(Api chef, String lsu) {
		JsonNode lancee = chef.poster(lsu + "/synchronisations", "{\"toutes\":true}").json();
		String adresse = lsu + "/synchronisations/" + lancee.get("id").asText();
		Hub.jusqua(() -> chef.lire(adresse).json().get("avancement").asInt() == 100);
		return chef.lire(adresse).json();
	}

	private static List<String> textes(JsonNode synchronisation) {
		return synchronisation.get("messages").findValuesAsText("texte");
	}

}
