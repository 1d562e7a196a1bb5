package fr.passerelle.rapport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.CompteRendu.Ecart;
import fr.passerelle.journal.CompteRendu.Eleve;
import fr.passerelle.journal.CompteRendu.LiensDuGroupe;
import fr.passerelle.journal.CompteRendu.Ligne;
import fr.passerelle.journal.CompteRendu.Refus;
import fr.passerelle.journal.CompteRendu.Synthese;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Uai;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

class RapportsTest {

	private static final Eleve ZOE = new Eleve("210167", "990000001AA", "DURAND", "Zoé", "4B");

	private static final Eleve ALI = new Eleve("210168", null, "BEN <b>SAÏD</b>", "Ali", "4A");

	private static final Ligne GROUPE_INCONNU = new Ligne(ALI, "GROUPE", "GROUPE_A_01",
			"Groupe inconnu dans la base élèves", "Le groupe \"4EME LV2 AJE\" n'existe pas.", "Il manque à SIECLE.",
			"Refaites la synchronisation 4a puis déposez de nouveau.", "rejet");

	private static final Ligne FIN_HORS_ANNEE = new Ligne(ALI, "ELEGRP", "ELEGRP_A_03", "Dates hors période",
			"La date de fin \"15/12/2018\" a été réinitialisée à \"14/12/2018\".", null,
			"Rien n'est bloqué ; alignez le calendrier de PRONOTE.", "correction");

	private final Fuseau fuseau = new Fuseau(Calendriers.lire(new Mappings(Path.of("mappings"))));

	private final Rapports rapports = new Rapports(JsonMapper.builder().findAndAddModules().build(), gabarits(),
			new RapportScript(), this.fuseau);

	@Test
	void showsALinkReportInTheWordsOfSuiviDesEchanges() throws IOException {
		CompteRendu rapport = liens();

		String page = this.rapports.html(rapport);

		assertThat(page).isEqualTo(attendu("elegroupe.html"));
	}

	@Test
	void showsARefusalWithItsCauseAndWhatToDo() throws IOException {
		CompteRendu rapport = refuse();

		String page = this.rapports.html(rapport);

		assertThat(page).isEqualTo(attendu("refuse.html"));
	}

	@Test
	void showsTheStructureOfAnotherFluxInNeutralWords() throws IOException {
		CompteRendu rapport = structures();

		String page = this.rapports.html(rapport);

		assertThat(page).isEqualTo(attendu("structures.html"));
	}

	@Test
	void tellsTheDayOfTheSchoolsOwnClock() {
		Instant veilleAuSoir = Instant.parse("2025-08-31T14:30:00Z");

		List<String> jours = List.of(this.fuseau.jour(veilleAuSoir, "0999999F"),
				this.fuseau.jour(veilleAuSoir, Uai.deNumero("9830001").code()), this.fuseau.jour(veilleAuSoir, null));

		assertThat(jours).containsExactly("31/08/2025", "01/09/2025", "31/08/2025");
	}

	@Test
	void writesOneCsvRowPerAnomaly() {
		String csv = new String(this.rapports.csv(liens()), StandardCharsets.UTF_8);

		assertThat(csv.lines()).containsExactly(
				"\uFEFF\"Nature\";\"Identifiant\";\"INE\";\"Nom\";\"Prénom\";\"Division\";\"Règle\";\"Code\";\"Anomalie\";\"Message\";\"Cause\";\"Que faire\";\"Gravité\"",
				"\"Importé avec anomalie\";\"210168\";;\"BEN <b>SAÏD</b>\";\"Ali\";\"4A\";\"GROUPE\";\"GROUPE_A_01\";\"Groupe inconnu dans la base élèves\";\"Le groupe \"\"4EME LV2 AJE\"\" n'existe pas.\";\"Il manque à SIECLE.\";\"Refaites la synchronisation 4a puis déposez de nouveau.\";\"rejet\"",
				"\"Importé avec anomalie\";\"210168\";;\"BEN <b>SAÏD</b>\";\"Ali\";\"4A\";\"ELEGRP\";\"ELEGRP_A_03\";\"Dates hors période\";\"La date de fin \"\"15/12/2018\"\" a été réinitialisée à \"\"14/12/2018\"\".\";;\"Rien n'est bloqué ; alignez le calendrier de PRONOTE.\";\"correction\"");
	}

	@Test
	void takesTheFormulaOutOfEveryCell() {
		for (String piege : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "  =1", "\u00a0=1", "＝1",
				"\r\n=1")) {
			Ligne ligne = new Ligne(new Eleve(piege, piege, piege, piege, piege), piege, piege, piege, piege, piege,
					piege, piege);

			String csv = new String(this.rapports.csv(avec(ligne)), StandardCharsets.UTF_8);

			String cellule = "\"'" + piege + '"';
			assertThat(csv.substring(csv.indexOf("\r\n") + 2))
				.isEqualTo("\"Importé avec anomalie\";" + String.join(";", List.of(cellule, cellule, cellule, cellule,
						cellule, cellule, cellule, cellule, cellule, cellule, cellule, cellule)) + "\r\n");
		}
	}

	@Test
	void letsABrowserRunItsOwnScriptOnly() {
		assertThat(this.rapports.politique()).matches(
				"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
	}

	private static CompteRendu liens() {
		return new CompteRendu("18", "0999999F", "ELEGROUPE", "traite_avec_anomalies",
				new Synthese(Instant.parse("2018-07-24T08:00:00Z"), "ELEGROUPE_0999999F.xml", "2017", 2018, 153L, 55L),
				null, List.of(), List.of(GROUPE_INCONNU, FIN_HORS_ANNEE), List.of(),
				Map.of("lien", new Ecart(100, 0, 40, 2)),
				List.of(new LiensDuGroupe("4LATGR1", Map.of("ELEGROUPE", 1L), 12, 0),
						new LiensDuGroupe("5LATGR1", Map.of("SIECLE", 1L), 0, 100)));
	}

	private static CompteRendu refuse() {
		Refus autre = new Refus("C08", "Le fichier existe en plusieurs copies.", "Il porte « (1) ».", "Supprimez-la.",
				List.of());
		return new CompteRendu("26", null, null, "refuse",
				new Synthese(Instant.parse("2025-09-01T08:00:00Z"), "photo.jpg", null, null, null, null),
				new Refus("C01", "Ce fichier n'est pas un export reconnu.", "Il s'agit d'une image.",
						"Refaites l'export depuis STS-WEB.", List.of(autre)),
				List.of(), List.of(), List.of(), Map.of(), List.of());
	}

	private static CompteRendu structures() {
		Map<String, Ecart> ecarts = new LinkedHashMap<>();
		ecarts.put("division", new Ecart(1, 2, 3, 0));
		ecarts.put("groupe", new Ecart(0, 0, 12, 1));
		Ligne rejet = new Ligne(null, "LIGNE", "LIGNE_ILLISIBLE", "Ligne illisible", "3 lignes sans code.", null, null,
				"rejet");
		Ligne parti = new Ligne(ZOE, "INFO", "ELEVE_PARTI", "Élève parti", "a quitté l'établissement.", null, null,
				"information");
		return new CompteRendu("34", "0999999F", "STS_EMP", "traite_avec_anomalies",
				new Synthese(Instant.parse("2025-09-01T08:00:00Z"), "sts_emp.xml", "2025", 2025, null, null), null,
				List.of(rejet), List.of(), List.of(parti), ecarts, List.of());
	}

	private static CompteRendu avec(Ligne ligne) {
		return new CompteRendu("18", "0999999F", "ELEGROUPE", "traite", null, null, List.of(), List.of(ligne),
				List.of(), Map.of(), List.of());
	}

	private static String attendu(String nom) throws IOException {
		return new ClassPathResource("rapport/" + nom).getContentAsString(StandardCharsets.UTF_8);
	}

	private static SpringTemplateEngine gabarits() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		SpringTemplateEngine gabarits = new SpringTemplateEngine();
		gabarits.setTemplateResolver(resolver);
		return gabarits;
	}

}
