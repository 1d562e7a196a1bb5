package fr.passerelle.referentiel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SQL text as words and what brackets hold: all that {@link SqlReader} needs. */
sealed interface SqlNode {

	/** Stands for a text, a number or a parameter: none of them is a column. */
	String LITERAL = "?";

	Pattern TOKEN = Pattern.compile("""
			(?<nothing>\\s+|--[^\\n]*|::\\s*[a-z_]+(?:\\[\\])?)\
			|(?<literal>'(?:[^']|'')*'|:[a-z]+|\\d+(?:\\.\\d+)?)\
			|(?<word>[A-Za-z_]\\w*(?:\\.(?:\\w+|\\*))*)\
			|(?<sign>.)""");

	/** A keyword, a name, an operator; or {@link #LITERAL}. */
	record Word(String text) implements SqlNode {
	}

	/** What stands between parentheses, or square brackets. */
	record Group(List<SqlNode> nodes, boolean square) implements SqlNode {

		boolean isQuery() {
			return !this.nodes.isEmpty()
					&& (SqlNode.is(this.nodes.get(0), "SELECT") || SqlNode.is(this.nodes.get(0), "WITH")
							|| SqlNode.is(this.nodes.get(0), "MERGE") || SqlNode.is(this.nodes.get(0), "UPDATE"));
		}

	}

	static boolean is(SqlNode node, String word) {
		return node instanceof Word found && found.text().equals(word);
	}

	static List<SqlNode> read(String sql) {
		Deque<List<SqlNode>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
		Matcher tokens = TOKEN.matcher(sql);
		while (tokens.find()) {
			String text = (tokens.group("literal") != null) ? LITERAL : tokens.group();
			if (text.equals("(") || text.equals("[")) {
				open.push(new ArrayList<>());
			}
			else if (text.equals(")") || text.equals("]")) {
				Group group = new Group(List.copyOf(open.pop()), text.equals("]"));
				open.element().add(group);
			}
			else if (tokens.group("nothing") == null) {
				open.element().add(new Word(text));
			}
		}
		return open.pop();
	}

	/** Cut at this word, which is left out; a part may be empty. */
	static List<List<SqlNode>> split(List<SqlNode> nodes, String word) {
		List<List<SqlNode>> parts = new ArrayList<>();
		int start = 0;
		for (int i = 0; i <= nodes.size(); i++) {
			if (i == nodes.size() || is(nodes.get(i), word)) {
				parts.add(nodes.subList(start, i));
				start = i + 1;
			}
		}
		return parts;
	}

}
