package fr.passerelle.referentiel;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.noyau.Titre;

/** Every field of every format and where it goes, as a page for people. */
final class FormatsMarkdown {

	private static final String HEAD = """
			# Les formats, champ par champ

			Où va chaque champ de chaque fichier. **Un nom sous les yeux ?** Cherchez-le dans [l'index](#index-des-champs), à la fin.

			Page écrite par les essais à partir de `mappings/` : ne pas la modifier à la main. Ce qui est lu vient de `mappings/sources/`. Où cela va est suivi
			dans le SQL de `mappings/fusion/` et de `mappings/controles/` (`SqlReader`, qui s'arrête sur un SQL qu'il ne comprend pas), et vérifié sur
			PostgreSQL : `LineageIT` change chaque colonne lue, fusionne, et regarde quelles colonnes du référentiel ont changé.

			Comment lire une ligne :

			* en gras, **l'élément** qui fait une ligne, par son chemin sous la racine, et la table temporaire où elle va ;
			* **champ** : un élément ou un attribut (`@`) de cet élément, ou d'un de ceux qui le contiennent (`DIVISION/@CODE`) ; pour un CSV, le titre d'une colonne.
			« sinon » : les noms d'autres générations du format, dans l'ordre de préférence ; « ou » : selon l'élément. Entre parenthèses : rien n'est écrit dans le fichier.
			* **lu dans** : la colonne de la table temporaire.
			* **forme** : ce qui est accepté ; sans `requis`, la ligne est acceptée. Une ligne à qui manque une valeur requise est écartée et comptée.
			* **référentiel** : la table et la colonne du schéma `referentiel` qui en gardent la valeur. Un code traduit, un nom mis en capitales, deux champs réunis y comptent.
			* **sert aussi à** : les règles ([`regles.md`](regles.md)) et les fusions (`mappings/fusion/<flux>/`) qui le regardent sans garder sa valeur.

			Chaque table du référentiel a en plus `uai`, `annee_scolaire`, `numero_depot`, `disparu_le` ; les consommateurs lisent les vues `referentiel.v_*`.

			Les bilans du LSU, lus objet par objet, vont droit au magasin LSU : [`lsu-bilans.md`](lsu-bilans.md).

			""";

	private static final Map<String, String> USES = new LinkedHashMap<>();
	static {
		USES.put("uai", "l'établissement");
		USES.put("annee", "l'année");
		USES.put("horodatage", "l'heure de l'export");
	}

	private final Map<SourceMapping, Lineage> lineages = new TreeMap<>(
			Comparator.comparing((SourceMapping mapping) -> rank(mapping.systeme()))
				.thenComparing(SourceMapping::ordre)
				.thenComparing(SourceMapping::flux));

	private final Map<String, String> files = new TreeMap<>();

	FormatsMarkdown(Mappings mappings) {
		Lineage.flows(mappings).forEach((mapping) -> this.lineages.put(mapping, Lineage.of(mappings, mapping)));
		mappings.fichiers("sources", ".yaml").forEach((file) -> {
			String name = file.getFileName().toString();
			this.files.put(name.replace(".yaml", ""),
					"mappings/sources/" + file.getParent().getFileName() + "/" + name);
		});
	}

	/** In the order a school meets them. */
	private static int rank(String system) {
		return List.of("STS", "SIECLE", "ELEGROUPE", "ONDE").indexOf(system);
	}

	String write() {
		StringBuilder page = new StringBuilder(HEAD);
		page.append("| format | flux | champs gardés | champs lus | ignorés par leur nom |\n|---|---|---|---|---|\n");
		this.lineages.forEach((mapping,
				lineage) -> page.append("| [%s](#%s) | `%s` | %d | %d | %s |\n".formatted(mapping.libelle(),
						mapping.flux().toLowerCase(java.util.Locale.ROOT), mapping.flux(), lineage.written().size(),
						fields(mapping).size(),
						mapping.ignorer().contains("*") ? "tout le reste" : Integer.toString(names(mapping).size()))));
		this.lineages.forEach((mapping, lineage) -> page.append(format(mapping, lineage)));
		return page.append(index()).toString();
	}

	private static List<FormatField> fields(SourceMapping mapping) {
		return mapping.tablesDistinctes()
			.stream()
			.flatMap((table) -> table.colonnes().stream().map((column) -> new FormatField(mapping, table, column)))
			.toList();
	}

	private String format(SourceMapping mapping, Lineage lineage) {
		StringBuilder text = new StringBuilder(
				"\n## %s\n\n%s. %s [`%s`](../%s)\n\n".formatted(mapping.flux(), mapping.libelle(), recognition(mapping),
						this.files.get(mapping.flux()), this.files.get(mapping.flux())));
		text.append("| champ | lu dans | forme | référentiel | sert aussi à |\n|---|---|---|---|---|\n");
		header(mapping).forEach((name, use) -> text.append("| `%s` |  |  |  | %s |\n".formatted(name, use)));
		StagingColumn last = new StagingColumn("", "");
		for (FormatField field : fields(mapping)) {
			if (!field.staging().table().equals(last.table())) {
				text.append(row(mapping, field.staging().table()));
			}
			last = field.staging();
			text.append("| %s | `%s` | %s | %s | %s |\n".formatted(field.source(), last.column(), field.form(),
					codes(lineage.written().get(last)), uses(lineage.looked().get(last))));
		}
		return text.append("\nIgnorés par leur nom : ").append(ignored(mapping)).append("\n").toString();
	}

	/** What makes a row of this table. */
	private static String row(SourceMapping mapping, String table) {
		List<String> nodes = mapping.tables()
			.stream()
			.filter((node) -> node.nom().equals(table))
			.map(TableMapping::noeud)
			.map((node) -> mapping.estCsv() ? csvRow(node) : "`" + node + "`")
			.distinct()
			.toList();
		return "| **%s** | **`%s`** |  |  |  |\n".formatted(String.join("** ou **", nodes), table);
	}

	private static String csvRow(String node) {
		return node.equals(SourceMapping.LIGNES) ? "chaque ligne"
				: "chaque bloc qui commence par `" + node.substring(node.indexOf('/') + 1) + "`";
	}

	private static String recognition(SourceMapping mapping) {
		String known = mapping.estCsv()
				? "CSV reconnu à ses titres " + codes(titles(mapping), ", ")
						+ " (casse, accents, blancs et ordre ne comptent pas)."
				: "XML de racine " + codes(mapping.racines(), " ou ") + ".";
		String versions = mapping.versions().isEmpty() ? "" : " Versions connues : " + codes(mapping.versions(), ", ")
				+ (mapping.versionStricte() ? " (une autre est refusée)." : " (une autre est signalée).");
		return known + versions;
	}

	/** The titles that make the flow, as the mapping writes them. */
	private static Set<String> titles(SourceMapping mapping) {
		return fields(mapping).stream()
			.flatMap((field) -> field.names().stream())
			.filter((name) -> mapping.titres().contains(Titre.normaliser(name)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** What the first verdict reads, before anything is staged: name → what it says. */
	private static Map<String, String> header(SourceMapping mapping) {
		Map<String, String> header = new LinkedHashMap<>();
		if (!mapping.versions().isEmpty()) {
			header.put("@VERSION", "premier verdict : la version");
		}
		USES.forEach((what, use) -> mapping.entete()
			.getOrDefault(what, List.of())
			.forEach((from) -> header.put("PARAMETRES/" + from.replace("@", "/@"), "premier verdict : " + use)));
		return header;
	}

	private static String ignored(SourceMapping mapping) {
		if (mapping.ignorer().contains("*")) {
			return "tout le reste du fichier.";
		}
		return codes(names(mapping), ", ") + ". Tout autre nom est signalé (`ELEMENT_INCONNU`).";
	}

	/** Those ignored everywhere: the header is read by the first verdict. */
	private static Set<String> names(SourceMapping mapping) {
		Set<String> names = new TreeSet<>(mapping.ignorer());
		names.removeAll(Set.of("*", "PARAMETRES", "@VERSION"));
		return names;
	}

	private static String codes(Collection<String> names) {
		return (names != null) ? codes(names, "<br>") : "";
	}

	private static String codes(Collection<String> names, String between) {
		return names.stream().sorted().map((name) -> "`" + name + "`").collect(Collectors.joining(between));
	}

	private static String uses(Collection<String> uses) {
		return (uses != null) ? String.join("<br>", uses) : "";
	}

	/** Each name that a file may hold, and what becomes of it in each format. */
	private String index() {
		Map<String, Map<String, Set<String>>> index = new TreeMap<>(
				Comparator.comparing((String name) -> Titre.normaliser(name.replace("@", "")))
					.thenComparing(Comparator.naturalOrder()));
		this.lineages.forEach((mapping, lineage) -> {
			fields(mapping).forEach((field) -> field.names()
				.forEach((name) -> entry(index, name, mapping).addAll(destinations(field, lineage))));
			header(mapping)
				.forEach((name, use) -> entry(index, name.substring(name.indexOf('/') + 1), mapping).add(use));
			names(mapping).forEach((name) -> entry(index, name, mapping).add("ignoré"));
		});
		StringBuilder text = new StringBuilder("\n## Index des champs\n\n| nom | où il va |\n|---|---|\n");
		index.forEach((name,
				formats) -> text.append("| `%s` | %s |\n".formatted(name,
						formats.entrySet()
							.stream()
							.map((format) -> format.getKey() + " : " + String.join(", ", format.getValue()))
							.collect(Collectors.joining("<br>")))));
		return text.toString();
	}

	private static Set<String> entry(Map<String, Map<String, Set<String>>> index, String name, SourceMapping mapping) {
		return index.computeIfAbsent(name, (n) -> new TreeMap<>())
			.computeIfAbsent("[%s](#%s)".formatted(mapping.flux(), mapping.flux().toLowerCase(java.util.Locale.ROOT)),
					(f) -> new TreeSet<>());
	}

	private static Set<String> destinations(FormatField field, Lineage lineage) {
		Set<String> written = lineage.written().get(field.staging());
		return (written != null)
				? written.stream().map((to) -> "`" + to + "`").collect(Collectors.toCollection(TreeSet::new))
				: new TreeSet<>(lineage.looked().getOrDefault(field.staging(), Set.of()));
	}

}
