package fr.passerelle.referentiel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gathers what the queries of a preview give ({@link FusionFile#detaillee}). */
final class ApercuRows {

	private final List<Map<String, Object>> lignes = new ArrayList<>();

	private final LiensParGroupe liens = new LiensParGroupe();

	void ajouter(FusionFile fusion, List<Map<String, Object>> changements) {
		for (Map<String, Object> changement : changements) {
			if (changement.get("nombre") != null) {
				this.liens.compter((String) changement.get("operation"), (String) changement.get("groupe"),
						(String) changement.get("origine"), (Long) changement.get("nombre"));
			}
			else {
				this.lignes.add(ligne(fusion, changement));
			}
		}
	}

	private static Map<String, Object> ligne(FusionFile fusion, Map<String, Object> changement) {
		Map<String, Object> ligne = new LinkedHashMap<>(Map.of("entite", fusion.entite()));
		changement.entrySet()
			.stream()
			.filter((valeur) -> Objects.nonNull(valeur.getValue()))
			.forEach((valeur) -> ligne.put(valeur.getKey(), valeur.getValue()));
		return ligne;
	}

	Apercu apercu() {
		return new Apercu(this.lignes, this.liens.changes());
	}

}
