package fr.passerelle.referentiel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.mapping.SqlFile;

/**
 * Where each column of staging of one flow goes, as its fusions and rules write it.
 *
 * @param written staging column → {@code table.column} of the référentiel
 * @param looked staging column → the rules and fusions that look at it without keeping it
 */
record Lineage(Map<StagingColumn, Set<String>> written, Map<StagingColumn, Set<String>> looked) {

	/**
	 * The flows that go to the référentiel. Those of report books go to the LSU store,
	 * read object by object: docs/lsu-bilans.md.
	 */
	static Stream<SourceMapping> flows(Mappings mappings) {
		return mappings.sources()
			.stream()
			.filter((mapping) -> FusionPlan.de(mappings, mapping)
				.fusions()
				.stream()
				.allMatch((fusion) -> fusion.cible().table().startsWith("referentiel.")));
	}

	static Lineage of(Mappings mappings, SourceMapping mapping) {
		Lineage lineage = new Lineage(new TreeMap<>(), new TreeMap<>());
		FusionPlan plan = FusionPlan.de(mappings, mapping);
		Map<String, SqlRelation> tables = staging(mapping);
		Stream<SqlFile> fusions = Stream.concat(plan.fusions().stream().map(Lineage::statement),
				plan.synthese().stream());
		Stream.concat(plan.avant().stream(), fusions)
			.forEach((file) -> lineage.add(file, "fusion " + shortName(file), tables));
		plan.regles().forEach((rule) -> lineage.add(rule, "règle " + rule.champ("code"), tables));
		return lineage;
	}

	/** The whole statement that the file becomes. */
	private static SqlFile statement(FusionFile fusion) {
		return new SqlFile(fusion.fichier().nom(), fusion.fichier().entete(), FusionStatement.de(fusion));
	}

	private void add(SqlFile file, String as, Map<String, SqlRelation> tables) {
		SqlReader reader = new SqlReader(tables);
		try {
			reader.read(file.sql());
		}
		catch (IllegalStateException ex) {
			throw new IllegalStateException("mappings/" + file.nom() + " is " + ex.getMessage(), ex);
		}
		reader.written().forEach((from, to) -> this.written.computeIfAbsent(from, (c) -> new TreeSet<>()).addAll(to));
		reader.looked()
			.stream()
			.filter((column) -> !reader.written().containsKey(column))
			.forEach((column) -> this.looked.computeIfAbsent(column, (c) -> new TreeSet<>()).add(as));
	}

	/** {@code 10-identification}, in the folder of the flow. */
	private static String shortName(SqlFile file) {
		return file.nom().substring(file.nom().lastIndexOf('/') + 1).replace(".sql", "");
	}

	private static Map<String, SqlRelation> staging(SourceMapping mapping) {
		Map<String, SqlRelation> tables = new HashMap<>();
		for (TableMapping table : mapping.tablesDistinctes()) {
			Map<String, Set<StagingColumn>> columns = new LinkedHashMap<>();
			table.colonnes()
				.forEach(
						(colonne) -> columns.put(colonne.nom(), Set.of(new StagingColumn(table.nom(), colonne.nom()))));
			Stream.of("rang", "ligne", "empreinte").forEach((ours) -> columns.put(ours, Set.of()));
			tables.put(table.nom(), new SqlRelation(columns, false));
		}
		return tables;
	}

}
