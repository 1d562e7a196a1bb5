package fr.passerelle.catalogue;

import java.util.List;

import fr.passerelle.mapping.FichierEtranger;
import fr.passerelle.mapping.Mappings;

/**
 * The texts of the files that are not for the hub: variants of one refusal, whose title
 * says {@code {genre}}.
 */
final class ReglesEtrangers {

	private static final String GENRE = "{genre}";

	private ReglesEtrangers() {
	}

	static List<Regle> lire(Mappings mappings, Regle refus) {
		return mappings.etrangers().stream().map((etranger) -> regle(etranger, refus)).toList();
	}

	private static Regle regle(FichierEtranger etranger, Regle refus) {
		String titre = refus.titre().replace(GENRE, etranger.libelle());
		return new Regle(refus.code(), etranger.genre(), refus.famille(), titre, refus.effet(), refus.file(), titre,
				refus.cause(), etranger.correction());
	}

}
