package fr.passerelle.controle;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Titre;

/** Which flow a document is, by its content and never by its name alone. */
record Reconnaissance(Mappings mappings) {

	Optional<SourceMapping> flux(Lu lu) {
		return this.mappings.sources()
			.stream()
			.filter((source) -> source.estCsv() ? aSesTitres(source, lu)
					: source.racines().contains(lu.racine()) && !autreFlux(source, lu))
			.findFirst();
	}

	/** What to say of a document of no flow. */
	static Constat refus(Lu lu) {
		return lu.titres().isEmpty() ? Constat.de(Codes.INCONNU, "variante", "xml-inconnu")
				: Constat.de(Codes.INCONNU, "variante", "titres", "titres", String.join(", ", lu.titres()));
	}

	/** Another flow may have the same titles and one more. */
	private static boolean aSesTitres(SourceMapping source, Lu lu) {
		Set<String> titres = lu.titres().stream().map(Titre::normaliser).collect(Collectors.toSet());
		return titres.containsAll(source.titres())
				&& source.sansElement().stream().map(Titre::normaliser).noneMatch(titres::contains);
	}

	/** Another flow may have the same root and other blocks. */
	private static boolean autreFlux(SourceMapping source, Lu lu) {
		return source.sansElement().stream().anyMatch(lu.comptes()::containsKey);
	}

}
