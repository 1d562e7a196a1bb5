package fr.passerelle.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Three schools as consumers of the OneRoster interface read them. */
class OneRosterIT extends BoutEnBout {

	private Roster mediatheque;

	@BeforeAll
	void deposer() {
		for (int rang = 950; rang < 953; rang++) {
			College college = college(reglages(1, 60, rang));
			this.hub.traiter(college, "STS_EMP", "SIECLE_NOMENCLATURE", "SIECLE_STRUCTURES", "SIECLE_ELEVES",
					"SIECLE_RESPONSABLES", "ELEGROUPE");
		}
		this.mediatheque = Roster.de(adresse(), "mediatheque");
	}

	private String adresse() {
		return this.hub.adresse();
	}

	@Test
	void smoke() {
		Roster.Reponse r = this.mediatheque.lire("/users");
		System.out.println("SMOKE " + r.statut() + " " + r.entetes() + " "
				+ r.corps().substring(0, Math.min(3000, r.corps().length())));
		for (String t : List.of("academicSessions", "terms", "gradingPeriods", "orgs", "schools", "courses", "classes",
				"students", "teachers", "enrollments", "demographics")) {
			Roster.Reponse x = this.mediatheque.lire("/" + t, "limit", "2");
			System.out
				.println("SMOKE " + t + " " + x.statut() + " " + x.entetes().get("x-total-count") + " " + x.corps());
		}
		assertThat(List.<JsonNode>of()).isEmpty();
	}

}
