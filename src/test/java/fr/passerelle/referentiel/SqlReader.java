package fr.passerelle.referentiel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import fr.passerelle.referentiel.SqlNode.Group;
import fr.passerelle.referentiel.SqlNode.Word;

/**
 * Follows the columns of staging through the SQL of {@code mappings/fusion} and
 * {@code mappings/controles}: which column of the référentiel takes its value from which,
 * and which ones a file looks at. It knows the SQL that these files write (keywords in
 * capitals, {@code AS} before every name of a column) and stops at anything else: what it
 * did not understand is an error, never an absence.
 */
final class SqlReader {

	private static final Set<String> CLAUSES = Set.of("WHERE", "GROUP", "HAVING", "ORDER", "LIMIT");

	private static final Set<String> JOINS = Set.of(",", "JOIN", "LEFT", "INNER", "CROSS", "FULL", "LATERAL");

	private static final String XML = "XMLTABLE";

	/** Columns that every table of the référentiel has, and no document gives. */
	private static final Set<String> OURS = Set.of("uai", "annee_scolaire", "numero_depot", "disparu_le", "empreinte");

	private final Map<String, SqlRelation> tables;

	private final Map<StagingColumn, Set<String>> written = new TreeMap<>();

	private final Set<StagingColumn> looked = new TreeSet<>();

	/**
	 * Makes the reader of one file.
	 * @param tables staging, and the temporary tables of the files before; those that
	 * this file makes are added
	 */
	SqlReader(Map<String, SqlRelation> tables) {
		this.tables = tables;
	}

	/** Staging column → {@code table.column} of the référentiel that takes its value. */
	Map<StagingColumn, Set<String>> written() {
		return this.written;
	}

	/** Staging columns named anywhere, directly or by what was made from them. */
	Set<StagingColumn> looked() {
		return this.looked;
	}

	void read(String sql) {
		SqlNode.split(SqlNode.read(sql), ";").stream().filter((nodes) -> !nodes.isEmpty()).forEach((nodes) -> {
			try {
				statement(nodes, Map.of(), null);
			}
			catch (IllegalStateException | IndexOutOfBoundsException ex) {
				throw new IllegalStateException("not a SQL that SqlReader follows: " + ex.getMessage(), ex);
			}
		});
	}

	private SqlRelation statement(List<SqlNode> nodes, Map<String, SqlRelation> around, SqlScope outer) {
		Map<String, SqlRelation> ctes = new HashMap<>(around);
		int i = 0;
		if (SqlNode.is(nodes.get(0), "WITH")) {
			do {
				String name = word(nodes.get(i + 1));
				i = indexOfGroup(nodes, i + 2);
				ctes.put(name, statement(((Group) nodes.get(i)).nodes(), ctes, outer));
				i++;
			}
			while (i < nodes.size() && SqlNode.is(nodes.get(i), ","));
		}
		// a fusion ends in its last common table expression
		return (i < nodes.size()) ? body(nodes.subList(i, nodes.size()), ctes, outer) : SqlRelation.OUTSIDE;
	}

	private SqlRelation body(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		return switch (word(nodes.get(0))) {
			case "SELECT" -> union(nodes, ctes, outer);
			case "MERGE" -> merge(nodes, ctes, outer);
			case "UPDATE" -> disappearance(nodes, ctes, outer);
			case "INSERT" -> insertion(nodes, ctes, outer);
			case "CREATE" -> creation(nodes);
			case "TRUNCATE" -> SqlRelation.OUTSIDE;
			default -> throw new IllegalStateException("a statement starts with " + word(nodes.get(0)));
		};
	}

	private SqlRelation union(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		SqlRelation all = null;
		for (List<SqlNode> part : SqlNode.split(nodes, "UNION")) {
			SqlRelation one = selection(SqlNode.is(part.get(0), "ALL") ? part.subList(1, part.size()) : part, ctes,
					outer);
			all = (all == null) ? one : added(all, one);
		}
		return all;
	}

	private static SqlRelation added(SqlRelation first, SqlRelation second) {
		SqlRelation sameNames = second.named(List.copyOf(first.columns().keySet()));
		Map<String, Set<StagingColumn>> columns = new LinkedHashMap<>();
		first.columns().forEach((name, from) -> {
			Set<StagingColumn> both = new TreeSet<>(from);
			both.addAll(sameNames.columns().getOrDefault(name, Set.of()));
			columns.put(name, both);
		});
		return new SqlRelation(columns, first.open() || second.open());
	}

	private SqlRelation selection(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		int from = indexOfFrom(nodes);
		int end = from;
		while (end < nodes.size() && !(nodes.get(end) instanceof Word word && CLAUSES.contains(word.text()))) {
			end++;
		}
		SqlScope scope = new SqlScope(outer);
		if (from < nodes.size() && SqlNode.is(nodes.get(from), "FROM")) {
			sources(nodes.subList(from + 1, end), ctes, scope);
		}
		Map<String, Set<StagingColumn>> columns = new LinkedHashMap<>();
		boolean open = false;
		for (List<SqlNode> item : SqlNode.split(afterDistinct(nodes.subList(1, from), ctes, scope), ",")) {
			open |= item(item, ctes, scope, columns);
		}
		values(nodes.subList(end, nodes.size()), ctes, scope);
		return new SqlRelation(columns, open);
	}

	/** Where the sources of a query start, or its first clause without sources. */
	private static int indexOfFrom(List<SqlNode> nodes) {
		for (int i = 1; i < nodes.size(); i++) {
			boolean from = SqlNode.is(nodes.get(i), "FROM") && !SqlNode.is(nodes.get(i - 1), "DISTINCT");
			if (from || nodes.get(i) instanceof Word word && CLAUSES.contains(word.text())) {
				return i;
			}
		}
		return nodes.size();
	}

	private List<SqlNode> afterDistinct(List<SqlNode> list, Map<String, SqlRelation> ctes, SqlScope scope) {
		if (list.isEmpty() || !SqlNode.is(list.get(0), "DISTINCT")) {
			return list;
		}
		if (SqlNode.is(list.get(1), "ON")) {
			values(list.subList(2, 3), ctes, scope);
			return list.subList(3, list.size());
		}
		return list.subList(1, list.size());
	}

	/** Adds one item of a list of columns; whether it brings columns not known here. */
	private boolean item(List<SqlNode> item, Map<String, SqlRelation> ctes, SqlScope scope,
			Map<String, Set<StagingColumn>> columns) {
		if (item.size() == 1 && item.get(0) instanceof Word word && word.text().endsWith("*")) {
			List<SqlRelation> starred = word.text().equals("*") ? List.copyOf(scope.relations().values())
					: List.of(scope.relation(word.text().substring(0, word.text().length() - 2)));
			starred.forEach((relation) -> columns.putAll(relation.columns()));
			return starred.stream().anyMatch(SqlRelation::open);
		}
		boolean named = item.size() > 2 && SqlNode.is(item.get(item.size() - 2), "AS");
		Set<StagingColumn> from = values(named ? item.subList(0, item.size() - 2) : item, ctes, scope);
		if (!item.isEmpty()) {
			String name = (named || item.size() == 1 && item.get(0) instanceof Word) ? word(item.get(item.size() - 1))
					: "?";
			String last = name.substring(name.lastIndexOf('.') + 1);
			columns.put((name.equals("?") || columns.containsKey(last)) ? "?" + columns.size() : last, from);
		}
		return false;
	}

	/** The relations after FROM or JOIN, each under its name. */
	private void sources(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope scope) {
		List<List<SqlNode>> conditions = new ArrayList<>();
		int i = 0;
		while (i < nodes.size()) {
			if (nodes.get(i) instanceof Word word && JOINS.contains(word.text())) {
				i++;
			}
			else if (SqlNode.is(nodes.get(i), "ON") || SqlNode.is(nodes.get(i), "USING")) {
				int start = i;
				do {
					i++;
				}
				while (i < nodes.size() && !(nodes.get(i) instanceof Word next && JOINS.contains(next.text())));
				conditions.add(nodes.subList(start + 1, i));
			}
			else {
				i = source(nodes, i, ctes, scope);
			}
		}
		conditions.forEach((condition) -> values(condition, ctes, scope));
	}

	private int source(List<SqlNode> nodes, int start, Map<String, SqlRelation> ctes, SqlScope scope) {
		int i = start + 1;
		SqlRelation relation;
		boolean function = false;
		if (nodes.get(start) instanceof Group query) {
			relation = statement(query.nodes(), ctes, scope);
		}
		else if (i < nodes.size() && nodes.get(i) instanceof Group arguments) {
			function = !SqlNode.is(nodes.get(start), XML);
			relation = function ? function(word(nodes.get(start)), arguments, ctes, scope)
					: xml(arguments.nodes(), ctes, scope);
			i++;
		}
		else {
			relation = relation(word(nodes.get(start)), ctes);
		}
		while (i < nodes.size() && (SqlNode.is(nodes.get(i), "WITH") || SqlNode.is(nodes.get(i), "ORDINALITY")
				|| SqlNode.is(nodes.get(i), "AS"))) {
			i++;
		}
		String alias = (nodes.get(start) instanceof Word word) ? word.text() : "";
		if (i < nodes.size() && nodes.get(i) instanceof Word word && isName(word.text())) {
			alias = word.text();
			i++;
			relation = function ? relation.named(relation.open() ? List.of() : List.of(alias)) : relation;
		}
		if (i < nodes.size() && nodes.get(i) instanceof Group names) {
			relation = relation
				.named(names.nodes().stream().filter((node) -> !SqlNode.is(node, ",")).map(SqlReader::word).toList());
			i++;
		}
		scope.add(alias, relation);
		return i;
	}

	/** {@code unnest(a, b)} gives a column for each; any other function is not ours. */
	private SqlRelation function(String name, Group arguments, Map<String, SqlRelation> ctes, SqlScope scope) {
		Map<String, Set<StagingColumn>> columns = new LinkedHashMap<>();
		SqlNode.split(arguments.nodes(), ",")
			.forEach((argument) -> columns.put("?" + columns.size(), values(argument, ctes, scope)));
		return name.equals("unnest") ? new SqlRelation(columns, false) : SqlRelation.OUTSIDE;
	}

	/**
	 * {@code XMLTABLE('…' PASSING document COLUMNS name …)}: every column comes from the
	 * document.
	 */
	private SqlRelation xml(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope scope) {
		List<List<SqlNode>> parts = SqlNode.split(SqlNode.split(nodes, "PASSING").get(1), "COLUMNS");
		Set<StagingColumn> document = values(parts.get(0), ctes, scope);
		Map<String, Set<StagingColumn>> columns = new LinkedHashMap<>();
		SqlNode.split(parts.get(1), ",").forEach((column) -> columns.put(word(column.get(0)), document));
		return new SqlRelation(columns, false);
	}

	private SqlRelation relation(String name, Map<String, SqlRelation> ctes) {
		if (ctes.containsKey(name)) {
			return ctes.get(name);
		}
		if (this.tables.containsKey(name)) {
			return this.tables.get(name);
		}
		if (name.equals("constat") || name.startsWith("referentiel.") || name.startsWith("echange.")) {
			return SqlRelation.OUTSIDE;
		}
		throw new IllegalStateException("no table is called " + name);
	}

	/**
	 * What the value of an expression is made from. Conditions choose it without being in
	 * it, and of a query inside it only what it returns counts; but everything named is
	 * looked at.
	 */
	private Set<StagingColumn> values(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope scope) {
		Set<StagingColumn> values = new TreeSet<>();
		for (int i = 0; i < nodes.size(); i++) {
			SqlNode next = (i + 1 < nodes.size()) ? nodes.get(i + 1) : null;
			if (nodes.get(i) instanceof Group group) {
				values.addAll(group(group, ctes, scope));
			}
			else if (SqlNode.is(nodes.get(i), "CASE")) {
				int end = endOfCase(nodes, i);
				values.addAll(choice(nodes.subList(i + 1, end), ctes, scope));
				i = end;
			}
			else if (SqlNode.is(nodes.get(i), "FILTER") || SqlNode.is(nodes.get(i), "OVER")) {
				group((Group) next, ctes, scope);
				i++;
			}
			else if (isColumn(nodes.get(i), next)) {
				values.addAll(scope.column(word(nodes.get(i))));
			}
		}
		this.looked.addAll(values);
		return values;
	}

	private Set<StagingColumn> group(Group group, Map<String, SqlRelation> ctes, SqlScope scope) {
		if (!group.isQuery()) {
			return values(group.nodes(), ctes, scope);
		}
		Set<StagingColumn> values = new TreeSet<>();
		statement(group.nodes(), ctes, scope).columns().values().forEach(values::addAll);
		return values;
	}

	/**
	 * What stands between CASE and END: the value is that of its results, or of what
	 * chooses between them when they are mere codes.
	 */
	private Set<StagingColumn> choice(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope scope) {
		List<SqlNode> conditions = new ArrayList<>();
		List<SqlNode> results = new ArrayList<>();
		boolean result = false;
		int depth = 0;
		for (SqlNode node : nodes) {
			depth += SqlNode.is(node, "CASE") ? 1 : SqlNode.is(node, "END") ? -1 : 0;
			boolean ours = depth == 0;
			if (ours && (SqlNode.is(node, "WHEN") || SqlNode.is(node, "THEN") || SqlNode.is(node, "ELSE"))) {
				result = !SqlNode.is(node, "WHEN");
			}
			else {
				(result ? results : conditions).add(node);
			}
		}
		Set<StagingColumn> chosenBy = values(conditions, ctes, scope);
		Set<StagingColumn> values = values(results, ctes, scope);
		boolean codes = results.stream().allMatch((node) -> SqlNode.is(node, SqlNode.LITERAL));
		return codes ? chosenBy : values;
	}

	private static int endOfCase(List<SqlNode> nodes, int start) {
		int depth = 0;
		for (int i = start; i < nodes.size(); i++) {
			depth += SqlNode.is(nodes.get(i), "CASE") ? 1 : SqlNode.is(nodes.get(i), "END") ? -1 : 0;
			if (depth == 0) {
				return i;
			}
		}
		throw new IllegalStateException("a CASE without END");
	}

	/** Not a keyword, nor a function, nor the field of {@code extract(day FROM …)}. */
	private static boolean isColumn(SqlNode node, SqlNode next) {
		return node instanceof Word word && isName(word.text()) && !(next instanceof Group group && !group.square())
				&& !SqlNode.is(next, "FROM");
	}

	private SqlRelation merge(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		SqlScope scope = new SqlScope(outer);
		String target = word(nodes.get(2));
		scope.add(word(nodes.get(3)), SqlRelation.OUTSIDE);
		require(nodes.get(4), "USING");
		int i = source(nodes, 5, ctes, scope);
		List<SqlNode> rest = nodes.subList(i, nodes.size());
		for (List<SqlNode> when : SqlNode.split(beforeReturning(rest), "WHEN")) {
			List<List<SqlNode>> sides = SqlNode.split(when, "THEN");
			values(sides.get(0), ctes, scope);
			if (sides.size() > 1) {
				action(target, sides.get(1), ctes, scope);
			}
		}
		return SqlRelation.OUTSIDE;
	}

	private static List<SqlNode> beforeReturning(List<SqlNode> nodes) {
		return SqlNode.split(nodes, "RETURNING").get(0);
	}

	private void action(String target, List<SqlNode> action, Map<String, SqlRelation> ctes, SqlScope scope) {
		if (SqlNode.is(action.get(0), "UPDATE")) {
			require(action.get(1), "SET");
			for (List<SqlNode> assignment : SqlNode.split(action.subList(2, action.size()), ",")) {
				write(target, word(assignment.get(0)), assignment.subList(2, assignment.size()), ctes, scope);
			}
		}
		else {
			require(action.get(0), "INSERT");
			require(action.get(2), "VALUES");
			List<List<SqlNode>> columns = SqlNode.split(((Group) action.get(1)).nodes(), ",");
			List<List<SqlNode>> values = SqlNode.split(((Group) action.get(3)).nodes(), ",");
			for (int i = 0; i < columns.size(); i++) {
				write(target, word(columns.get(i).get(0)), values.get(i), ctes, scope);
			}
		}
	}

	private void write(String target, String column, List<SqlNode> value, Map<String, SqlRelation> ctes,
			SqlScope scope) {
		if (!target.startsWith("referentiel.")) {
			throw new IllegalStateException("a merge into " + target);
		}
		Set<StagingColumn> from = values(value, ctes, scope);
		if (!OURS.contains(column)) {
			String whole = target.substring("referentiel.".length()) + "." + column;
			from.forEach((staging) -> this.written.computeIfAbsent(staging, (s) -> new TreeSet<>()).add(whole));
		}
	}

	/** An UPDATE may only say that rows have disappeared. */
	private SqlRelation disappearance(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		SqlScope scope = new SqlScope(outer);
		scope.add(word(nodes.get(2)), relation(word(nodes.get(1)), ctes));
		require(nodes.get(3), "SET");
		List<List<SqlNode>> sides = SqlNode.split(beforeReturning(nodes.subList(4, nodes.size())), "WHERE");
		for (List<SqlNode> assignment : SqlNode.split(sides.get(0), ",")) {
			if (!OURS.contains(word(assignment.get(0)))) {
				throw new IllegalStateException("an UPDATE of " + word(assignment.get(0)));
			}
		}
		values(sides.get(1), ctes, scope);
		return SqlRelation.OUTSIDE;
	}

	private SqlRelation creation(List<SqlNode> nodes) {
		int columns = indexOfGroup(nodes, 0);
		Map<String, Set<StagingColumn>> empty = new LinkedHashMap<>();
		SqlNode.split(((Group) nodes.get(columns)).nodes(), ",")
			.forEach((column) -> empty.put(word(column.get(0)), Set.of()));
		this.tables.put(word(nodes.get(columns - 1)), new SqlRelation(empty, false));
		return SqlRelation.OUTSIDE;
	}

	private SqlRelation insertion(List<SqlNode> nodes, Map<String, SqlRelation> ctes, SqlScope outer) {
		String table = word(nodes.get(2));
		if (!this.tables.containsKey(table)) {
			throw new IllegalStateException("an INSERT INTO " + table);
		}
		List<String> names = List.copyOf(this.tables.get(table).columns().keySet());
		this.tables.put(table, statement(nodes.subList(3, nodes.size()), ctes, outer).named(names));
		return SqlRelation.OUTSIDE;
	}

	private static int indexOfGroup(List<SqlNode> nodes, int start) {
		int i = start;
		while (!(nodes.get(i) instanceof Group)) {
			i++;
		}
		return i;
	}

	private static boolean isName(String text) {
		return Character.isLowerCase(text.charAt(0)) && !Set.of("true", "false", "null").contains(text);
	}

	private static String word(SqlNode node) {
		if (node instanceof Word word) {
			return word.text();
		}
		throw new IllegalStateException("a word was expected, not a group");
	}

	private static void require(SqlNode node, String word) {
		if (!SqlNode.is(node, word)) {
			throw new IllegalStateException(word + " was expected");
		}
	}

}
