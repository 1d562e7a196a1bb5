package fr.passerelle.generateur;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.passerelle.generateur.Attendu.EtablissementAttendu;
import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.generateur.Relecture.Noeud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What attendu.json foretells is what a judge of the files finds. */
class AttenduTest {

	@TempDir
	private static Path dossier;

	private static Attendu attendu;

	@BeforeAll
	static void ecrire() {
		attendu = new Academie(Dossiers.reglages(5, 150).avecAnomalies()).ecrire(dossier);
	}

	@Test
	void theAnomaliesForetoldAreThoseOfTheFilesAndNoOther() {
		for (EtablissementAttendu college : attendu.etablissements().subList(0, 4)) {
			FichierAttendu liens = liens(college);
			Juge juge = new Juge(dossier.resolve(college.uai()), liens.fichier());

			assertThat(liens.rejets()).containsExactlyInAnyOrderElementsOf(juge.rejets);
			assertThat(liens.anomalies()).containsExactlyInAnyOrderElementsOf(juge.ecarts);
			assertThat(List.of(liens.elevesLus(), liens.elevesAbsents(), college.compte().liens()))
				.isEqualTo(List.of(juge.lus, (int) juge.absents(), juge.liens));
		}
	}

	@Test
	void everyAnomalyIsSownTwiceInALargeSchoolAtFault() {
		FichierAttendu liens = liens(attendu.etablissements().get(0));
		Map<String, Long> nombres = new TreeMap<>();
		liens.rejets().forEach((rejet) -> nombres.merge(rejet.code(), 1L, Long::sum));
		liens.anomalies().forEach((anomalie) -> nombres.merge(anomalie.code(), 1L, Long::sum));

		assertThat(nombres).isEqualTo(new TreeMap<>(Map.of("REJELEGROUPE_01", 2L, "REJELEGROUPE_03", 2L, "GROUPE_A_01",
				6L, "GROUPE_B_01", 2L, "GROUPE_B_02", 4L, "ELEGRP_A_01", 2L, "ELEGRP_A_02", 2L, "ELEGRP_A_03", 4L,
				"ELEGRP_H_01", 2L)));
		assertThat(liens.elevesAbsents()).isEqualTo(2);
	}

	@Test
	void anEleveMayHaveSeveralAnomaliesAtOnce() {
		Map<String, List<String>> parEleve = liens(attendu.etablissements().get(0)).anomalies()
			.stream()
			.collect(Collectors.groupingBy(Attendu.Ecart::eleve,
					Collectors.mapping(Attendu.Ecart::code, Collectors.toList())));

		assertThat(parEleve.values().stream().filter((codes) -> codes.size() > 1)).hasSize(2)
			.allMatch((codes) -> codes.containsAll(List.of("GROUPE_A_01", "GROUPE_B_02", "ELEGRP_A_03")));
	}

	@Test
	void oneOfTheUnknownGroupsIsKnownToStsOnly() {
		Path sien = dossier.resolve(attendu.etablissements().get(0).uai());
		List<String> sts = codes(Dossiers.fichier(sien, "sts_emp_0759901E_2026"), "CODE");
		List<String> siecle = codes(sien.resolve("ExportXML_Structures.zip"), "CODE_STRUCTURE");

		sts.removeAll(siecle);
		assertThat(sts).containsExactly(Liens.GROUPE_STS_SEUL);
	}

	@Test
	void everyRefusalHasItsFileAndTheSouthHasItsOwnCause() {
		List<String> nord = codes(attendu.etablissements().get(0));

		assertThat(nord).containsExactlyInAnyOrder("C17", "C05", "C05", "C03", "C01", "ELEGROUPE_D5", "ELEGROUPE_D3",
				"C06", "C06", "ENV_DTD", "ENV_DTD", "ENV_PLUSIEURS", "ENV_PLUSIEURS", "C04", "C04");
		assertThat(codes(attendu.etablissements().get(3))).contains("C18").doesNotContain("C17");
	}

	@Test
	void theOrderOfDepositNamesEveryFileOfTheFolderOnce() throws IOException {
		for (EtablissementAttendu etablissement : attendu.etablissements()) {
			List<String> noms = etablissement.fichiers().stream().map(FichierAttendu::fichier).toList();
			List<String> presents;
			try (var fichiers = Files.list(dossier.resolve(etablissement.uai()))) {
				presents = fichiers.map((fichier) -> fichier.getFileName().toString()).toList();
			}

			assertThat(noms).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(presents);
			assertThat(etablissement.fichiers()).extracting(FichierAttendu::ordre)
				.containsExactlyElementsOf(IntStream.rangeClosed(1, noms.size()).boxed().toList());
		}
	}

	@Test
	void whatIsRefusedForItsEnvelopeOrItsXmlIsReallyFaulty() throws IOException {
		EtablissementAttendu college = attendu.etablissements().get(0);
		for (FichierAttendu fichier : college.fichiers()) {
			Path chemin = dossier.resolve(college.uai()).resolve(fichier.fichier());
			if ("C06".equals(fichier.code())) {
				assertThatThrownBy(() -> Relecture.lire(chemin, "DONNEES")).isInstanceOf(IllegalStateException.class);
			}
			else if ("ENV_PLUSIEURS".equals(fichier.code())) {
				assertThat(entrees(chemin)).hasSize(2);
			}
			else if ("ENV_DTD".equals(fichier.code())) {
				assertThat(texte(chemin)).contains("<!DOCTYPE ");
			}
			else if ("ELEGROUPE_D5".equals(fichier.code())) {
				assertThat(entrees(chemin)).hasSize(1).doesNotContain(fichier.fichier().replace(".zip", ".xml"));
			}
		}
	}

	@Test
	void theFileSentTwiceIsTheSameToTheByte() {
		Map<String, String> empreintes = Dossiers.empreintes(dossier.resolve("0759901E"));

		assertThat(empreintes.get("ExportXML_Communs(1).zip")).isEqualTo(empreintes.get("ExportXML_Communs.zip"));
		empreintes.remove("ExportXML_Communs(1).zip");
		assertThat(empreintes.values()).doesNotHaveDuplicates();
	}

	@Test
	void theFirstEcoleHasAFileSentTwiceAndAListThatIsNoExtraction() {
		EtablissementAttendu ecole = attendu.etablissements().get(4);
		Map<String, String> empreintes = Dossiers.empreintes(dossier.resolve(ecole.uai()));

		assertThat(empreintes.get("CSVExtraction-eleves (1).csv"))
			.isEqualTo(empreintes.get("CSVExtraction-eleves.csv"));
		assertThat(ecole.fichiers()).extracting(FichierAttendu::etat)
			.containsExactly("traite", "traite", "traite", "doublon", "refuse");
	}

	@Test
	void theJsonFileIsWhatTheCallReturns() throws IOException {
		Attendu lu = new ObjectMapper().readValue(dossier.resolve("attendu.json").toFile(), Attendu.class);

		assertThat(lu).isEqualTo(attendu);
	}

	private static FichierAttendu liens(EtablissementAttendu college) {
		return college.fichiers().stream().filter((fichier) -> fichier.elevesLus() != null).findFirst().orElseThrow();
	}

	private static List<String> codes(EtablissementAttendu college) {
		return college.fichiers()
			.stream()
			.filter((fichier) -> "refuse".equals(fichier.etat()))
			.map(FichierAttendu::code)
			.toList();
	}

	private static List<String> codes(Path fichier, String cle) {
		List<String> codes = new ArrayList<>();
		for (Noeud groupe : Relecture.lire(fichier, "GROUPES/GROUPE")) {
			codes.add(groupe.attribut(cle));
		}
		return codes;
	}

	private static List<String> entrees(Path archive) throws IOException {
		List<String> noms = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
			for (ZipEntry entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
				noms.add(entree.getName());
			}
		}
		return noms;
	}

	private static String texte(Path archive) throws IOException {
		try (InputStream octets = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(octets)) {
			zip.getNextEntry();
			return new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
