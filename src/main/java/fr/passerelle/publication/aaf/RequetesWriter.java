package fr.passerelle.publication.aaf;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import fr.passerelle.publication.aaf.Requete.Nature;

/**
 * Writes the requests of one category, in files of so many records. The envelope is
 * constant and importers want certain escapes and no other (aaf.md, section 3): it is
 * written as text, and whatever is written is parsed again by the gate.
 */
final class RequetesWriter implements AutoCloseable {

	/** How every file begins; importers stop at anything before. */
	static final String ENTETE = """
			<?xml version="1.0" encoding="UTF-8"?>
			<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
			""";

	private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/uuuu");

	private static final int TAMPON = 1 << 16;

	private final Path dossier;

	private final NomDeFichier nom;

	private final Degre degre;

	private final Categorie categorie;

	private final int parFichier;

	private final String operation;

	private final List<String> ouvrants;

	private Writer sortie;

	private int fichiers;

	private long nombre;

	RequetesWriter(Path dossier, NomDeFichier nom, Degre degre, Categorie categorie, int parFichier) {
		this.dossier = dossier;
		this.nom = nom;
		this.degre = degre;
		this.categorie = categorie;
		this.parFichier = parFichier;
		this.operation = "<operationalAttributes><attr name=\"%s\"><value>%s</value></attr></operationalAttributes>\n"
			.formatted(categorie.operation(), categorie.valeur());
		this.ouvrants = categorie.formes()
			.keySet()
			.stream()
			.map((attribut) -> "attr name=\"" + attribut + "\"")
			.toList();
		ouvrir();
	}

	/**
	 * Writes a new record.
	 * @param valeurs those of each attribute of the category, in order
	 */
	void ajouter(String id, List<List<String>> valeurs) {
		try {
			commencer(Nature.AJOUTE, id);
			this.sortie.write("<attributes>\n");
			for (int i = 0; i < valeurs.size(); i++) {
				attribut(this.ouvrants.get(i), "attr", valeurs.get(i));
			}
			this.sortie.write("</attributes>\n</addRequest>\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + this.categorie.nom() + " " + id, ex);
		}
	}

	/** Writes what replaces the values of some attributes of a record. */
	void modifier(String id, Map<String, List<String>> changements) {
		try {
			commencer(Nature.MODIFIE, id);
			this.sortie.write("<modifications>\n");
			for (Map.Entry<String, List<String>> changement : changements.entrySet()) {
				attribut("modification name=\"" + changement.getKey() + "\" operation=\"replace\"", "modification",
						changement.getValue());
			}
			this.sortie.write("</modifications>\n</modifyRequest>\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + this.categorie.nom() + " " + id, ex);
		}
	}

	/** Writes that a record is no more. */
	void supprimer(String id) {
		try {
			commencer(Nature.SUPPRIME, id);
			this.sortie.write("</deleteRequest>\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing " + this.categorie.nom() + " " + id, ex);
		}
	}

	/** How many requests were written. */
	long nombre() {
		return this.nombre;
	}

	@Override
	public void close() {
		try {
			this.sortie.write("</ficAlimMENESR>\n");
			this.sortie.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("closing a file of " + this.categorie.nom(), ex);
		}
	}

	private void ouvrir() {
		try {
			Path fichier = this.dossier.resolve(this.nom.de(this.categorie.nom(), this.fichiers++));
			this.sortie = new BufferedWriter(Files.newBufferedWriter(fichier, StandardCharsets.UTF_8), TAMPON);
			this.sortie.write(ENTETE);
			this.sortie.write("<ficAlimMENESR>\n<!-- degre=\"%s\" dateGenerationExport=\"%s\" -->\n"
				.formatted(this.degre.code(), JOUR.format(this.nom.jour())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("opening a file of " + this.categorie.nom(), ex);
		}
	}

	private void commencer(Nature nature, String id) throws IOException {
		if (this.nombre > 0 && this.nombre % this.parFichier == 0) {
			close();
			ouvrir();
		}
		this.nombre++;
		this.sortie.write('<');
		this.sortie.write(nature.element());
		this.sortie.write(">\n");
		this.sortie.write(this.operation);
		this.sortie.write("<identifier><id>");
		this.sortie.write(Echappement.de(id));
		this.sortie.write("</id></identifier>\n");
	}

	/** "No value" is one empty value. */
	private void attribut(String ouvrant, String element, List<String> valeurs) throws IOException {
		this.sortie.write('<');
		this.sortie.write(ouvrant);
		this.sortie.write('>');
		if (valeurs.isEmpty()) {
			this.sortie.write("<value/>");
		}
		for (String valeur : valeurs) {
			this.sortie.write("<value>");
			this.sortie.write(Echappement.de(valeur));
			this.sortie.write("</value>");
		}
		this.sortie.write("</");
		this.sortie.write(element);
		this.sortie.write(">\n");
	}

}
