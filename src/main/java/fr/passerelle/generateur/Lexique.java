package fr.passerelle.generateur;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names of nobody and of nowhere, read from the lists beside this class. */
final class Lexique {

	static final List<String> NOMS = lire("noms.txt");

	static final List<String> FILLES = lire("prenoms-filles.txt");

	static final List<String> GARCONS = lire("prenoms-garcons.txt");

	static final List<String> COMMUNES = lire("communes.txt");

	static final List<String> RUES = lire("rues.txt");

	/** Number of first names; even ranks are girls'. */
	static final int PRENOMS = 2 * FILLES.size();

	private Lexique() {
	}

	static String prenom(int rang) {
		return ((rang % 2 == 0) ? FILLES : GARCONS).get(rang / 2 % FILLES.size());
	}

	private static List<String> lire(String liste) {
		try (BufferedReader lecteur = new BufferedReader(new InputStreamReader(
				Lexique.class.getResourceAsStream("/generateur/" + liste), StandardCharsets.UTF_8))) {
			return lecteur.lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("reading the list " + liste, ex);
		}
	}

}
