package fr.passerelle.generateur;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a collège is divided: four levels, divisions of some 26 élèves, blocks of two. */
final class Structure {

	private static final double AU_PLUS_PAR_DIVISION = 27.0;

	private final Etablissement etablissement;

	private final Population population;

	Structure(Etablissement etablissement, Population population) {
		this.etablissement = etablissement;
		this.population = population;
	}

	Stream<Bloc> blocs() {
		return Stream.of(Niveau.values())
			.flatMap(
					(niveau) -> IntStream.range(0, (divisions(niveau) + 1) / 2).mapToObj((rang) -> bloc(niveau, rang)));
	}

	Bloc bloc(Niveau niveau, int rang) {
		int premiere = 2 * rang;
		int fin = Math.min(premiere + 2, divisions(niveau));
		List<Division> divisions = IntStream.range(premiere, fin)
			.mapToObj((numero) -> new Division(niveau, numero, premierOrdre(niveau) + numero))
			.toList();
		List<Integer> debuts = IntStream.rangeClosed(premiere, fin)
			.mapToObj((numero) -> debut(niveau, numero))
			.toList();
		return new Bloc(divisions, debuts, this.population);
	}

	int divisions() {
		return Stream.of(Niveau.values()).mapToInt(this::divisions).sum();
	}

	/** The division of this rank in the school. */
	Division division(int ordre) {
		int numero = ordre;
		int niveau = 0;
		while (numero >= divisions(Niveau.values()[niveau])) {
			numero -= divisions(Niveau.values()[niveau++]);
		}
		return new Division(Niveau.values()[niveau], numero, ordre);
	}

	private int divisions(Niveau niveau) {
		return (int) Math.ceil(taille(niveau) / AU_PLUS_PAR_DIVISION);
	}

	private int premierOrdre(Niveau niveau) {
		return Stream.of(Niveau.values()).limit(niveau.ordinal()).mapToInt(this::divisions).sum();
	}

	private int taille(Niveau niveau) {
		return debut(niveau.ordinal() + 1) - debut(niveau.ordinal());
	}

	private int debut(int niveau) {
		return (int) ((long) this.etablissement.effectif() * niveau / Niveau.values().length);
	}

	private int debut(Niveau niveau, int division) {
		return debut(niveau.ordinal()) + (int) ((long) taille(niveau) * division / divisions(niveau));
	}

}
