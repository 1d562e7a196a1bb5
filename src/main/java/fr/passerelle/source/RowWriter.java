package fr.passerelle.source;

import java.util.List;

import fr.passerelle.source.ReadingPlan.Colonne;
import fr.passerelle.source.ReadingPlan.Table;

/** Makes the rows of a walk from the values at hand, and hands them over. */
final class RowWriter {

	private final Lignes lignes;

	private final String[] valeurs;

	private final List<List<String>> listes;

	private final long[] rangs;

	RowWriter(Lignes lignes, String[] valeurs, List<List<String>> listes, long[] rangs) {
		this.lignes = lignes;
		this.valeurs = valeurs;
		this.listes = listes;
		this.rangs = rangs;
	}

	void ecrire(Table table, int ligne) {
		String[] rangee = new String[table.colonnes().size()];
		boolean gardee = true;
		for (int i = 0; i < rangee.length; i++) {
			Colonne colonne = table.colonnes().get(i);
			String brut = brut(colonne);
			boolean tropLongue = tropLongue(colonne);
			rangee[i] = tropLongue ? ValueReader.tableau(List.of()) : ValueReader.lire(colonne.mapping(), brut);
			boolean illisible = tropLongue || (brut != null && rangee[i] == null);
			if (illisible || (rangee[i] == null && colonne.mapping().requis())) {
				gardee &= !colonne.mapping().requis();
				this.lignes.defaut(new Defaut(table.mapping().nom(), table.mapping().champ(colonne.mapping()),
						!illisible, colonne.mapping().requis(), ligne));
			}
		}
		if (gardee) {
			this.lignes.ligne(table.mapping(), rangee, this.rangs[table.compteur()], ligne);
		}
	}

	/**
	 * Whether this is a list with a value no format writes; it is then taken as empty.
	 */
	private boolean tropLongue(Colonne colonne) {
		return colonne.mapping().liste() && ValueReader.tropLongue(this.listes.get(colonne.cases()[0]));
	}

	private String brut(Colonne colonne) {
		if (colonne.mapping().constante() != null) {
			return colonne.mapping().constante();
		}
		if (colonne.compteur() >= 0) {
			return Long.toString(this.rangs[colonne.compteur()]);
		}
		if (colonne.mapping().liste()) {
			return ValueReader.tableau(this.listes.get(colonne.cases()[0]));
		}
		for (int place : colonne.cases()) {
			if (this.valeurs[place] != null) {
				return this.valeurs[place];
			}
		}
		return null;
	}

}
