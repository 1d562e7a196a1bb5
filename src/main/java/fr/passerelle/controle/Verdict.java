package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.List;

import fr.passerelle.noyau.Constat;

/**
 * What the hub thinks of a document. Everything but the lists may be null when it could
 * not be read; a file that the account may not see is not described at all.
 *
 * @param flux what it is
 * @param uai the school it is about
 * @param millesime the year written in it
 * @param anneeScolaire the hub's year
 * @param horodatage moment of the export, local time of the school
 * @param refus every reason to refuse it, the most upstream first; empty: accepted
 * @param perime whether a more recent one was already applied
 * @param remarques what the sender should know although it is accepted
 */
public record Verdict(String flux, String uai, String millesime, Integer anneeScolaire, LocalDateTime horodatage,
		List<Constat> refus, boolean perime, List<Constat> remarques) {

	public Verdict {
		refus = List.copyOf(refus);
		remarques = List.copyOf(remarques);
	}

	/** The verdict on a file that could not even be opened. */
	public static Verdict illisible(String uaiAnnonce, Constat motif) {
		return new Verdict(null, uaiAnnonce, null, null, null, List.of(motif), false, List.of());
	}

	/** Than what, of a verdict out of date. */
	Constat plusAncien() {
		return this.remarques.stream()
			.filter((remarque) -> remarque.code().equals(Codes.PLUS_ANCIEN))
			.findFirst()
			.orElseThrow();
	}

	public boolean accepte() {
		return this.refus.isEmpty();
	}

}
