package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamException;

import fr.passerelle.noyau.RefusException;

/** Says in the sender's terms why a parser stopped. */
final class FauteXml {

	private static final Pattern LIMITE = Pattern.compile("(?is).*limit \\(\\d+\\) exceeded.*");

	private static final Pattern ENTITE = Pattern.compile("(?s)Undeclared general entity \"([^\"]*)\".*");

	private FauteXml() {
	}

	/** The refusal, or the failure of our own disk thrown as such. */
	static RefusException refus(XMLStreamException faute, Encodage encodage, Limites limites) {
		int ligne = (faute.getLocation() != null) ? faute.getLocation().getLineNumber() : 1;
		if (faute.getCause() instanceof CharacterCodingException) {
			return Refus.de(Codes.ENCODAGE, "declare", declare(encodage), "ligne", ligne);
		}
		if (faute.getCause() instanceof IOException panne) {
			throw new UncheckedIOException(panne);
		}
		String texte = String.valueOf(faute.getMessage());
		if (LIMITE.matcher(texte).matches()) {
			return Refus.de(Codes.TEXTE, "limite", limites.texteXml());
		}
		var entite = ENTITE.matcher(texte);
		return entite.matches() ? Refus.de(Codes.ENTITE, "entite", entite.group(1), "ligne", ligne)
				: Refus.de(Codes.MAL_FORME, "ligne", ligne);
	}

	private static String declare(Encodage encodage) {
		return encodage.declare().isEmpty() ? encodage.charset().name() : encodage.declare();
	}

}
