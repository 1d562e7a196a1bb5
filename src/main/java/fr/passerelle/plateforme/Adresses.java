package fr.passerelle.plateforme;

import java.util.List;
import java.util.stream.Stream;

/** The addresses of the broker (contract, section 4) and where their lost messages go. */
final class Adresses {

	static final String LETTRES_MORTES = "passerelle.depots.lettres-mortes";

	static final String EXPIRES = "passerelle.expires";

	/** Files handed in by message; and one's own queue for a sender, under it. */
	static final String ENTREE = "passerelle.depots.entree";

	/** Queues: a message for one reader. */
	static final List<String> FILES = Stream
		.of(Stream.of("passerelle.depots", ENTREE, "passerelle.projections", "passerelle.synchronisations",
				LETTRES_MORTES, EXPIRES),
				Stream.of("format", "annee", "etablissement", "groupe", "eleve", "prerequis", "systeme")
					.map("passerelle.erreurs."::concat))
		.flatMap((names) -> names)
		.toList();

	/** Topics: a message for every subscriber. */
	static final List<String> EVENEMENTS = List.of("passerelle.evenements.ent", "passerelle.evenements.lsu",
			"passerelle.evenements.coherence");

	private Adresses() {
	}

	static List<String> toutes() {
		return Stream.concat(FILES.stream(), EVENEMENTS.stream()).toList();
	}

}
