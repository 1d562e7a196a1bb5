package fr.passerelle.bilan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import fr.passerelle.enveloppe.Document;
import fr.passerelle.noyau.Constat;
import org.xml.sax.SAXException;

/**
 * What documents must look like: the hub's own schema of their degree and, where the
 * folder {@code passerelle.schemas} holds it, the published one of their version. The
 * validator is the JDK's: it follows references, as libxml2 does not (lsu.md a.7).
 */
public class Schemas {

	private final List<Version> versions;

	private final Map<String, Schema> propres;

	private final Map<Version, Schema> publies = new LinkedHashMap<>();

	/**
	 * Compiles the schemas.
	 * @param dossier where the published ones are, null to do without
	 * @throws SchemaFaux when a published schema is missing or cannot be read
	 */
	Schemas(List<Version> versions, Path dossier) {
		this.versions = List.copyOf(versions);
		this.propres = Map.of("1D", compiler(propre("bilans-1d.xsd")), "2D", compiler(propre("bilans-2d.xsd")));
		if (dossier != null) {
			Map<String, Schema> parFichier = new LinkedHashMap<>();
			for (Version version : this.versions) {
				this.publies.put(version, parFichier.computeIfAbsent(version.schema(), (nom) -> publie(dossier, nom)));
			}
		}
	}

	boolean connait(String degre, String numero) {
		return versions(degre).contains(numero);
	}

	List<String> versions(String degre) {
		return this.versions.stream().filter((v) -> v.degre().equals(degre)).map(Version::numero).toList();
	}

	/** Whether documents of this version are also held to their published schema. */
	public boolean estPublie(String degre, String numero) {
		return publie(degre, numero) != null;
	}

	/** What is wrong in the document, by the published schema only if ours is content. */
	List<Constat> fautes(Document document, String degre, String numero) {
		List<Constat> fautes = valider(document, this.propres.get(degre));
		Schema publie = publie(degre, numero);
		return (fautes.isEmpty() && publie != null) ? valider(document, publie) : fautes;
	}

	/**
	 * What is wrong in a document of our own making.
	 * @param texte opens the document from its start, as often as asked
	 */
	public List<Constat> fautes(java.util.function.Supplier<java.io.InputStream> texte, String degre, String numero) {
		List<Constat> fautes = new Validation(this.propres.get(degre)).lire(texte);
		Schema publie = publie(degre, numero);
		return (fautes.isEmpty() && publie != null) ? new Validation(publie).lire(texte) : fautes;
	}

	private Schema publie(String degre, String numero) {
		return this.publies.entrySet()
			.stream()
			.filter((e) -> e.getKey().degre().equals(degre) && e.getKey().numero().equals(numero))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private static List<Constat> valider(Document document, Schema schema) {
		return new ArrayList<>(document.lire(new Validation(schema), (csv) -> List.of()));
	}

	private static Source propre(String nom) {
		return new StreamSource(Schemas.class.getResourceAsStream("/schemas/lsu/" + nom), nom);
	}

	private static Schema publie(Path dossier, String nom) {
		Path fichier = dossier.resolve(nom);
		if (!Files.isRegularFile(fichier)) {
			throw new SchemaFaux("passerelle.schemas : le fichier " + fichier + " n'existe pas. Mettez-y le schéma, ou "
					+ "corrigez son nom dans passerelle.lsu-bilans.versions.");
		}
		return compiler(new StreamSource(fichier.toFile()));
	}

	/** Our own schema includes its common part; a published one stands alone. */
	private static Schema compiler(Source source) {
		SchemaFactory fabrique = SchemaFactory.newDefaultInstance();
		try {
			fabrique.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			fabrique.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
			fabrique.setResourceResolver(new Inclusions());
			return fabrique.newSchema(source);
		}
		catch (SAXException ex) {
			throw new SchemaFaux(
					"passerelle.schemas : " + source.getSystemId() + " n'est pas un schéma XML : " + ex.getMessage());
		}
	}

}
