package fr.passerelle.route;

import fr.passerelle.noyau.ReglageFaux;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the files of {@code routes/} cannot be put in force, and says why. */
class RefusedRoutesException extends ReglageFaux {

	private final transient List<RouteFault> fautes;

	RefusedRoutesException(List<RouteFault> fautes) {
		super("Les routes sont refusées :"
				+ fautes.stream().map((faute) -> "\n  - " + faute).collect(Collectors.joining()));
		this.fautes = List.copyOf(fautes);
	}

	RefusedRoutesException(String fichier, String texte) {
		this(List.of(new RouteFault(fichier, 0, texte)));
	}

	List<RouteFault> fautes() {
		return this.fautes;
	}

}
