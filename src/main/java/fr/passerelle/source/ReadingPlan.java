package fr.passerelle.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.mapping.SourceMapping.ColonneMapping;
import fr.passerelle.mapping.SourceMapping.TableMapping;
import fr.passerelle.mapping.TypeColonne;

/**
 * A mapping made ready for reading: a tree of elements, each value of a column given a
 * slot, each table the slots its columns look at.
 */
final class ReadingPlan {

	/** What is known of one element. */
	static final class Noeud {

		final Map<String, Noeud> enfants = new HashMap<>();

		final Map<String, Integer> attributs = new HashMap<>();

		/**
		 * Slots emptied when the element opens; an array, for it opens a million times.
		 */
		int[] aVider = {};

		Table[] tables = {};

		int texte = -1;

		int copie = -1;

		private void vider(int place) {
			if (IntStream.of(this.aVider).noneMatch((deja) -> deja == place)) {
				this.aVider = Arrays.copyOf(this.aVider, this.aVider.length + 1);
				this.aVider[this.aVider.length - 1] = place;
			}
		}

		private void remplir(Table table) {
			this.tables = Arrays.copyOf(this.tables, this.tables.length + 1);
			this.tables[this.tables.length - 1] = table;
		}

	}

	/**
	 * A table and where its columns' values are: slots by preference, or the rank of
	 * another table.
	 */
	record Table(TableMapping mapping, int compteur, List<Colonne> colonnes) {
	}

	/** A column with its slots, or ({@code compteur}) the row counter it repeats. */
	record Colonne(ColonneMapping mapping, int[] cases, int compteur) {
	}

	final Noeud racine = new Noeud();

	final Set<String> ignores;

	private final Set<Integer> listes = new HashSet<>();

	private final Map<String, Integer> compteurs = new LinkedHashMap<>();

	private int cases;

	private ReadingPlan(Set<String> ignores) {
		this.ignores = ignores;
	}

	static ReadingPlan de(SourceMapping mapping) {
		ReadingPlan plan = new ReadingPlan(mapping.ignorer());
		mapping.tables().forEach((table) -> plan.compteurs.putIfAbsent(table.nom(), plan.compteurs.size()));
		mapping.tables().forEach(plan::ajouter);
		return plan;
	}

	int nombreDeCases() {
		return this.cases;
	}

	int nombreDeCompteurs() {
		return this.compteurs.size();
	}

	boolean estListe(int place) {
		return this.listes.contains(place);
	}

	/** Whether the mapping keeps everything it does not name out of sight on purpose. */
	boolean toutIgnorer() {
		return this.ignores.contains("*");
	}

	private void ajouter(TableMapping table) {
		Noeud noeud = noeud(chemin(List.of(), table.noeud()));
		List<Colonne> colonnes = new ArrayList<>();
		for (ColonneMapping colonne : table.colonnes()) {
			colonnes.add(colonne(table, colonne));
		}
		noeud.remplir(new Table(table, this.compteurs.get(table.nom()), List.copyOf(colonnes)));
	}

	private Colonne colonne(TableMapping table, ColonneMapping colonne) {
		if (colonne.de().size() == 1 && colonne.de().get(0).startsWith("#")) {
			return new Colonne(colonne, new int[0], this.compteurs.get(colonne.de().get(0).substring(1)));
		}
		int[] places = colonne.de().stream().mapToInt((de) -> place(table, colonne.type(), de)).toArray();
		if (colonne.liste()) {
			for (int place : places) {
				this.listes.add(place);
			}
		}
		return new Colonne(colonne, places, -1);
	}

	/**
	 * The slot of a value, emptied when the element its way starts from opens: the row's
	 * own, or the one above that {@code ../} goes up to.
	 */
	private int place(TableMapping table, TypeColonne type, String de) {
		int arobase = de.lastIndexOf('@');
		String element = (arobase >= 0) ? de.substring(0, arobase) : de;
		List<String> chemin = chemin(chemin(List.of(), table.noeud()), element);
		Noeud source = noeud(chemin);
		int place = (arobase >= 0) ? source.attributs.computeIfAbsent(de.substring(arobase + 1), (n) -> this.cases++)
				: (type == TypeColonne.XML) ? placeDeLaCopie(source) : placeDuTexte(source);
		noeud(chemin(chemin(List.of(), table.noeud()), remontee(de))).vider(place);
		return place;
	}

	private static String remontee(String de) {
		int fin = de.lastIndexOf("../");
		return (fin >= 0) ? de.substring(0, fin + 2) : "";
	}

	private int placeDuTexte(Noeud source) {
		if (source.texte < 0) {
			source.texte = this.cases++;
		}
		return source.texte;
	}

	private int placeDeLaCopie(Noeud source) {
		if (source.copie < 0) {
			source.copie = this.cases++;
		}
		return source.copie;
	}

	private Noeud noeud(List<String> chemin) {
		Noeud noeud = this.racine;
		for (String nom : chemin) {
			noeud = noeud.enfants.computeIfAbsent(nom, (n) -> new Noeud());
		}
		return noeud;
	}

	private static List<String> chemin(List<String> depuis, String relatif) {
		Deque<String> chemin = new ArrayDeque<>(depuis);
		for (String pas : relatif.split("/")) {
			if (pas.equals("..")) {
				chemin.removeLast();
			}
			else if (!pas.isEmpty() && !pas.equals(".")) {
				chemin.addLast(pas);
			}
		}
		return List.copyOf(chemin);
	}

}
