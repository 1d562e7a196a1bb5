package fr.passerelle.bench;

import java.util.Map;
import java.util.Optional;

/** The flow of a generated file, by its name: the floor pays no recognition. */
final class Flux {

	private static final Map<String, String> MORCEAUX = Map.of("ExportXML_Structures", "SIECLE_STRUCTURES",
			"ExportXML_Eleves", "SIECLE_ELEVES", "ExportXML_Responsables", "SIECLE_RESPONSABLES",
			"ExportXML_Nomenclature", "SIECLE_NOMENCLATURE", "ExportXML_Communs", "SIECLE_COMMUNS", "ELEGROUPE",
			"ELEGROUPE");

	private Flux() {
	}

	/** The flow, if the hub has a mapping for it. */
	static Optional<String> de(String nom) {
		if (nom.startsWith("sts_emp_")) {
			return Optional.of("STS_EMP");
		}
		return MORCEAUX.keySet().stream().filter(nom::contains).map(MORCEAUX::get).findFirst();
	}

}
