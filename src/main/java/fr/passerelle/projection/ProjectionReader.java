package fr.passerelle.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one projection and refuses aloud what could only fail later, or never run: the
 * files are edited after the build.
 */
class ProjectionReader {

	/** Tables of the référentiel a projection may follow. */
	static final Set<String> ENTITES = Set.of("etablissement", "calendrier", "mef", "matiere", "division", "groupe",
			"enseignant", "service", "professeur_principal", "suppleance", "eleve", "eleve_division", "responsable",
			"eleve_responsable", "lien");

	private static final Set<String> PARAMETRES = Set.of("uai", "annee", "numero", "instant", "limite_eleve",
			"limite_responsable", "limite_enseignant", "limite_personnel");

	private static final Pattern PARAMETRE = Pattern.compile("(?<!:):([a-z_]+)");

	private static final Pattern CHANGEMENT = Pattern
		.compile("\\bchangement \\(operation, cle\\) AS \\([^;]*\\)\\s*\\z");

	private static final String DECOMPTE = "\nSELECT operation, count(*) AS nombre FROM changement GROUP BY operation";

	/**
	 * Beyond the threshold a consumer does better to read the school again. Who leaves
	 * and comes back in one run has changed keys.
	 */
	private static final String PUBLICATION = """
			, nombre AS MATERIALIZED (
			    SELECT count(*) AS total FROM (SELECT FROM changement LIMIT :seuil + 1) c
			), publie AS (
			    SELECT cle::text AS cle, CASE WHEN count(DISTINCT operation) > 1 THEN 'CLE' ELSE min(operation) END AS operation
			    FROM changement WHERE (SELECT total FROM nombre) <= :seuil GROUP BY cle::text
			), recu AS (
			    INSERT INTO ent.changement (lot, rang, type, operation, cle)
			    SELECT :lot, :deja + row_number() OVER (ORDER BY cle), '%1$s', operation, cle FROM publie
			    UNION ALL
			    SELECT :lot, :deja + 1, '%1$s', 'RECHARGER', :uai WHERE (SELECT total FROM nombre) > :seuil
			    RETURNING rang
			)""";

	private final Path fichier;

	private final String texte;

	ProjectionReader(Path fichier) {
		this.fichier = fichier;
		try {
			this.texte = Files.readString(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Projection read() {
		check(CHANGEMENT.matcher(this.texte).find(),
				"le fichier doit se terminer par la CTE « changement (operation, cle) AS (…) », sans point-virgule ni instruction après elle");
		checkParameters();
		String publie = publie();
		return new Projection(header("projection"), suit(), ordre(), publie, sql(publie));
	}

	private String sql(String publie) {
		return (publie == null) ? this.texte + DECOMPTE : this.texte + PUBLICATION.formatted(publie) + DECOMPTE
				+ "\nUNION ALL SELECT 'PUBLIE', count(*) FROM recu";
	}

	private void checkParameters() {
		String sql = this.texte.replaceAll("--.*|'[^']*'", "");
		Matcher parametre = PARAMETRE.matcher(sql);
		while (parametre.find()) {
			check(PARAMETRES.contains(parametre.group(1)), "le paramètre « :%s » n'existe pas ; il y a %s"
				.formatted(parametre.group(1), PARAMETRES.stream().map((nom) -> ":" + nom).sorted().toList()));
		}
	}

	private Set<String> suit() {
		Set<String> entites = new LinkedHashSet<>(Arrays.asList(header("suit").split("\\s*,\\s*")));
		for (String entite : entites) {
			check(ENTITES.contains(entite),
					"« -- suit: » nomme « %s », qui n'est pas une entité du référentiel ; il y a %s".formatted(entite,
							ENTITES.stream().sorted().toList()));
		}
		return entites;
	}

	private int ordre() {
		String ordre = header("ordre");
		check(ordre.matches("\\d{1,4}"), "« -- ordre: » doit être un nombre, pas « %s »".formatted(ordre));
		return Integer.parseInt(ordre);
	}

	private String publie() {
		String publie = trouver("publie").orElse(null);
		check(publie == null || publie.matches("[a-z]+"),
				"« -- publie: » doit être un mot, pas « %s »".formatted(publie));
		return publie;
	}

	private String header(String nom) {
		return trouver(nom).orElseThrow(() -> faux("il manque la ligne « -- %s: … » de l'en-tête".formatted(nom)));
	}

	private Optional<String> trouver(String nom) {
		return Pattern.compile("(?m)^-- " + nom + ": *(\\S.*?) *$")
			.matcher(this.texte)
			.results()
			.map((ligne) -> ligne.group(1))
			.findFirst();
	}

	private void check(boolean correct, String phrase) {
		if (!correct) {
			throw faux(phrase);
		}
	}

	private IllegalStateException faux(String phrase) {
		return new IllegalStateException("Projection %s/%s : %s.".formatted(this.fichier.getParent().getFileName(),
				this.fichier.getFileName(), phrase));
	}

}
