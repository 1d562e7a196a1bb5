package fr.passerelle.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.passerelle.mapping.SourceMapping.TableMapping;

/** Rows and faults as words: table, rank, then name=value in the order of the columns. */
final class RecordingLignes implements Lignes {

	final List<String> rangees = new ArrayList<>();

	final List<Defaut> defauts = new ArrayList<>();

	@Override
	public void ligne(TableMapping table, String[] valeurs, long rang, int ligne) {
		List<String> mots = new ArrayList<>(List.of(table.nom(), Long.toString(rang)));
		for (int i = 0; i < valeurs.length; i++) {
			mots.add(table.colonnes().get(i).nom() + "=" + valeurs[i]);
		}
		Arrays.fill(valeurs, null);
		this.rangees.add(String.join(" ", mots));
	}

	@Override
	public void defaut(Defaut defaut) {
		this.defauts.add(defaut);
	}

}
