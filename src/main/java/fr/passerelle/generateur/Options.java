package fr.passerelle.generateur;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words given after {@code generer}, understood.
 *
 * @param reglages what the académie is like
 * @param dossier where it goes
 */
record Options(Reglages reglages, Path dossier) {

	static final String USAGE = """
			Usage : generer --etablissements N --eleves M --graine S --dossier D [--anomalies]
			  --etablissements N    nombre d'établissements
			  --eleves M            nombre d'élèves de chacun
			  --graine S            même graine, mêmes octets
			  --dossier D           dossier où écrire (créé s'il manque)
			  --anomalies           sème des anomalies ; attendu.json dit lesquelles
			  --annee AAAA          année de la rentrée (défaut : la dernière rentrée passée)
			  --territoire T        metropole ou nouvelle-caledonie (défaut : un collège calédonien dès 5 établissements)
			  --premier-rang K      rang du premier établissement, donc de son UAI (défaut : 0)
			  --premier-degre P     part d'écoles, en % (défaut : 20 dès 5 établissements, sinon 0)
			  --evolution P         la même académie un mois plus tard, P % d'élèves modifiés (défaut : 0)
			  --departs P           la même académie un mois plus tard, P % d'élèves disparus (défaut : 0)""";

	private static final Set<String> CONNUES = Set.of("etablissements", "eleves", "graine", "dossier", "annee",
			"territoire", "premier-rang", "premier-degre", "evolution", "departs");

	static Options lire(String[] args, Clock horloge) {
		Map<String, String> valeurs = valeurs(args);
		Reglages reglages = Reglages.de(entier(valeurs, "etablissements"), entier(valeurs, "eleves"),
				nombre(valeurs, "graine"), horloge);
		if (valeurs.containsKey("anomalies")) {
			reglages = reglages.avecAnomalies();
		}
		return new Options(completer(reglages, valeurs), Path.of(valeur(valeurs, "dossier")));
	}

	private static Reglages completer(Reglages depart, Map<String, String> valeurs) {
		Reglages reglages = depart;
		if (valeurs.containsKey("annee")) {
			reglages = reglages.pourAnnee(entier(valeurs, "annee"));
		}
		if (valeurs.containsKey("territoire")) {
			reglages = reglages.en(territoire(valeurs.get("territoire")));
		}
		if (valeurs.containsKey("premier-rang")) {
			reglages = reglages.depuisRang(entier(valeurs, "premier-rang"));
		}
		if (valeurs.containsKey("premier-degre")) {
			reglages = reglages.avecPremierDegre(entier(valeurs, "premier-degre"));
		}
		if (valeurs.containsKey("evolution")) {
			reglages = reglages.avecEvolution(decimal(valeurs, "evolution"));
		}
		return valeurs.containsKey("departs") ? reglages.avecDeparts(decimal(valeurs, "departs")) : reglages;
	}

	/** Both {@code --graine 7} and {@code --graine=7} are understood. */
	private static Map<String, String> valeurs(String[] args) {
		Map<String, String> valeurs = new HashMap<>();
		Iterator<String> mots = List.of(args).iterator();
		while (mots.hasNext()) {
			String mot = mots.next();
			String[] parties = mot.split("=", 2);
			String nom = parties[0].startsWith("--") ? parties[0].substring(2) : "";
			if ("--anomalies".equals(mot)) {
				valeurs.put(nom, "");
			}
			else if (CONNUES.contains(nom) && (parties.length > 1 || mots.hasNext())) {
				valeurs.put(nom, (parties.length > 1) ? parties[1] : mots.next());
			}
			else {
				throw new IllegalArgumentException("« " + mot + " » n'est pas compris");
			}
		}
		return valeurs;
	}

	private static Territoire territoire(String texte) {
		return Stream.of(Territoire.values())
			.filter((territoire) -> territoire.texte().equals(texte))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("le territoire « " + texte + " » n'est pas connu"));
	}

	private static int entier(Map<String, String> valeurs, String nom) {
		long nombre = nombre(valeurs, nom);
		if (nombre != (int) nombre) {
			throw new IllegalArgumentException("--" + nom + " est trop grand");
		}
		return (int) nombre;
	}

	private static long nombre(Map<String, String> valeurs, String nom) {
		try {
			return Long.parseLong(valeur(valeurs, nom));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("--" + nom + " attend un nombre entier", ex);
		}
	}

	private static double decimal(Map<String, String> valeurs, String nom) {
		try {
			return Double.parseDouble(valeur(valeurs, nom).replace(',', '.'));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("--" + nom + " attend un nombre", ex);
		}
	}

	private static String valeur(Map<String, String> valeurs, String nom) {
		if (!valeurs.containsKey(nom)) {
			throw new IllegalArgumentException("il manque --" + nom);
		}
		return valeurs.get(nom);
	}

}
