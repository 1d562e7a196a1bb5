package fr.passerelle.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything {@code mappings/} says, read once and checked as a whole: a wrong file stops
 * the start with a sentence, not the first deposit with a stack trace.
 */
public final class Mappings {

	/** Where the rules of several flows are. */
	private static final String COMMUN = "controles/commun";

	private static final String ETRANGERS = "nomenclatures/fichiers-etrangers.yaml";

	private final Path dossier;

	private final Map<String, SourceMapping> sources = new TreeMap<>();

	private final List<FichierEtranger> etrangers;

	public Mappings(Path dossier) {
		this.dossier = dossier;
		if (!Files.isDirectory(dossier.resolve("sources"))) {
			throw new MappingFaux("sources", "dossier introuvable sous " + dossier
					+ ". Lancez le hub depuis son dossier, ou donnez passerelle.mappings");
		}
		for (Path fichier : fichiers(dossier.resolve("sources"), ".yaml")) {
			SourceMapping source = new SourceMappingReader(nom(fichier)).lire(texte(fichier));
			new SourceMappingCheck(nom(fichier)).verifier(source);
			if (this.sources.put(source.flux(), source) != null) {
				throw new MappingFaux(nom(fichier), "le flux " + source.flux() + " est décrit deux fois");
			}
		}
		sql(COMMUN).forEach(this::verifierFlux);
		Path liste = dossier.resolve(ETRANGERS);
		this.etrangers = Files.exists(liste) ? new FichiersEtrangersReader(ETRANGERS, racines()).lire(texte(liste))
				: List.of();
	}

	private void verifierFlux(SqlFile regle) {
		regle.champ("flux");
		for (String flux : regle.liste("flux")) {
			if (!this.sources.containsKey(flux)) {
				throw new MappingFaux(regle.nom(), "flux inconnu « " + flux + " ». Connus : " + this.sources.keySet());
			}
		}
	}

	/** The kinds of file the hub reads. */
	public Collection<SourceMapping> sources() {
		return this.sources.values();
	}

	public Optional<SourceMapping> source(String flux) {
		return Optional.ofNullable(this.sources.get(flux));
	}

	/** The root elements of the sources that are XML. */
	public Set<String> racines() {
		return this.sources.values()
			.stream()
			.flatMap((source) -> source.racines().stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * The kinds of file that are not for the hub, the first that fits being the good one.
	 */
	public List<FichierEtranger> etrangers() {
		return this.etrangers;
	}

	/**
	 * The SQL files of a folder below mappings/, by name; none when there is no such
	 * folder.
	 */
	public List<SqlFile> sql(String sousDossier) {
		Path racine = this.dossier.resolve(sousDossier);
		return Files.isDirectory(racine)
				? fichiers(racine, ".sql").stream().map((f) -> SqlFile.lire(nom(f), texte(f))).toList() : List.of();
	}

	/** The SQL files of one flow: {@code fusion/siecle_eleves}. */
	public List<SqlFile> sql(String quoi, String flux) {
		return sql(quoi + "/" + flux.toLowerCase(Locale.ROOT));
	}

	/**
	 * The rules of one flow: those of its folder, then those of {@code commun/} that say
	 * {@code -- flux:} and name it.
	 */
	public List<SqlFile> regles(String flux) {
		Stream<SqlFile> communes = sql(COMMUN).stream().filter((regle) -> regle.liste("flux").contains(flux));
		return Stream.concat(sql("controles", flux).stream(), communes).toList();
	}

	/** The files of a folder below mappings/ with this ending, by name. */
	public List<Path> fichiers(String sousDossier, String fin) {
		Path racine = this.dossier.resolve(sousDossier);
		return Files.isDirectory(racine) ? fichiers(racine, fin) : List.of();
	}

	private static List<Path> fichiers(Path racine, String fin) {
		try (Stream<Path> chemins = Files.walk(racine, FileVisitOption.FOLLOW_LINKS)) {
			return chemins.filter((f) -> f.toString().endsWith(fin)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading " + racine, ex);
		}
	}

	private static String texte(Path fichier) {
		try {
			return Files.readString(fichier);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading " + fichier, ex);
		}
	}

	private String nom(Path fichier) {
		return this.dossier.relativize(fichier).toString().replace('\\', '/');
	}

}
