package fr.passerelle.publication.gar;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.xml.sax.SAXException;

/**
 * What files must look like: the hub's own schema, which is narrower than the published
 * one (patterns, no empty value), then the published one where {@code passerelle.schemas}
 * holds it.
 */
class GarSchemas {

	private final Map<Degre, List<Schema>> parDegre = new EnumMap<>(Degre.class);

	/**
	 * Compiles the schemas.
	 * @param dossier where the published ones are, null to do without
	 * @throws GarFaux when a published schema cannot be read
	 */
	GarSchemas(GarSettings reglages, Path dossier) {
		for (Degre degre : Degre.values()) {
			List<Schema> schemas = new ArrayList<>();
			String propre = "/schemas/gar/complet-" + degre.code().toLowerCase(java.util.Locale.ROOT) + ".xsd";
			schemas.add(compiler(new StreamSource(GarSchemas.class.getResourceAsStream(propre), propre)));
			Path publie = (dossier != null) ? dossier.resolve(reglages.version(degre).schema()) : null;
			if (publie != null && Files.isRegularFile(publie)) {
				schemas.add(compiler(new StreamSource(publie.toFile())));
			}
			this.parDegre.put(degre, List.copyOf(schemas));
		}
	}

	/** The schemas a file of this degree is held to, ours first. */
	List<Schema> de(Degre degre) {
		return this.parDegre.get(degre);
	}

	private static Schema compiler(Source source) {
		SchemaFactory fabrique = SchemaFactory.newDefaultInstance();
		try {
			fabrique.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			fabrique.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			return fabrique.newSchema(source);
		}
		catch (SAXException ex) {
			throw new GarFaux(
					"passerelle.schemas : " + source.getSystemId() + " n'est pas un schéma XML : " + ex.getMessage());
		}
	}

}
