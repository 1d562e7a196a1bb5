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
	Constat refus(Lu lu) {
		if (this.mappings.sources().stream().anyMatch((source) -> source.racines().contains(lu.racine()))) {
			return Constat.de(Codes.INCONNU, "genre", "un fichier PRIVE (dossiers d'élèves depuis un logiciel privé)",
					"conseil", "Pour les liens élèves-groupes, utilisez dans PRONOTE Fichier > SIECLE > "
							+ "Exporter les liens élèves/groupes.");
		}
		if (!lu.titres().isEmpty()) {
			return Constat.de(Codes.INCONNU, "genre", "un fichier texte de tableur (CSV)", "conseil",
					"Refaites l'extraction depuis ONDE, sans en changer les titres. Titres lus : "
							+ String.join(", ", lu.titres()) + ".");
		}
		return Genres.libelle(lu.racine())
			.map((genre) -> Constat.de(Codes.NON_PRIS, "genre", genre))
			.orElseGet(() -> Constat.de(Codes.INCONNU, "genre", "un fichier XML d'une autre application", "conseil",
					"Déposez le fichier tel que SIECLE, STS-WEB, EDT, PRONOTE ou ONDE l'a produit."));
	}

	/** Another flow may have the same titles and one more. */
	private static boolean aSesTitres(SourceMapping source, Lu lu) {
		Set<String> titres = lu.titres().stream().map(Titre::normaliser).collect(Collectors.toSet());
		return titres.containsAll(source.titres())
				&& source.sansElement().stream().map(Titre::normaliser).noneMatch(titres::contains);
	}

	/** The sister flow has the same root: its blocks, its version or its name tell. */
	private static boolean autreFlux(SourceMapping source, Lu lu) {
		if (source.sansElement().isEmpty()) {
			return false;
		}
		return source.sansElement().stream().anyMatch(lu.comptes()::containsKey)
				|| lu.attributs().getOrDefault("VERSION", "").startsWith("3.")
				|| lu.fichier().matches("\\d{7}[A-Z]PRIVE\\d{4}.*");
	}

}
