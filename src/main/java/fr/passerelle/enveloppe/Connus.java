package fr.passerelle.enveloppe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.passerelle.mapping.FichierEtranger;
import fr.passerelle.mapping.MappingFaux;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.noyau.RefusException;

/**
 * What {@code mappings/} knows of files: by what those of the sources are recognised, and
 * those that are not for us.
 *
 * @param racines local names of the roots of the sources
 * @param titres normalised titles of columns of the sources that are CSV
 * @param etrangers the files that are not for us
 */
record Connus(Set<String> racines, Set<String> titres, List<FichierEtranger> etrangers) {

	Connus {
		racines = Set.copyOf(racines);
		titres = Set.copyOf(titres);
		etrangers = List.copyOf(etrangers);
	}

	static Connus de(Mappings mappings) {
		Set<String> decrits = mappings.etrangers().stream().map(FichierEtranger::genre).collect(Collectors.toSet());
		Stream.of(Genre.values()).map(Genre::code).filter(Predicate.not(decrits::contains)).forEach((code) -> {
			throw new MappingFaux("nomenclatures/fichiers-etrangers.yaml",
					"le genre « " + code + " », que le hub reconnaît à ses octets, n'y est pas décrit");
		});
		return new Connus(mappings.racines(),
				mappings.sources()
					.stream()
					.flatMap((source) -> source.titres().stream())
					.collect(Collectors.toUnmodifiableSet()),
				mappings.etrangers());
	}

	/** Refuses a root that no source reads, and a known one that carries another flow. */
	void verifierRacine(String racine, Map<String, String> attributs, String fichier) {
		refuser((etranger) -> etranger.aLaRacine(racine, attributs, fichier));
		if (!this.racines.contains(racine)) {
			throw inconnu(fichier, Genre.XML_INCONNU);
		}
	}

	/** Refuses a document whose blocks tell another flow than the source of its root. */
	void verifierBlocs(Faits faits) {
		refuser((etranger) -> etranger.aUnBloc(faits.racine(), faits.comptes().keySet()));
	}

	/** Refuses a text the titles of which are those of no source. */
	void verifierTitres(Set<String> lus, String fichier, Genre sinon) {
		refuser((etranger) -> etranger.aLesTitres(lus));
		if (lus.stream().noneMatch(this.titres::contains)) {
			throw inconnu(fichier, sinon);
		}
	}

	/** Refuses an archive the documents of which are those of another application. */
	void verifierEntrees(List<String> noms) {
		refuser((etranger) -> etranger.aLesEntrees(noms));
	}

	/**
	 * The refusal of a content that is none of ours: its name may tell what it is, else
	 * this kind.
	 */
	RefusException inconnu(String fichier, Genre sinon) {
		return this.etrangers.stream()
			.filter((etranger) -> etranger.aLeNom(fichier))
			.findFirst()
			.map((etranger) -> Refus.genre(etranger.genre()))
			.orElseGet(() -> Refus.genre(sinon));
	}

	private void refuser(Predicate<FichierEtranger> est) {
		this.etrangers.stream().filter(est).findFirst().ifPresent((etranger) -> {
			throw Refus.genre(etranger.genre());
		});
	}

}
