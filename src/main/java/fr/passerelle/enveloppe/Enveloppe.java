package fr.passerelle.enveloppe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.Constat;

/**
 * Opens deposited files. Every fault of a file is a
 * {@link fr.passerelle.noyau.RefusException}; a failure of our own disk is an
 * {@link UncheckedIOException}. Memory is bounded whatever the file; one instance serves
 * any number of threads.
 */
public final class Enveloppe {

	private final Limites limites;

	private final Connus connus;

	private final OuvertureXml xml;

	private final OuvertureCsv csv;

	/** Opens the documents of the sources that these mappings read. */
	public Enveloppe(Limites limites, Mappings mappings) {
		this(limites, Connus.de(mappings));
	}

	Enveloppe(Limites limites, Connus connus) {
		this.limites = limites;
		this.connus = connus;
		Lecteurs relecture = new Lecteurs(limites);
		this.xml = new OuvertureXml(limites, connus, relecture);
		this.csv = new OuvertureCsv(limites, connus, relecture);
	}

	/**
	 * Opens the file, archive or bare, checks everything and reads the document once.
	 * @param nomOriginal name given by the sender: it helps the messages, it decides
	 * nothing
	 */
	public Document ouvrir(Path fichier, String nomOriginal) {
		try {
			Contenu nu = new Contenu.Nu(fichier, nomOriginal, this.limites);
			byte[] tete = nu.tete();
			if (tete.length == 0) {
				throw Refus.de(Codes.ZERO);
			}
			return Signatures.estZip(tete) ? archive(fichier, tete, nomOriginal) : document(nu, tete, nomOriginal);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Document archive(Path fichier, byte[] tete, String nomOriginal) throws IOException {
		Bureautique.genre(tete, fichier).ifPresent((genre) -> {
			throw Refus.genre(genre);
		});
		List<Contenu.Entree> contenus;
		try (Archive archive = Archive.ouvrir(fichier, this.limites)) {
			contenus = archive.contenus(fichier, this.limites);
		}
		Contenu.Entree unique = new ChoixEntree(contenus, this.connus).unique();
		Document document = document(unique, unique.tete(), nomOriginal);
		return contenus.stream().anyMatch(ChoixEntree::debris) ? document.avec(Constat.de(Codes.RECOMPOSEE)) : document;
	}

	private Document document(Contenu contenu, byte[] tete, String nomOriginal) throws IOException {
		Signatures.genre(tete).ifPresent((genre) -> {
			boolean renommee = genre.estArchive() && nomOriginal.toLowerCase(Locale.ROOT).endsWith(".zip");
			throw renommee ? Refus.de(Codes.AUTRE_FORMAT, "format", genre.archive()) : Refus.genre(genre);
		});
		return Signatures.estXml(tete) ? this.xml.ouvrir(contenu, tete, nomOriginal)
				: this.csv.ouvrir(contenu, tete, nomOriginal);
	}

}
