package fr.passerelle.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** What the ledger keeps as JSON: lists whose shape is that of the API. */
@Component
record JsonColumns(ObjectMapper json) {

	String ecrire(Object valeur) {
		try {
			return this.json.writeValueAsString(valeur);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("writing " + valeur.getClass().getSimpleName() + " as JSON", ex);
		}
	}

	<T> T lire(String texte, Class<T> type) {
		try {
			return this.json.readValue(texte, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("reading " + type.getSimpleName() + " from the ledger", ex);
		}
	}

}
