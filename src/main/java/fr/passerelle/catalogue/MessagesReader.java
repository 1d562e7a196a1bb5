package fr.passerelle.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the entries of {@code messages/*.yaml} on the class path. */
final class MessagesReader {

	private static final TypeReference<LinkedHashMap<String, MessageYaml>> ENTREES = new TypeReference<>() {
	};

	private final ObjectMapper yaml = JsonMapper.builder(new YAMLFactory())
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	List<Regle> lire() {
		Map<String, MessageYaml> entrees = new LinkedHashMap<>();
		for (Resource fichier : fichiers()) {
			lire(fichier).forEach((cle, entree) -> {
				if (entrees.put(cle, entree) != null) {
					throw new CatalogueFaux(fichier.getFilename(), "le code " + cle + " est décrit deux fois");
				}
			});
		}
		List<Regle> regles = new ArrayList<>();
		entrees.forEach((cle, entree) -> regles.add(entree.regle(cle, entrees.get(cle.split("\\.")[0]))));
		return regles;
	}

	private Map<String, MessageYaml> lire(Resource fichier) {
		try (InputStream octets = fichier.getInputStream()) {
			return this.yaml.readValue(octets, ENTREES);
		}
		catch (IOException ex) {
			throw new CatalogueFaux("messages/" + fichier.getFilename(), ex.getMessage());
		}
	}

	private static Resource[] fichiers() {
		try {
			return new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.yaml");
		}
		catch (IOException ex) {
			throw new CatalogueFaux("messages/", ex.getMessage());
		}
	}

}
