package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Titre;

/** Makes a document of a text that is an extraction of ONDE. */
final class OuvertureCsv {

	/**
	 * At least one of these titles is in every extraction (élèves, responsables,
	 * enseignants).
	 */
	private static final List<String> TITRES = List.of("nomeleve", "nomresponsable", "directeur");

	/**
	 * No value of an extraction has line ends: a quote that is never closed would take
	 * all the lines that follow for one value.
	 */
	private static final long MAX_SAUTS = 10;

	private final Limites limites;

	private final Lecteurs relecture;

	OuvertureCsv(Limites limites, Lecteurs relecture) {
		this.limites = limites;
		this.relecture = relecture;
	}

	Document ouvrir(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		Encodage encodage = encodage(contenu, tete);
		try {
			Faits faits = this.relecture.csv().lire(contenu, encodage, (csv) -> parcourir(csv, nomOriginal));
			return new Document(contenu, Nature.CSV, encodage, faits, remarques(contenu, encodage), this.relecture);
		}
		catch (CharacterCodingException ex) {
			throw Refus.genre(Genre.BINAIRE);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException) ? Refus.genre(Genre.BINAIRE) : ex;
		}
	}

	private Encodage encodage(Contenu contenu, byte[] tete) throws IOException {
		try (OctetsVus octets = new OctetsVus(contenu.ouvrir(), '\n', this.limites.texteXml())) {
			octets.transferTo(OutputStream.nullOutputStream());
			if (octets.nuls()) {
				throw Refus.genre(Bom.de(tete).isPresent() ? Genre.TEXTE : Genre.BINAIRE);
			}
			return Encodage.devine(tete, octets);
		}
	}

	private List<Constat> remarques(Contenu contenu, Encodage encodage) throws IOException {
		List<Constat> remarques = new ArrayList<>(Remarques.encodage(encodage));
		char separateur = this.relecture.csv().separateur(contenu, encodage);
		if (separateur != ';') {
			remarques.add(Constat.de(Codes.SEPARATEUR, "separateur", (separateur == ',') ? "virgule" : "tabulation"));
		}
		return remarques;
	}

	private static Faits parcourir(CsvReader<CsvRecord> csv, String nomOriginal) {
		Map<String, String> titres = null;
		long lignes = 0;
		for (CsvRecord ligne : csv) {
			verifier(ligne);
			if (titres == null) {
				titres = titres(ligne, nomOriginal);
			}
			else if (!ligne.getFields().stream().allMatch(String::isBlank)) {
				lignes++;
			}
		}
		if (titres == null) {
			throw Refus.genre(etranger(0, nomOriginal));
		}
		return new Faits("", Map.of(), titres, Map.of("LIGNES", lignes), List.of());
	}

	private static void verifier(CsvRecord ligne) {
		long sauts = ligne.getFields()
			.stream()
			.mapToLong((valeur) -> valeur.chars().filter((c) -> c == '\n').count())
			.sum();
		if (sauts > MAX_SAUTS) {
			throw Refus.de(Codes.GUILLEMET, "ligne", ligne.getStartingLineNumber());
		}
	}

	private static Map<String, String> titres(CsvRecord ligne, String nomOriginal) {
		Map<String, String> titres = new LinkedHashMap<>();
		ligne.getFields().forEach((titre) -> titres.put(Integer.toString(titres.size() + 1), titre.strip()));
		if (titres.values().stream().map(Titre::normaliser).noneMatch(TITRES::contains)) {
			throw Refus.genre(etranger(titres.size(), nomOriginal));
		}
		return titres;
	}

	private static Genre etranger(int colonnes, String nomOriginal) {
		return Racines.parNom(nomOriginal).orElse((colonnes > 1) ? Genre.CSV : Genre.TEXTE);
	}

}
