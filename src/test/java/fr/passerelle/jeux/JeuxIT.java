package fr.passerelle.jeux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Depot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every case of the corpus: its files, in {@code entree/<UAI>/} (or {@code entree/} for
 * the inbox itself), are dropped in the order of their names, a {@code .sql} being what
 * the school set meanwhile in the store; each file of {@code attendu/} is compared whole.
 * Each case has a school of its own. After a wanted change, {@code -Djeux.ecrire=true}
 * writes them again: read the difference.
 */
@TestInstance(Lifecycle.PER_CLASS)
class JeuxIT {

	private static final Path JEUX = Path.of("src/test/resources/jeux");

	private static final boolean ECRIRE = Boolean.getBoolean("jeux.ecrire");

	private static final String DEPOTS = "attendu/depots.txt";

	private Banc banc;

	@BeforeAll
	void ouvrir() {
		this.banc = new Banc();
	}

	@AfterAll
	void fermer() {
		this.banc.close();
	}

	static Stream<String> cas() throws IOException {
		try (Stream<Path> fichiers = Files.walk(JEUX)) {
			return fichiers.filter((fichier) -> fichier.endsWith(DEPOTS))
				.map((fichier) -> JEUX.relativize(fichier.getParent().getParent()).toString())
				.sorted()
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("cas")
	void aCaseIsAnsweredAndKeptAsForetold(String cas) throws IOException {
		Path dossier = JEUX.resolve(cas);
		Map<String, String> attendu = lireTout(dossier.resolve("attendu"));

		Map<String, String> obtenu = jouer(dossier.resolve("entree"));
		obtenu.keySet().retainAll(attendu.keySet());
		if (ECRIRE) {
			ecrire(dossier.resolve("attendu"), obtenu);
		}

		assertThat(obtenu).isEqualTo(ECRIRE ? obtenu : attendu);
	}

	private Map<String, String> jouer(Path entree) throws IOException {
		List<String> reponses = new ArrayList<>();
		Map<String, String> numeros = new TreeMap<>();
		Map<String, Depot> derniers = new TreeMap<>();
		for (Path fichier : fichiers(entree)) {
			Path parent = fichier.getParent();
			String uai = parent.equals(entree) ? null : parent.getFileName().toString();
			if (fichier.toString().endsWith(".sql")) {
				this.banc.regler(uai, fichier);
				continue;
			}
			Depot depot = this.banc.deposer(uai, fichier);
			numeros.put("dépôt " + depot.numero(), "dépôt de " + depot.fichier());
			reponses.add(reponse(depot, this.banc.rapport(depot)));
			if (depot.etat().code().startsWith("traite")) {
				this.banc.projeter(depot);
				derniers.put(depot.uai(), depot);
			}
		}
		String tout = String.join("\n", reponses);
		for (Map.Entry<String, String> numero : numeros.entrySet()) {
			tout = tout.replaceAll(numero.getKey() + "\\b", numero.getValue());
		}
		Map<String, String> obtenu = new TreeMap<>(Map.of("depots.txt", tout));
		for (Tableau tableau : Tableau.values()) {
			List<String> lignes = derniers.keySet()
				.stream()
				.flatMap((uai) -> this.banc.lire(tableau.sql(), uai).stream())
				.toList();
			obtenu.put(tableau.fichier(), String.join("\n", lignes) + "\n");
		}
		return obtenu;
	}

	private static List<Path> fichiers(Path entree) throws IOException {
		try (Stream<Path> fichiers = Files.walk(entree)) {
			return fichiers.filter(Files::isRegularFile)
				.sorted(java.util.Comparator.comparing((fichier) -> fichier.getFileName().toString()))
				.toList();
		}
	}

	private static Map<String, String> lireTout(Path dossier) throws IOException {
		Map<String, String> textes = new TreeMap<>();
		for (Path fichier : fichiers(dossier)) {
			textes.put(fichier.getFileName().toString(), Files.readString(fichier));
		}
		return textes;
	}

	private static void ecrire(Path dossier, Map<String, String> textes) {
		textes.forEach((nom, texte) -> {
			try {
				Files.writeString(dossier.resolve(nom), texte);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private static String reponse(Depot depot, Optional<CompteRendu> rapport) {
		StringBuilder texte = new StringBuilder("%s : %s".formatted(depot.fichier(), depot.etat().code()));
		if (depot.flux() != null) {
			texte.append(" (%s %s)".formatted(depot.flux(), depot.anneeScolaire()));
		}
		texte.append('\n');
		rapport.ifPresent((lu) -> decrire(texte, lu));
		return texte.toString();
	}

	private static void decrire(StringBuilder texte, CompteRendu rapport) {
		if (rapport.refus() != null) {
			texte.append("  %s : %s\n    Cause : %s\n    À faire : %s\n".formatted(rapport.refus().code(),
					rapport.refus().titre(), rapport.refus().detail(), rapport.refus().action()));
		}
		rapport.ecarts()
			.forEach((entite, ecart) -> texte.append("  %s +%d ~%d =%d -%d\n".formatted(entite, ecart.crees(),
					ecart.modifies(), ecart.inchanges(), ecart.disparus())));
		lignes(texte, "rejet", rapport.rejets());
		lignes(texte, "anomalie", rapport.anomalies());
		lignes(texte, "information", rapport.informations());
	}

	private static void lignes(StringBuilder texte, String section, List<CompteRendu.Ligne> lignes) {
		lignes.forEach((ligne) -> texte
			.append("  %s %s (%s) : %s\n".formatted(section, ligne.code(), ligne.gravite(), ligne.message())));
	}

}
