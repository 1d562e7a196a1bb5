package fr.passerelle.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvRecord;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.noyau.Titre;
import fr.passerelle.source.ReadingPlan.Colonne;
import fr.passerelle.source.ReadingPlan.Table;

/**
 * One walk through the lines of a CSV document. Lines may be shorter than the titles, or
 * go on with more blocks than the titles announce.
 */
final class CsvWalk {

	/**
	 * Enough to notice a new version of a format; a hostile file must not fill the heap.
	 */
	private static final int MAX_INCONNUS = 50;

	private final CsvTitles titres;

	private final List<Table> tables = new ArrayList<>();

	private final List<Table> blocs = new ArrayList<>();

	private final Map<String, Integer> compteurs = new LinkedHashMap<>();

	private final Set<String> inconnus;

	/** The fixed columns, then those of one block. */
	private final String[] valeurs;

	private final long[] rangs;

	private final RowWriter ecrivain;

	/**
	 * Starts a walk.
	 * @param connus titles kept or ignored, normalised
	 */
	CsvWalk(SourceMapping mapping, Set<String> connus, List<String> titres, Lignes lignes) {
		this.titres = new CsvTitles(mapping, titres);
		mapping.tables().forEach((table) -> this.compteurs.putIfAbsent(table.nom(), this.compteurs.size()));
		mapping.tables().forEach(this::ajouter);
		this.inconnus = inconnus(connus, titres);
		this.valeurs = new String[this.titres.fixes() + this.titres.pas()];
		this.rangs = new long[this.compteurs.size()];
		this.ecrivain = new RowWriter(lignes, this.valeurs, List.of(), this.rangs);
	}

	Set<String> inconnus() {
		return this.inconnus;
	}

	void ligne(CsvRecord ligne) {
		if (estBlanche(ligne)) {
			return;
		}
		int numero = Math.toIntExact(ligne.getStartingLineNumber());
		Arrays.fill(this.valeurs, null);
		poser(ligne, 0, 0, this.titres.fixes());
		ecrire(this.tables, numero);
		for (int debut = this.titres.fixes(); this.titres.estBloc(debut)
				&& debut < ligne.getFieldCount(); debut += this.titres.pas()) {
			if (poser(ligne, debut, this.titres.fixes(), this.titres.pas())) {
				ecrire(this.blocs, numero);
			}
		}
	}

	private static boolean estBlanche(CsvRecord ligne) {
		for (int i = 0; i < ligne.getFieldCount(); i++) {
			if (!ligne.getField(i).isBlank()) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Copies values of a line, stripped, an empty one being none.
	 * @return whether there was any
	 */
	private boolean poser(CsvRecord ligne, int de, int vers, int nombre) {
		boolean une = false;
		for (int i = 0; i < nombre; i++) {
			String valeur = (de + i < ligne.getFieldCount()) ? ligne.getField(de + i).strip() : "";
			this.valeurs[vers + i] = valeur.isEmpty() ? null : valeur;
			une |= !valeur.isEmpty();
		}
		return une;
	}

	private void ecrire(List<Table> lesquelles, int numero) {
		for (Table table : lesquelles) {
			this.rangs[table.compteur()]++;
			this.ecrivain.ecrire(table, numero);
		}
	}

	private void ajouter(TableMapping table) {
		boolean fixe = table.noeud().equals(SourceMapping.LIGNES);
		if (fixe || this.titres.commence(table)) {
			List<Colonne> colonnes = table.colonnes().stream().map((colonne) -> colonne(colonne, fixe)).toList();
			(fixe ? this.tables : this.blocs).add(new Table(table, this.compteurs.get(table.nom()), colonnes));
		}
	}

	private Colonne colonne(ColonneMapping colonne, boolean fixe) {
		if (colonne.de().size() == 1 && colonne.de().get(0).startsWith("#")) {
			return new Colonne(colonne, new int[0], this.compteurs.get(colonne.de().get(0).substring(1)));
		}
		int[] places = colonne.de()
			.stream()
			.mapToInt((titre) -> this.titres.place(titre, fixe))
			.filter((place) -> place >= 0)
			.toArray();
		return new Colonne(colonne, places, -1);
	}

	/** Every title that the mapping names, normalised. */
	static Set<String> connus(SourceMapping mapping) {
		Stream<String> lus = mapping.tables()
			.stream()
			.flatMap((table) -> table.colonnes().stream())
			.flatMap((colonne) -> colonne.de().stream());
		return Stream.concat(mapping.ignorer().stream(), lus).map(Titre::normaliser).collect(Collectors.toSet());
	}

	private static Set<String> inconnus(Set<String> connus, List<String> titres) {
		Set<String> inconnus = new LinkedHashSet<>();
		titres.stream()
			.filter((titre) -> !titre.isBlank() && !connus.contains(Titre.normaliser(titre)))
			.limit(MAX_INCONNUS)
			.forEach((titre) -> inconnus.add(titre.strip()));
		return inconnus;
	}

}
