package fr.passerelle.lsu;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.SqlFile;

/**
 * One SQL file of {@code mappings/synchronisations/lsu}, refused aloud when it says what
 * the hub cannot do: it is edited after the build.
 *
 * @param moment when it runs
 * @param etape the step it is part of, whose units count when the step is done
 * @param parLot whether it takes the élèves a few at a time
 * @param deBilans whether it brings open bilans up to date, and runs again for those that
 * are unlocked for the purpose
 * @param siServicesAjoutes whether it runs only if new services may arrive
 */
record EtapeSql(String nom, Moment moment, String etape, boolean parLot, boolean deBilans, boolean siServicesAjoutes,
		String sql) {

	/** When a file runs. */
	enum Moment {

		/** First: how many units each step has, rows {@code etape, nombre}. */
		UNITES,

		/** Reads the source into the work list. */
		REGARD,

		/**
		 * Writes the differences; ends in the common table expression {@code resultat}.
		 */
		ECRITURE

	}

	private static final Set<String> PARAMETRES = Set.of("sync", "uai", "annee", "degre", "instant", "champs",
			"premier", "dernier", "archiver_toujours", "nom_affiche", "m2_toujours", "dispositif_sans_fin");

	private static final Pattern PARAMETRE = Pattern.compile("(?<!:):([a-z_0-9]+)");

	private static final Pattern RESULTAT = Pattern.compile("\\bresultat AS \\([^;]*\\)\\s*\\z");

	static EtapeSql de(SqlFile fichier) {
		Moment moment = moment(fichier);
		String sql = fichier.sql();
		if (moment == Moment.ECRITURE) {
			exiger(fichier, RESULTAT.matcher(sql).find(),
					"le fichier doit se terminer par la CTE « resultat AS (…) », sans point-virgule ni instruction après elle");
			sql += "SELECT compte, code, eleve_id, enseignant_id, valeurs::text FROM resultat ORDER BY rang, eleve_id";
		}
		verifierParametres(fichier);
		return new EtapeSql(fichier.nom(), moment, (moment == Moment.UNITES) ? "" : fichier.champ("etape"),
				dit(fichier, "par", "lot"), dit(fichier, "bilans", "oui"), dit(fichier, "si", "services-ajoutes"), sql);
	}

	private static Moment moment(SqlFile fichier) {
		String mot = fichier.champ("moment");
		for (Moment moment : Moment.values()) {
			if (moment.name().equalsIgnoreCase(mot)) {
				return moment;
			}
		}
		throw new MappingFaux(fichier.nom(), "moment inconnu « " + mot + " ». Possibles : unites, regard, ecriture");
	}

	private static boolean dit(SqlFile fichier, String cle, String valeur) {
		String dite = fichier.trouver(cle).orElse(valeur);
		exiger(fichier, dite.equals(valeur), "« -- %s: » ne peut être que « %s »".formatted(cle, valeur));
		return fichier.trouver(cle).isPresent();
	}

	private static void verifierParametres(SqlFile fichier) {
		Matcher parametre = PARAMETRE.matcher(fichier.sql().replaceAll("--.*|'[^']*'", ""));
		while (parametre.find()) {
			exiger(fichier, PARAMETRES.contains(parametre.group(1)), "le paramètre « :%s » n'existe pas ; il y a %s"
				.formatted(parametre.group(1), PARAMETRES.stream().map((nom) -> ":" + nom).sorted().toList()));
		}
	}

	private static void exiger(SqlFile fichier, boolean juste, String phrase) {
		if (!juste) {
			throw new MappingFaux(fichier.nom(), phrase);
		}
	}

}
