package fr.passerelle.generateur;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CSV extraction of ONDE. The first generation quotes its values, leaves empty ones
 * bare and ends without a line end; the second quotes nothing.
 */
final class Csv implements AutoCloseable {

	private final Writer texte;

	private final boolean premiereGeneration;

	private boolean commence;

	Csv(OutputStream sortie, boolean premiereGeneration) {
		this.texte = new BufferedWriter(new OutputStreamWriter(sortie, Document.LATIN_9));
		this.premiereGeneration = premiereGeneration;
	}

	void entete(String colonnes) {
		ecrire(colonnes);
	}

	void ligne(List<String> valeurs) {
		ecrire(valeurs.stream().map(this::valeur).collect(Collectors.joining(";")));
	}

	@Override
	public void close() {
		try {
			this.texte.write(this.premiereGeneration ? "" : "\r\n");
			this.texte.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing a CSV extraction", ex);
		}
	}

	private String valeur(String valeur) {
		return (this.premiereGeneration && !valeur.isEmpty()) ? '"' + valeur + '"' : valeur;
	}

	private void ecrire(String ligne) {
		try {
			this.texte.write(this.commence ? "\r\n" : "");
			this.texte.write(ligne);
			this.commence = true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing a CSV extraction", ex);
		}
	}

}
