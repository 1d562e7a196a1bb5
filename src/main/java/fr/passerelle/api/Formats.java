package fr.passerelle.api;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

import fr.passerelle.securite.Problemes;

/** The formats of a report; JSON for who says nothing. */
enum Formats {

	JSON(MediaType.APPLICATION_JSON), HTML(MediaType.TEXT_HTML), CSV(new MediaType("text", "csv"));

	private final MediaType type;

	Formats(MediaType type) {
		this.type = type;
	}

	static Formats choisir(String accept) {
		for (MediaType voulu : lire(accept)) {
			for (Formats format : values()) {
				if (voulu.isCompatibleWith(format.type)) {
					return format;
				}
			}
		}
		throw new DemandeRefusee(Problemes.probleme(HttpStatus.NOT_ACCEPTABLE, "FORMAT_INCONNU",
				"Le compte rendu n'existe pas dans ce format.", "L'en-tête Accept ne demande aucun format connu.",
				"Demandez application/json, text/html ou text/csv."));
	}

	private static List<MediaType> lire(String accept) {
		try {
			List<MediaType> types = MediaType.parseMediaTypes(accept);
			MimeTypeUtils.sortBySpecificity(types);
			return types;
		}
		catch (InvalidMediaTypeException ex) {
			throw DemandeRefusee.invalide("L'en-tête Accept n'est pas lisible.");
		}
	}

}
