package fr.passerelle.commande;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.passerelle.catalogue.Catalogue;
import fr.passerelle.catalogue.Effet;
import fr.passerelle.catalogue.Texte;
import fr.passerelle.controle.Verdict;

/** For machines, with the keys of the API. */
final class PresentationJson implements Presentation {

	private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

	@Override
	public String ecrire(List<Resultat> resultats, Catalogue catalogue) {
		try {
			List<Map<String, Object>> depots = resultats.stream()
				.map((resultat) -> depot(resultat, catalogue))
				.toList();
			return this.json.writeValueAsString(Map.of("depots", depots)) + System.lineSeparator();
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing the verdicts as JSON", ex);
		}
	}

	private static Map<String, Object> depot(Resultat resultat, Catalogue catalogue) {
		Verdict verdict = resultat.verdict();
		Map<String, Object> depot = new LinkedHashMap<>();
		depot.put("fichier", resultat.fichier());
		depot.put("taille", resultat.taille());
		depot.put("empreinte", resultat.empreinte());
		depot.put("etat", resultat.etat());
		depot.put("uai", verdict.uai());
		depot.put("flux", verdict.flux());
		depot.put("millesime", verdict.millesime());
		depot.put("anneeScolaire", verdict.anneeScolaire());
		depot.put("horodatage", (verdict.horodatage() != null) ? verdict.horodatage().toString() : null);
		List<Map<String, Object>> refus = verdict.refus().stream().map((r) -> refus(catalogue.texte(r))).toList();
		if (!refus.isEmpty()) {
			depot.putAll(refus.get(0));
			depot.put("autres", refus.subList(1, refus.size()));
		}
		depot.put("lignes", resultat.lignes());
		List<Texte> textes = Stream.concat(verdict.remarques().stream(), resultat.lecture().stream())
			.map(catalogue::texte)
			.toList();
		depot.put("anomalies", lignes(textes, (texte) -> texte.effet() != Effet.INFORMATION));
		depot.put("informations", lignes(textes, (texte) -> texte.effet() == Effet.INFORMATION));
		return depot;
	}

	private static Map<String, Object> refus(Texte texte) {
		Map<String, Object> refus = new LinkedHashMap<>();
		refus.put("code", texte.code());
		refus.put("title", texte.titre());
		refus.put("detail", texte.cause());
		refus.put("action", texte.correction());
		return refus;
	}

	private static List<Map<String, Object>> lignes(List<Texte> textes, Predicate<Texte> choix) {
		return textes.stream().filter(choix).map(PresentationJson::ligne).toList();
	}

	private static Map<String, Object> ligne(Texte texte) {
		Map<String, Object> ligne = new LinkedHashMap<>();
		ligne.put("regle", texte.regle());
		ligne.put("code", texte.code());
		ligne.put("message", texte.titre());
		ligne.put("cause", texte.cause());
		ligne.put("correction", texte.correction());
		ligne.put("gravite", texte.effet().gravite());
		return ligne;
	}

}
