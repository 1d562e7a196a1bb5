package fr.passerelle.referentiel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.noyau.NumeroDepot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The corpus of SIECLE and STS: the files of {@code entree/}, named
 * {@code <rank>-<FLUX>.xml}, are applied in order to an empty school; the tables named in
 * {@code attendu/} and the reports are compared whole. {@code -Djeux.ecrire=true} writes
 * what is missing in {@code attendu/}, to be read before it is believed.
 */
class JeuxSiecleStsIT {

	private static final Path JEUX = Path.of("src/test/resources/jeux");

	private static final Pattern ENTREE = Pattern.compile("\\d+-([A-Z_]+)\\.xml");

	private static final Pattern ENCODAGE = Pattern.compile("encoding=\"([^\"]+)\"");

	private static final String LIGNES = """
			SELECT (jsonb_strip_nulls(to_jsonb(t)) - '{uai,annee_scolaire,empreinte,numero_depot,disparu_le}'::text[])::text
			       || CASE WHEN disparu_le IS NULL THEN '' ELSE ' disparu' END
			FROM referentiel.%s t ORDER BY 1""";

	static Stream<Path> cas() throws IOException {
		try (Stream<Path> dossiers = Files.walk(JEUX, 3)) {
			return dossiers.filter((d) -> d.endsWith("entree"))
				.map(Path::getParent)
				.filter((cas) -> List.of("siecle", "sts").contains(cas.getParent().getFileName().toString()))
				.sorted()
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("cas")
	void everyFileGivesTheRowsAndTheReportThatAreWritten(Path cas) throws IOException {
		try (ReferentielDEssai ecole = new ReferentielDEssai()) {
			List<String> rapports = new ArrayList<>();
			for (Path fichier : fichiers(cas.resolve("entree"))) {
				rapports.addAll(appliquer(ecole, fichier));
			}
			Map<String, List<String>> obtenu = new TreeMap<>();
			obtenu.put("rapports", rapports);
			for (Path attendu : fichiers(cas.resolve("attendu"))) {
				String nom = nom(attendu);
				obtenu.computeIfAbsent(nom, (table) -> ecole.lire(LIGNES.formatted(table)));
			}
			ecrire(cas.resolve("attendu"), obtenu);

			assertThat(fichiers(cas.resolve("attendu"))).extracting(JeuxSiecleStsIT::nom).contains("rapports");
			for (Path attendu : fichiers(cas.resolve("attendu"))) {
				assertThat(obtenu.get(nom(attendu))).as(nom(attendu)).isEqualTo(Files.readAllLines(attendu));
			}
		}
	}

	private static List<String> appliquer(ReferentielDEssai ecole, Path fichier) throws IOException {
		Matcher nom = ENTREE.matcher(fichier.getFileName().toString());
		assertThat(nom.matches()).as("named <rank>-<FLUX>.xml: " + fichier).isTrue();
		NumeroDepot numero = ecole.appliquer(nom.group(1), texte(fichier));
		CompteRendu rapport = ecole.rapport(numero);
		List<String> lignes = new ArrayList<>(List.of(nom.group(1) + " " + rapport.etat()));
		rapport.ecarts()
			.forEach((entite, ecart) -> lignes.add("%s %d créés, %d modifiés, %d inchangés, %d disparus"
				.formatted(entite, ecart.crees(), ecart.modifies(), ecart.inchanges(), ecart.disparus())));
		for (List<CompteRendu.Ligne> section : List.of(rapport.rejets(), rapport.anomalies(), rapport.informations())) {
			section.forEach((ligne) -> lignes
				.add("%s %s : %s".formatted(ligne.gravite(), ligne.code(), ligne.message().replace("\n", " / "))));
		}
		return lignes;
	}

	/** The document as its own declaration says it is written. */
	private static String texte(Path fichier) throws IOException {
		byte[] octets = Files.readAllBytes(fichier);
		Matcher declare = ENCODAGE
			.matcher(new String(octets, 0, Math.min(octets.length, 100), StandardCharsets.ISO_8859_1));
		String texte = new String(octets, declare.find() ? Charset.forName(declare.group(1)) : StandardCharsets.UTF_8);
		return texte.replaceFirst("encoding=\"[^\"]+\"", "encoding=\"UTF-8\"");
	}

	private static void ecrire(Path dossier, Map<String, List<String>> obtenu) {
		if (Boolean.getBoolean("jeux.ecrire")) {
			obtenu.forEach((nom, lignes) -> {
				Path fichier = dossier.resolve(nom + ".txt");
				try {
					if (!Files.exists(fichier) || Files.size(fichier) == 0) {
						Files.write(fichier, lignes);
					}
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	private static String nom(Path attendu) {
		return attendu.getFileName().toString().replace(".txt", "");
	}

	private static List<Path> fichiers(Path dossier) throws IOException {
		try (Stream<Path> fichiers = Files.list(dossier)) {
			return fichiers.sorted().toList();
		}
	}

}
