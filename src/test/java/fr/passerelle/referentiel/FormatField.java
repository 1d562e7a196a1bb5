package fr.passerelle.referentiel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.mapping.TypeColonne;

/** One column of staging of a flow, told in the words of the file it comes from. */
record FormatField(SourceMapping mapping, TableMapping table, ColonneMapping column) {

	private static final Map<TypeColonne, String> FORMS = Map.of(TypeColonne.DATE_FR, "jj/mm/aaaa",
			TypeColonne.DATE_ISO, "aaaa-mm-jj", TypeColonne.DATE, "jj/mm/aaaa ou aaaa-mm-jj", TypeColonne.ENTIER,
			"entier", TypeColonne.DECIMAL, "décimal", TypeColonne.HEURE, "hhmm", TypeColonne.BOOLEEN,
			"`0`/`1`, `false`/`true`", TypeColonne.XML, "l'élément entier, tel quel");

	StagingColumn staging() {
		return new StagingColumn(this.table.nom(), this.column.nom());
	}

	/** Names as the file writes them, without their place: what a person looks for. */
	Set<String> names() {
		return this.column.de()
			.stream()
			.filter((from) -> !from.startsWith("#"))
			.map((from) -> from.equals(".") ? this.table.noeud() : from)
			.map((from) -> this.mapping.estCsv() ? from : from.substring(from.lastIndexOf('/') + 1))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Where the file has it, by preference: below the element that makes a row, or in one
	 * that holds it, told by its name.
	 */
	String source() {
		if (this.column.de().size() == 1 && this.column.de().get(0).startsWith("#")) {
			return "(la ligne de `" + this.column.de().get(0).substring(1) + "` qui le contient)";
		}
		return this.mapping.tables()
			.stream()
			.filter((node) -> node.nom().equals(this.table.nom()))
			.map(this::source)
			.distinct()
			.collect(Collectors.joining(" ou "));
	}

	private String source(TableMapping node) {
		ColonneMapping same = node.colonnes()
			.stream()
			.filter((found) -> found.nom().equals(this.column.nom()))
			.findFirst()
			.orElseThrow();
		if (same.constante() != null) {
			return "(`" + same.constante() + "`)";
		}
		return same.de()
			.stream()
			.map((from) -> "`" + (this.mapping.estCsv() ? from : named(node.noeud(), from)) + "`")
			.collect(Collectors.joining(" sinon "));
	}

	/** The way to it, {@code ../} being told by the name of the element it goes up to. */
	private static String named(String node, String from) {
		List<String> path = List.of(node.split("/"));
		int up = from.split("\\.\\./", -1).length - 1;
		String below = from.substring(up * "../".length());
		return from.equals(".") ? path.get(path.size() - 1) : (up > 0) ? ancestor(path, up) + "/" + below : below;
	}

	/** The root has no name among the elements below it. */
	private static String ancestor(List<String> path, int up) {
		return (up < path.size()) ? path.get(path.size() - 1 - up) : "racine";
	}

	String form() {
		Set<String> words = new LinkedHashSet<>();
		if (this.column.requis() && !this.column.de().isEmpty() && !this.column.de().get(0).startsWith("#")) {
			words.add("requis");
		}
		if (this.column.liste()) {
			words.add("liste");
		}
		if (!this.column.valeurs().isEmpty()) {
			words.add(this.column.valeurs()
				.entrySet()
				.stream()
				.map((value) -> value.getKey().equals(value.getValue()) ? "`" + value.getKey() + "`"
						: "`" + value.getKey() + "` → `" + value.getValue() + "`")
				.collect(Collectors.joining(", ")));
		}
		else if (FORMS.containsKey(this.column.type())
				&& this.column.de().stream().noneMatch((d) -> d.startsWith("#"))) {
			words.add(FORMS.get(this.column.type()));
		}
		return String.join(", ", words);
	}

}
