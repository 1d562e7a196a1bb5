package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Titre;

/** Makes a document of a text that is an extraction of ONDE. */
final class OuvertureCsv {

	/**
	 * No value of an extraction has line ends: a quote that is never closed would take
	 * all the lines that follow for one value.
	 */
	private static final long MAX_SAUTS = 10;

	private final Limites limites;

	private final Connus connus;

	private final Lecteurs relecture;

	OuvertureCsv(Limites limites, Connus connus, Lecteurs relecture) {
		this.limites = limites;
		this.connus = connus;
		this.relecture = relecture;
	}

	Document ouvrir(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		Encodage encodage = encodage(contenu, tete, nomOriginal);
		try {
			Faits faits = this.relecture.csv().lire(contenu, encodage, (csv) -> parcourir(csv, nomOriginal));
			return new Document(contenu, Nature.CSV, encodage, faits, remarques(contenu, encodage), this.relecture);
		}
		catch (CharacterCodingException ex) {
			throw this.connus.inconnu(nomOriginal, Genre.BINAIRE);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() instanceof CharacterCodingException) ? this.connus.inconnu(nomOriginal, Genre.BINAIRE)
					: ex;
		}
	}

	private Encodage encodage(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		try (OctetsVus octets = new OctetsVus(contenu.ouvrir(), '\n', this.limites.texteXml())) {
			octets.transferTo(OutputStream.nullOutputStream());
			if (octets.nuls()) {
				throw this.connus.inconnu(nomOriginal, Bom.de(tete).isPresent() ? Genre.TEXTE : Genre.BINAIRE);
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

	private Faits parcourir(CsvReader<CsvRecord> csv, String nomOriginal) {
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
			throw this.connus.inconnu(nomOriginal, Genre.TEXTE);
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

	private Map<String, String> titres(CsvRecord ligne, String nomOriginal) {
		Map<String, String> titres = new LinkedHashMap<>();
		ligne.getFields().forEach((titre) -> titres.put(Integer.toString(titres.size() + 1), titre.strip()));
		this.connus.verifierTitres(titres.values().stream().map(Titre::normaliser).collect(Collectors.toSet()),
				nomOriginal, (titres.size() > 1) ? Genre.CSV : Genre.TEXTE);
		return titres;
	}

}
