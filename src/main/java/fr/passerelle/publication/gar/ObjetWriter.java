package fr.passerelle.publication.gar;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes one row as one element. A column is a child of its name: a text once, an array
 * once for each of its values, JSON as children of its own; nothing where it is null.
 * What the names mean is said in {@code mappings/flux/gar} only.
 */
final class ObjetWriter {

	static final String PREFIXE = "men";

	private static final ObjectMapper JSON = new ObjectMapper();

	private final String espace;

	ObjetWriter(String espace) {
		this.espace = espace;
	}

	void ecrire(String element, ResultSet ligne, XMLStreamWriter xml) throws SQLException {
		try {
			ResultSetMetaData colonnes = ligne.getMetaData();
			xml.writeStartElement(PREFIXE, element, this.espace);
			for (int rang = 1; rang <= colonnes.getColumnCount(); rang++) {
				ecrire(colonnes.getColumnLabel(rang), colonnes.getColumnTypeName(rang), ligne, rang, xml);
			}
			xml.writeEndElement();
			xml.writeCharacters("\n");
		}
		catch (XMLStreamException | IOException ex) {
			throw new IllegalStateException("writing <" + element + ">", ex);
		}
	}

	private void ecrire(String nom, String type, ResultSet ligne, int rang, XMLStreamWriter xml)
			throws SQLException, XMLStreamException, IOException {
		if (type.startsWith("_")) {
			java.sql.Array valeurs = ligne.getArray(rang);
			if (valeurs != null) {
				for (Object valeur : (Object[]) valeurs.getArray()) {
					texte(nom, String.valueOf(valeur), xml);
				}
			}
			return;
		}
		String valeur = ligne.getString(rang);
		if (valeur != null && type.equals("json")) {
			ecrire(nom, JSON.readTree(valeur), xml);
		}
		else if (valeur != null) {
			texte(nom, valeur, xml);
		}
	}

	private void ecrire(String nom, JsonNode valeur, XMLStreamWriter xml) throws XMLStreamException {
		if (valeur.isArray()) {
			for (JsonNode une : valeur) {
				ecrire(nom, une, xml);
			}
		}
		else if (valeur.isObject()) {
			xml.writeStartElement(PREFIXE, nom, this.espace);
			for (var enfant : valeur.properties()) {
				ecrire(enfant.getKey(), enfant.getValue(), xml);
			}
			xml.writeEndElement();
		}
		else if (!valeur.isNull()) {
			texte(nom, valeur.asText(), xml);
		}
	}

	private void texte(String nom, String valeur, XMLStreamWriter xml) throws XMLStreamException {
		xml.writeStartElement(PREFIXE, nom, this.espace);
		xml.writeCharacters(valeur);
		xml.writeEndElement();
	}

}
