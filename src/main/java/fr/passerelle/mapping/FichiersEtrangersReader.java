package fr.passerelle.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.passerelle.noyau.Titre;

/** Reads the kinds of file that are not for the hub, refusing every unknown word. */
final class FichiersEtrangersReader {

	private static final Pattern GENRE = Pattern.compile("[a-z]+(-[a-z]+)*");

	private record Fichiers(List<Entree> fichiers) {
	}

	/** One entry as it is written; {@code mot} is a word of the name, said simply. */
	private record Entree(String genre, String libelle, String correction, Set<String> racine,
			Map<String, String> attributs, Set<String> elements, String nom, String mot, Set<String> titres,
			String entrees) {
	}

	private final ObjectMapper yaml = JsonMapper.builder(new YAMLFactory())
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private final String fichier;

	private final Set<String> racinesDesSources;

	FichiersEtrangersReader(String fichier, Set<String> racinesDesSources) {
		this.fichier = fichier;
		this.racinesDesSources = racinesDesSources;
	}

	List<FichierEtranger> lire(String texte) {
		try {
			List<FichierEtranger> lus = this.yaml.readValue(texte, Fichiers.class)
				.fichiers()
				.stream()
				.map(this::entree)
				.toList();
			verifier(lus);
			return lus;
		}
		catch (JsonProcessingException ex) {
			throw new MappingFaux(this.fichier, "YAML illisible, " + ex.getOriginalMessage());
		}
	}

	private FichierEtranger entree(Entree entree) {
		exiger(entree.genre() != null && GENRE.matcher(entree.genre()).matches(), entree,
				"« genre » est fait de minuscules sans accent et de tirets");
		exiger(ecrit(entree.libelle()) && ecrit(entree.correction()), entree,
				"« libelle » (ce que c'est) et « correction » (que déposer à la place, par quel menu) sont obligatoires");
		exiger(entree.mot() == null || entree.nom() == null, entree, "dire « mot » ou « nom », l'un des deux");
		Map<String, Pattern> attributs = new TreeMap<>();
		ou(entree.attributs(), Map.<String, String>of())
			.forEach((nom, motif) -> attributs.put(nom, motif(entree, motif)));
		String nom = (entree.mot() != null) ? "(.*[^a-z])?" + Pattern.quote(entree.mot()) + "([^a-z].*)?"
				: entree.nom();
		return new FichierEtranger(entree.genre(), entree.libelle(), entree.correction(), ou(entree.racine(), Set.of()),
				attributs, ou(entree.elements(), Set.of()), motif(entree, nom),
				ou(entree.titres(), Set.<String>of()).stream().map(Titre::normaliser).collect(Collectors.toSet()),
				motif(entree, entree.entrees()));
	}

	private void verifier(List<FichierEtranger> lus) {
		Set<String> genres = new HashSet<>();
		for (FichierEtranger lu : lus) {
			if (!genres.add(lu.genre())) {
				throw new MappingFaux(this.fichier, "le genre « " + lu.genre() + " » est décrit deux fois");
			}
			lu.racines().forEach((racine) -> {
				if (lu.sansCondition() && this.racinesDesSources.contains(racine)) {
					throw new MappingFaux(this.fichier, "« " + lu.genre() + " » : la racine " + racine
							+ " est celle d'une source ; dites ce qui l'en distingue (attributs, elements ou nom)");
				}
			});
		}
	}

	private Pattern motif(Entree entree, String motif) {
		try {
			return (motif != null) ? Pattern.compile(motif, Pattern.CASE_INSENSITIVE) : null;
		}
		catch (PatternSyntaxException ex) {
			throw new MappingFaux(this.fichier, "« " + entree.genre() + " » : « " + motif
					+ " » n'est pas une expression régulière : " + ex.getDescription());
		}
	}

	private void exiger(boolean vrai, Entree entree, String phrase) {
		if (!vrai) {
			throw new MappingFaux(this.fichier, "« " + entree.genre() + " » : " + phrase);
		}
	}

	private static boolean ecrit(String texte) {
		return texte != null && !texte.isBlank();
	}

	private static <T> T ou(T valeur, T sinon) {
		return (valeur != null) ? valeur : sinon;
	}

}
