package fr.passerelle.jeux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;

import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Etat;
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
 * Each case has schools of its own. After a wanted change, {@code -Djeux.ecrire=true}
 * writes them again: read the difference.
 */
@TestInstance(Lifecycle.PER_CLASS)
class JeuxIT {

	private static final boolean ECRIRE = Boolean.getBoolean("jeux.ecrire");

	private Banc banc;

	@BeforeAll
	void ouvrir() {
		this.banc = new Banc();
	}

	@AfterAll
	void fermer() {
		this.banc.close();
	}

	static Stream<Cas> cas() throws IOException {
		return Cas.tous().stream();
	}

	@ParameterizedTest
	@MethodSource("cas")
	void aCaseIsAnsweredAndKeptAsForetold(Cas cas) throws IOException {
		Map<String, String> attendu = cas.attendu();

		Map<String, String> obtenu = jouer(cas, attendu.keySet());
		if (ECRIRE) {
			ecrire(cas, obtenu);
		}

		assertThat(obtenu).isEqualTo(ECRIRE ? obtenu : attendu);
	}

	/** Drops the files of a case, and gives those of its expected files. */
	private Map<String, String> jouer(Cas cas, Set<String> voulus) throws IOException {
		this.banc.regler(cas.instant().orElse(Horloge.NOVEMBRE));
		Map<String, String> numeros = new LinkedHashMap<>();
		Set<String> uais = new LinkedHashSet<>();
		List<String> reponses = new ArrayList<>();
		Map<String, String> obtenu = new TreeMap<>();
		for (Fichier fichier : cas.fichiers()) {
			if (fichier.nom().endsWith(".sql")) {
				this.banc.regler(fichier.dossier(), cas.reglages(fichier));
				continue;
			}
			Depot depot = deposer(fichier);
			numeros.put(depot.numero().toString(), fichier.cle());
			reponses.add(repondre(fichier.cle(), depot, uais));
			this.banc.reprendre()
				.forEach((repris) -> reponses
					.add(repondre(numeros.get(repris.numero().toString()) + ", repris", repris, uais)));
			garder("apres-" + fichier.rang() + ".txt", Tableau.LIGNES, uais, voulus, obtenu);
		}
		for (Tableau tableau : Tableau.values()) {
			garder(tableau.fichier(), tableau, uais, voulus, obtenu);
		}
		obtenu.put(Cas.DEPOTS, String.join("\n", reponses));
		obtenu.replaceAll((nom, texte) -> sansNumeros(texte, numeros));
		return obtenu;
	}

	private Depot deposer(Fichier fichier) {
		List<String> avant = ecritures(fichier);
		Depot depot = this.banc.deposer(fichier);
		if (!estTraite(depot) || rienNeChange(depot)) {
			assertThat(ecritures(fichier)).as(fichier.cle() + " changes nothing").isEqualTo(avant);
		}
		return depot;
	}

	private static boolean estTraite(Depot depot) {
		return depot.etat() == Etat.TRAITE || depot.etat() == Etat.TRAITE_AVEC_ANOMALIES;
	}

	private boolean rienNeChange(Depot depot) {
		return this.banc.rapport(depot)
			.stream()
			.flatMap((rapport) -> rapport.ecarts().values().stream())
			.allMatch((ecart) -> ecart.equals(new CompteRendu.Ecart(0, 0, ecart.inchanges(), 0)));
	}

	private List<String> ecritures(Fichier fichier) {
		return (fichier.dossier() != null) ? this.banc.ecritures(fichier.dossier()) : List.of();
	}

	private String repondre(String nom, Depot depot, Set<String> uais) {
		if (estTraite(depot)) {
			this.banc.projeter(depot);
			uais.add(depot.uai());
		}
		return Reponse.de(nom, depot, this.banc.rapport(depot), this.banc.bean(Catalogue.class));
	}

	private void garder(String nom, Tableau tableau, Set<String> uais, Set<String> voulus, Map<String, String> obtenu) {
		if (voulus.contains(nom)) {
			List<String> lignes = uais.stream().flatMap((uai) -> this.banc.lire(tableau, uai).stream()).toList();
			obtenu.put(nom, String.join("\n", lignes) + "\n");
		}
	}

	/**
	 * The numbers of deposits, and those the hub gives to the élèves of ONDE, depend on
	 * the cases before.
	 */
	private static String sansNumeros(String texte, Map<String, String> numeros) {
		String sans = texte.replaceAll("(?<!\\p{L})élève 1\\d{9}\\b", "élève (numéro du hub)");
		for (Map.Entry<String, String> numero : numeros.entrySet()) {
			String nom = Matcher.quoteReplacement(numero.getValue());
			sans = sans.replaceAll("← dépôt %s\\b".formatted(numero.getKey()), "← " + nom)
				.replaceAll("dépôt %s\\b".formatted(numero.getKey()), "dépôt de " + nom);
		}
		return sans;
	}

	private static void ecrire(Cas cas, Map<String, String> textes) {
		textes.forEach((nom, texte) -> {
			try {
				Files.writeString(cas.dossier().resolve("attendu").resolve(nom), texte);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

}
