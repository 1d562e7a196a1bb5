package fr.passerelle.bilan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A version of the documents, as {@code schemaVersion} says it.
 *
 * @param degre {@code 1D} or {@code 2D}
 * @param numero for instance {@code 3.0}
 * @param schema name of its published schema in the folder {@code passerelle.schemas}
 */
public record Version(String degre, String numero, String schema) {

	/** Those known when this was written (lsu.md a.1), for a check without settings. */
	static final List<Version> CONNUES = Stream
		.of(Stream.of("2.0", "3.0").map((numero) -> new Version("2D", numero, "import-bilan-complet.xsd")),
				Stream.of("4.0", "5.0", "6.0", "7.0")
					.map((numero) -> new Version("2D", numero, "import-complet-strict.xsd")),
				Stream.of(new Version("1D", "1.0", "livret-scolaire_1d_schema_1.0b.xsd")))
		.flatMap((versions) -> versions)
		.toList();

}
