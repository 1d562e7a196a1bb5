package fr.passerelle.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.noyau.Titre;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Turns one YAML file of {@code mappings/sources/} into a {@link SourceMapping}, refusing
 * every unknown word.
 */
final class SourceMappingReader {

	private static final Set<String> CLES = Set.of("flux", "libelle", "systeme", "racine", "sansElement", "versions",
			"versionStricte", "nom", "nomExige", "memeNomQueArchive", "entete", "formatHorodatage",
			"formatHorodatageNom", "principal", "tables", "ignorer", "ordre", "prerequis", "titres", "sansPrincipal");

	private static final Set<String> CLES_TABLE = Set.of("table", "noeud", "colonnes");

	private static final Set<String> CLES_COLONNE = Set.of("de", "constante", "type", "requis", "liste", "valeurs");

	private final String fichier;

	SourceMappingReader(String fichier) {
		this.fichier = fichier;
	}

	SourceMapping lire(String yaml) {
		Map<?, ?> racine = charger(yaml);
		connues(racine, CLES, "le fichier");
		return new SourceMapping(texte(racine, "flux"), texte(racine, "libelle"), texte(racine, "systeme"),
				ensemble(racine.get("racine")), ensemble(racine.get("sansElement")), ensemble(racine.get("versions")),
				vrai(racine, "versionStricte"), grammaire(racine), vrai(racine, "nomExige"),
				vrai(racine, "memeNomQueArchive"), entete(racine), texteOuNul(racine, "formatHorodatage"),
				texteOuNul(racine, "formatHorodatageNom"), principaux(racine), tables(racine),
				ensemble(racine.get("ignorer")), (racine.get("ordre") instanceof Integer ordre) ? ordre : 100,
				prerequis(racine), titres(racine), sansPrincipal(racine));
	}

	private Map<?, ?> charger(String yaml) {
		try {
			Object contenu = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
			if (contenu instanceof Map<?, ?> racine) {
				return racine;
			}
			throw faux("le fichier doit commencer par « flux: NOM_DU_FLUX »");
		}
		catch (YAMLException ex) {
			throw faux("YAML illisible, " + ex.getMessage().lines().findFirst().orElse(""));
		}
	}

	private Map<String, List<String>> entete(Map<?, ?> racine) {
		Map<String, List<String>> entete = new java.util.LinkedHashMap<>();
		if (racine.get("entete") instanceof Map<?, ?> champs) {
			connues(champs, Set.of("uai", "annee", "horodatage"), "entete");
			champs.forEach((cle, de) -> entete.put((String) cle, List.copyOf(ensemble(de))));
		}
		return entete;
	}

	private Set<String> principaux(Map<?, ?> racine) {
		Set<String> principaux = ensemble(racine.get("principal"));
		if (principaux.isEmpty()) {
			throw faux("« principal » manque");
		}
		return principaux;
	}

	private List<SourceMapping.Prerequis> prerequis(Map<?, ?> racine) {
		List<SourceMapping.Prerequis> prerequis = new ArrayList<>();
		if (racine.get("prerequis") != null) {
			for (Object element : liste(racine.get("prerequis"), "prerequis")) {
				Map<?, ?> un = objet(element, "prerequis");
				connues(un, Set.of("libelle", "unDe"), "prerequis");
				prerequis.add(new SourceMapping.Prerequis(texte(un, "libelle"), ensemble(un.get("unDe"))));
			}
		}
		return List.copyOf(prerequis);
	}

	private static Set<String> titres(Map<?, ?> racine) {
		return ensemble(racine.get("titres")).stream().map(Titre::normaliser).collect(Collectors.toUnmodifiableSet());
	}

	private String sansPrincipal(Map<?, ?> racine) {
		return (racine.get("sansPrincipal") != null) ? texte(racine, "sansPrincipal") : "aucun enregistrement";
	}

	private List<TableMapping> tables(Map<?, ?> racine) {
		List<TableMapping> tables = new ArrayList<>();
		for (Object element : liste(racine.get("tables"), "tables")) {
			Map<?, ?> table = objet(element, "tables");
			connues(table, CLES_TABLE, "tables");
			List<ColonneMapping> colonnes = new ArrayList<>();
			objet(table.get("colonnes"), "colonnes")
				.forEach((nom, valeur) -> colonnes.add(colonne(nom.toString(), valeur)));
			for (String noeud : ensemble(table.get("noeud"))) {
				tables.add(new TableMapping(texte(table, "table"), noeud, List.copyOf(colonnes)));
			}
		}
		return List.copyOf(tables);
	}

	/**
	 * {@code code: CODE} in short, or {@code code: {de: [..], type: .., requis: true}} in
	 * full.
	 */
	private ColonneMapping colonne(String nom, Object valeur) {
		if (!(valeur instanceof Map<?, ?> detail)) {
			return new ColonneMapping(nom, List.copyOf(ensemble(valeur)), null, TypeColonne.TEXTE, false, false,
					Map.of());
		}
		connues(detail, CLES_COLONNE, nom);
		Map<String, String> valeurs = new java.util.LinkedHashMap<>();
		if (detail.get("valeurs") instanceof Map<?, ?> traduction) {
			traduction.forEach((de, vers) -> valeurs.put(String.valueOf(de), String.valueOf(vers)));
		}
		Object constante = detail.get("constante");
		return new ColonneMapping(nom, List.copyOf(ensemble(detail.get("de"))),
				(constante != null) ? constante.toString() : null, type(nom, detail.get("type")),
				vrai(detail, "requis"), vrai(detail, "liste"), valeurs);
	}

	private TypeColonne type(String colonne, Object nom) {
		try {
			return (nom != null) ? TypeColonne.valueOf(nom.toString().toUpperCase(Locale.ROOT).replace('-', '_'))
					: TypeColonne.TEXTE;
		}
		catch (IllegalArgumentException ex) {
			throw faux("colonne « " + colonne + " » : type inconnu « " + nom
					+ " ». Types possibles : texte, entier, decimal, date-fr, date-iso, date, heure, booleen, xml");
		}
	}

	private Pattern grammaire(Map<?, ?> racine) {
		try {
			return (racine.get("nom") != null) ? Pattern.compile(racine.get("nom").toString()) : null;
		}
		catch (PatternSyntaxException ex) {
			throw faux("« nom » n'est pas une expression régulière : " + ex.getDescription());
		}
	}

	private void connues(Map<?, ?> objet, Set<String> cles, String ou) {
		for (Object cle : objet.keySet()) {
			if (!cles.contains(cle)) {
				throw faux(ou + " : mot inconnu « " + cle + " ». Mots possibles : " + new java.util.TreeSet<>(cles));
			}
		}
	}

	private Map<?, ?> objet(Object valeur, String ou) {
		if (valeur instanceof Map<?, ?> objet) {
			return objet;
		}
		throw faux(ou + " : un objet est attendu");
	}

	private Collection<?> liste(Object valeur, String ou) {
		if (valeur instanceof Collection<?> elements) {
			return elements;
		}
		throw faux(ou + " : une liste est attendue");
	}

	private String texte(Map<?, ?> objet, String cle) {
		if (objet.get(cle) instanceof String texte) {
			return texte;
		}
		throw faux("« " + cle + " » " + ((objet.get(cle) != null) ? "doit être un texte, entre guillemets" : "manque"));
	}

	private String texteOuNul(Map<?, ?> objet, String cle) {
		return (objet.get(cle) != null) ? texte(objet, cle) : null;
	}

	private static boolean vrai(Map<?, ?> objet, String cle) {
		return Boolean.TRUE.equals(objet.get(cle));
	}

	private static Set<String> ensemble(Object valeur) {
		Set<String> elements = new LinkedHashSet<>();
		if (valeur instanceof Collection<?> liste) {
			liste.forEach((element) -> elements.add(String.valueOf(element)));
		}
		else if (valeur != null) {
			elements.add(String.valueOf(valeur));
		}
		return elements;
	}

	private MappingFaux faux(String phrase) {
		return new MappingFaux(this.fichier, phrase);
	}

}
