package fr.passerelle.controle;

import java.util.Map;
import java.util.Optional;

/** The kinds of file that have a name even where no mapping reads them. */
final class Genres {

	private static final Map<String, String> PAR_RACINE = Map.ofEntries(
			Map.entry("BEE_ETABLISSEMENTS", "un export SIECLE « Établissements »"),
			Map.entry("BEE_ETABLISSEMENT", "un export SIECLE « Établissements »"),
			Map.entry("BEE_GEOGRAPHIQUE", "un export SIECLE « Géographique »"),
			Map.entry("BEE_ELEVES", "un export SIECLE « Élèves »"),
			Map.entry("BEE_RESPONSABLES", "un export SIECLE « Responsables »"),
			Map.entry("BEE_STRUCTURES", "un export SIECLE « Structures »"),
			Map.entry("BEE_NOMENCLATURES", "un export SIECLE « Nomenclature »"),
			Map.entry("BEE_COMMUN", "un export SIECLE « Communs »"),
			Map.entry("BEE_COMMUNS", "un export SIECLE « Communs »"),
			Map.entry("STS_EDT", "un export STS-WEB pour l'emploi du temps (sts_emp)"),
			Map.entry("EDT_STS", "un emploi du temps d'EDT pour STS-WEB (emp_sts)"),
			Map.entry("IMPORT_ELEVES", "un fichier de liens élèves-groupes"),
			Map.entry("lsun-bilans", "un import de bilans pour le LSU"));

	private Genres() {
	}

	static Optional<String> libelle(String racine) {
		return Optional.ofNullable(PAR_RACINE.get(racine));
	}

}
