package fr.passerelle.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import fr.passerelle.generateur.Attendu.FichierAttendu;
import fr.passerelle.jeux.Mutation;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mutated files under names that no one would give, dropped together in the folder of a
 * school: each has its row and its verdict, nothing stays in the way, and the next good
 * file is taken. A failure names the seed of the files: {@code -Dpasserelle.graine=…}
 * drops the same ones.
 */
class MutationDossierIT extends BoutEnBout {

	private static final long GRAINE = Long.getLong("passerelle.graine", 20251117L);

	private static final int ESSAIS = 50;

	private static final int ESSAIS_DE_NUIT = 300;

	/** The end of an archive's table, then what it says of itself. */
	private static final String FIN_ARCHIVE = "PK\5\6";

	private College college;

	private College ecole;

	@BeforeAll
	void deposerLesBons() {
		this.college = college(reglages(1, 40, 900));
		this.ecole = college(reglages(1, 40, 901).avecPremierDegre(100));
		for (College une : List.of(this.college, this.ecole)) {
			une.attendu()
				.fichiers()
				.forEach((fichier) -> this.hub.traiter(une.uai(), une.dossier().resolve(fichier.fichier())));
		}
	}

	@Test
	void everyOddFileOfAFolderHasItsVerdictAndTheNextGoodOneIsTaken() {
		deposerPuisVerifier(GRAINE, ESSAIS);
	}

	@Tag("nocturne")
	@Test
	void hundredsOfOddFilesHaveTheirVerdict() {
		deposerPuisVerifier(GRAINE + 1_000_000, ESSAIS_DE_NUIT);
	}

	@Test
	void aNameIsNeverAWayToAnotherFolder() throws IOException {
		Path acces = this.hub.maison().resolve("data/acces.properties");
		byte[] avant = Files.readAllBytes(acces);
		Path fichier = Files.writeString(this.college.dossier().resolve("piege.txt"), "rien");
		Path refuses = Files.createDirectories(this.hub.inbox(this.college.uai()).resolve("refuses"));
		String nom = "refuses\\..\\..\\..\\data\\acces.properties";

		String numero = this.hub.traiter(this.college.uai(), fichier, nom);

		assertThat(this.hub.etat(numero)).isEqualTo("refuse");
		assertThat(acces).hasBinaryContent(avant);
		assertThat(refuses.resolve(nom)).hasContent("rien");
	}

	/** As an old browser names what it sends: once is not the last time. */
	@Test
	void aFileWithThePathOfAnotherMachineInItsNameIsTakenEachTime() throws IOException {
		String nom = "C:\\Users\\..\\ExportXML.pdf";
		for (String contenu : List.of("un", "deux")) {
			Path fichier = Files.writeString(this.college.dossier().resolve("piege.txt"), contenu);

			assertThat(this.hub.etat(this.hub.traiter(this.college.uai(), fichier, nom))).as(contenu)
				.isEqualTo("refuse");
		}
	}

	private void deposerPuisVerifier(long graine, int nombre) {
		for (College une : List.of(this.college, this.ecole)) {
			Map<String, byte[]> bizarres = bizarres(une, graine, nombre / 2);
			List<String> avant = recus(une);

			bizarres.forEach((nom, octets) -> deposer(une, nom, octets));
			Awaitility.await()
				.atMost(Duration.ofSeconds(30 + nombre))
				.untilAsserted(() -> assertThat(attendus(une, avant, bizarres.keySet())).isEmpty());
			this.hub.calme();

			String quoi = "-Dpasserelle.graine=" + graine;
			List<String> apres = recus(une);
			avant.forEach(apres::remove);
			assertThat(apres).as(quoi).containsExactlyInAnyOrderElementsOf(bizarres.keySet());
			assertThat(restes(this.hub.inbox(une.uai()))).as(quoi).isEmpty();
			assertThat(this.hub.lire(Invariants.SANS_FIN)).as(quoi).isEmpty();
			assertThat(this.hub.lire("SELECT fichier FROM echange.depot WHERE deposant = ? AND etat = 'en_echec'",
					"dossier " + une.uai()))
				.as(quoi)
				.isEmpty();
			assertThat(this.hub.etat(this.hub.traiter(une.uai(), bon(une, graine)))).as(quoi).startsWith("traite");
		}
	}

	/** Names of those that have no verdict yet. */
	private List<String> attendus(College une, List<String> avant, Set<String> noms) {
		List<String> recus = recus(une);
		avant.forEach(recus::remove);
		return noms.stream().filter((nom) -> !recus.contains(nom)).toList();
	}

	/** Name → bytes. A file without its end is waited for, another test's matter. */
	private static Map<String, byte[]> bizarres(College une, long graine, int nombre) {
		List<FichierAttendu> bons = une.attendu().fichiers();
		Map<String, byte[]> bizarres = new TreeMap<>();
		for (long essai = graine; bizarres.size() < nombre; essai++) {
			FichierAttendu bon = bons.get((int) (essai % bons.size()));
			Mutation mutation = new Mutation(essai);
			byte[] octets = mutation.of(lire(une.dossier().resolve(bon.fichier())));
			if (aSaFin(octets)) {
				bizarres.put(mutation.name(bon.fichier()), octets);
			}
		}
		return bizarres;
	}

	private static boolean aSaFin(byte[] octets) {
		String texte = new String(octets, StandardCharsets.ISO_8859_1);
		return texte.startsWith("PK") ? texte.indexOf(FIN_ARCHIVE) == texte.length() - 22
				: !texte.contains("<") || texte.stripTrailing().endsWith(">");
	}

	private void deposer(College une, String nom, byte[] octets) {
		try {
			Path ici = Files.createTempDirectory(une.dossier(), "bizarre");
			this.hub.deposer(une.uai(), Files.write(ici.resolve("octets"), octets), nom);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A list of an école, or of the structures of a collège, in bytes never seen. */
	private static Path bon(College une, long graine) {
		boolean ecole = une.attendu().nature().equals("ecole");
		String blancs = "\n".repeat((int) (graine % 997) + 1);
		return ecole ? Retouche.document(une.fichier("ONDE_ELEVES"), (texte) -> texte + blancs)
				: Retouche.archive(une.fichier("SIECLE_STRUCTURES"), (texte) -> texte + blancs);
	}

	private static byte[] lire(Path fichier) {
		try {
			return Files.readAllBytes(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> recus(College une) {
		return new java.util.ArrayList<>(
				this.hub.lire("SELECT fichier FROM echange.depot WHERE deposant = ?", "dossier " + une.uai()));
	}

	private static List<Path> restes(Path inbox) {
		try (Stream<Path> fichiers = Files.list(inbox)) {
			return fichiers.filter((fichier) -> !fichier.endsWith("refuses")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
