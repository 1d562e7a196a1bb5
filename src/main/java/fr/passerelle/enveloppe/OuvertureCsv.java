package fr.passerelle.enveloppe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes a document of a text that is an extraction of ONDE. */
final class OuvertureCsv {

	/**
	 * At least one of these titles is in every extraction (élèves, responsables,
	 * enseignants).
	 */
	private static final List<String> TITRES = List.of("nomeleve", "nomresponsable", "directeur");

	private final Limites limites;

	private final LecteurXml relecture;

	OuvertureCsv(Limites limites, LecteurXml relecture) {
		this.limites = limites;
		this.relecture = relecture;
	}

	Document ouvrir(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		try (OctetsVus octets = new OctetsVus(contenu.ouvrir(), '\n', this.limites.texteXml())) {
			octets.transferTo(OutputStream.nullOutputStream());
			if (octets.nuls()) {
				throw Refus.genre(Bom.de(tete).isPresent() ? Genre.TEXTE : Genre.BINAIRE);
			}
			Encodage encodage = Encodage.devine(tete, octets);
			Map<String, String> titres = titres(contenu, encodage, nomOriginal);
			Faits faits = new Faits("", Map.of(), titres, Map.of("LIGNES", octets.lignes() - 1), List.of());
			return new Document(contenu, Nature.CSV, encodage, faits, Remarques.encodage(encodage), this.relecture);
		}
	}

	private static Map<String, String> titres(Contenu contenu, Encodage encodage, String nomOriginal)
			throws IOException {
		try (BufferedReader texte = new BufferedReader(encodage.lecteur(contenu.ouvrir()))) {
			String premiere = Objects.requireNonNullElse(texte.readLine(), "");
			Map<String, String> titres = new LinkedHashMap<>();
			String separateur = (premiere.indexOf(';') >= 0) ? ";" : "[,\t]";
			for (String titre : premiere.split(separateur)) {
				titres.put(Integer.toString(titres.size() + 1), titre.replace("\"", "").strip());
			}
			if (titres.values().stream().map(OuvertureCsv::normaliser).noneMatch(TITRES::contains)) {
				throw Refus.genre(etranger(titres.size(), nomOriginal));
			}
			return titres;
		}
		catch (CharacterCodingException ex) {
			throw Refus.genre(Genre.BINAIRE);
		}
	}

	private static Genre etranger(int colonnes, String nomOriginal) {
		return Racines.parNom(nomOriginal).orElse((colonnes > 1) ? Genre.CSV : Genre.TEXTE);
	}

	private static String normaliser(String titre) {
		return Normalizer.normalize(titre.toLowerCase(Locale.FRENCH), Normalizer.Form.NFD).replaceAll("[^a-z]", "");
	}

}
