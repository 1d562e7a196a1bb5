package fr.passerelle.calendrier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads {@code mappings/calendriers/}, refusing every unknown word. */
final class CalendriersReader {

	private static final String TERRITOIRES = "territoires.yaml";

	private final ObjectMapper yaml = JsonMapper.builder(new YAMLFactory())
		.addModule(new JavaTimeModule())
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private List<Territoire> territoires = List.of();

	private final Map<String, Map<Integer, Annee>> calendriers = new TreeMap<>();

	Calendriers lire(List<Path> fichiers) {
		for (Path fichier : fichiers) {
			String nom = fichier.getFileName().toString();
			if (nom.equals(TERRITOIRES)) {
				this.territoires = valeur(fichier, Territoires.class).territoires();
			}
			else {
				this.calendriers.put(nom.substring(0, nom.lastIndexOf('.')), annees(nom, fichier));
			}
		}
		verifier();
		return new Calendriers(this.territoires, this.calendriers);
	}

	private Map<Integer, Annee> annees(String nom, Path fichier) {
		Map<Integer, Annee> annees = new TreeMap<>();
		for (AnneeYaml ligne : valeur(fichier, Annees.class).annees()) {
			if (annees.put(ligne.annee(), ligne.lire(nom)) != null) {
				throw new CalendrierFaux(nom, "l'année " + ligne.annee() + " est décrite deux fois");
			}
		}
		return annees;
	}

	private void verifier() {
		if (this.territoires.stream().filter(Territoire::defaut).count() != 1) {
			throw new CalendrierFaux(TERRITOIRES, "un territoire et un seul porte « defaut: true »");
		}
		Map<String, String> pris = new TreeMap<>();
		for (Territoire territoire : this.territoires) {
			if (!this.calendriers.containsKey(territoire.calendrier())) {
				throw new CalendrierFaux(TERRITOIRES, territoire.code() + " : aucun calendrier « "
						+ territoire.calendrier() + " ». Connus : " + this.calendriers.keySet());
			}
			if (!territoire.decalages().keySet().equals(Calendriers.SYSTEMES)) {
				throw new CalendrierFaux(TERRITOIRES,
						territoire.code() + " : « decalages » dit chacun de " + Calendriers.SYSTEMES);
			}
			for (String departement : territoire.departements()) {
				if (pris.put(departement, territoire.code()) != null) {
					throw new CalendrierFaux(TERRITOIRES, "le département " + departement + " a deux territoires");
				}
			}
		}
	}

	private <T> T valeur(Path fichier, Class<T> type) {
		try {
			return this.yaml.readValue(fichier.toFile(), type);
		}
		catch (IOException ex) {
			throw new CalendrierFaux(fichier.getFileName().toString(), ex.getMessage());
		}
	}

	record Territoires(List<Territoire> territoires) {
	}

	record Annees(List<AnneeYaml> annees) {
	}

}
