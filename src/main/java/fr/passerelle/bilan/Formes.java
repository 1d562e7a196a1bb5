package fr.passerelle.bilan;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import fr.passerelle.bilan.document.Entete;
import fr.passerelle.bilan.document.Objet;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;

import org.springframework.stereotype.Component;

/**
 * The two forms of an object: the XML that LSU imports, and the JSON that the database
 * takes and gives, whose keys are the names of the XML with underscores
 * ({@code eleve_ref}).
 */
@Component
public class Formes {

	/** What XML 1.0 has no way to write, and the carriage return, which LSU refuses. */
	private static final Pattern INDICIBLE = Pattern
		.compile("[^\\t\\n\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private final ObjectMapper json = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.defaultPropertyInclusion(
				JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
		.build();

	private final ObjectMapper textes = this.json.copy()
		.registerModule(new SimpleModule().addDeserializer(String.class, new StdScalarDeserializer<>(String.class) {

			@Override
			public String deserialize(JsonParser lecteur, DeserializationContext contexte) throws IOException {
				return INDICIBLE.matcher(lecteur.getValueAsString().replace("\r\n", "\n").replace('\r', '\n'))
					.replaceAll("");
			}

		}));

	private final JAXBContext xml;

	Formes() throws JAXBException {
		this.xml = JAXBContext
			.newInstance(Stream.concat(Stream.of(Entete.class), Arrays.stream(Objet.values()).map(Objet::type))
				.toArray(Class[]::new));
	}

	/** Reads fragments; for one thread. */
	Unmarshaller lecteur() {
		try {
			return this.xml.createUnmarshaller();
		}
		catch (JAXBException ex) {
			throw new IllegalStateException("making a reader of bilans", ex);
		}
	}

	/** Writes fragments, without an XML declaration; for one thread. */
	public Marshaller ecrivain() {
		try {
			Marshaller ecrivain = this.xml.createMarshaller();
			ecrivain.setProperty(Marshaller.JAXB_FRAGMENT, true);
			return ecrivain;
		}
		catch (JAXBException ex) {
			throw new IllegalStateException("making a writer of bilans", ex);
		}
	}

	String json(Object objet) {
		try {
			return this.json.writeValueAsString(objet);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing a " + objet.getClass().getSimpleName() + " as JSON", ex);
		}
	}

	/** The object of this kind that the database gives, its texts such as XML takes. */
	public Object objet(Objet objet, String texte) {
		try {
			return this.textes.readValue(texte, objet.type());
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading a " + objet.element() + " from JSON", ex);
		}
	}

}
