package fr.passerelle.source;

import java.util.List;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.noyau.Titre;

/**
 * The titles of one CSV document: fixed columns, then blocks of columns that start with
 * the same title, as many as the longest line needs.
 */
final class CsvTitles {

	private static final String DEBUT_DE_BLOC = SourceMapping.LIGNES + "/";

	private final List<String> titres;

	private final String debut;

	private final int fixes;

	private final int pas;

	CsvTitles(SourceMapping mapping, List<String> titres) {
		this.titres = titres.stream().map(Titre::normaliser).toList();
		List<String> debuts = mapping.tables()
			.stream()
			.map(TableMapping::noeud)
			.filter((noeud) -> noeud.startsWith(DEBUT_DE_BLOC))
			.map(CsvTitles::titreDuBloc)
			.toList();
		this.debut = this.titres.stream().filter(debuts::contains).findFirst().orElse(null);
		this.fixes = (this.debut != null) ? this.titres.indexOf(this.debut) : this.titres.size();
		this.pas = (this.debut != null) ? longueur() : 0;
	}

	/** How many columns come before the blocks. */
	int fixes() {
		return this.fixes;
	}

	/** How many columns a block has; 0 without blocks. */
	int pas() {
		return this.pas;
	}

	/** Whether a block starts here, by its title or beyond the titles. */
	boolean estBloc(int place) {
		return this.pas > 0 && (place >= this.titres.size() || this.titres.get(place).equals(this.debut));
	}

	/** Whether the blocks of this document are those of this table. */
	boolean commence(TableMapping table) {
		return this.debut != null && titreDuBloc(table.noeud()).equals(this.debut);
	}

	/**
	 * Where the first column of this title is, among the fixed ones or in a block; or -1.
	 */
	int place(String titre, boolean fixe) {
		String cherche = Titre.normaliser(titre);
		int place = fixe ? this.titres.subList(0, this.fixes).indexOf(cherche)
				: this.titres.subList(this.fixes, this.fixes + this.pas).indexOf(cherche);
		return (place < 0 || fixe) ? place : this.fixes + place;
	}

	/** Up to the next block, or to the end of the titles. */
	private int longueur() {
		int suivant = this.titres.subList(this.fixes + 1, this.titres.size()).indexOf(this.debut);
		return (suivant >= 0) ? suivant + 1 : this.titres.size() - this.fixes;
	}

	private static String titreDuBloc(String noeud) {
		return Titre.normaliser(noeud.substring(DEBUT_DE_BLOC.length()));
	}

}
