package fr.passerelle.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.Depot;
import fr.passerelle.journal.Prerequis;
import fr.passerelle.journal.Transition;
import fr.passerelle.securite.Perimetre;
import io.swagger.v3.oas.annotations.media.Schema;

/** A deposit on the wire (contract §3). The number is text: it is read, not counted. */
@Schema(name = "Depot", description = "Un fichier pris par la passerelle")
record DepotJson(String numero, String uai, String flux, String fichier, long taille, String empreinte,
		String millesime, Integer anneeScolaire, LocalDateTime horodatage, String etat, Instant deposeLe,
		Instant traiteLe, String canal, String deposant, String doublonDe, boolean force, boolean confirme,
		List<Prerequis> prerequis, @JsonInclude(JsonInclude.Include.NON_NULL) CompteRendu.Refus refus,
		@JsonInclude(JsonInclude.Include.NON_NULL) List<TransitionJson> transitions) {

	static DepotJson de(Depot depot, Perimetre perimetre) {
		return de(depot, perimetre, null, null);
	}

	/** What a file of another school says about that school is not passed on. */
	static DepotJson de(Depot depot, Perimetre perimetre, CompteRendu.Refus refus, List<Transition> transitions) {
		boolean visible = perimetre.voit(depot.uai());
		return new DepotJson(depot.numero().toString(), visible ? depot.uai() : null, visible ? depot.flux() : null,
				depot.fichier(), depot.taille(), depot.empreinte(), visible ? depot.millesime() : null,
				visible ? depot.anneeScolaire() : null, visible ? depot.horodatage() : null, depot.etat().code(),
				depot.deposeLe(), depot.traiteLe(), depot.canal(), depot.deposant(),
				(visible && depot.doublonDe() != null) ? depot.doublonDe().toString() : null, depot.force(),
				depot.confirme(), depot.prerequis(), refus,
				(transitions != null) ? transitions.stream().map(TransitionJson::de).toList() : null);
	}

	/** A change of state on the wire. */
	@Schema(name = "Transition")
	record TransitionJson(String etat, Instant le, String acteur, String motif) {

		static TransitionJson de(Transition transition) {
			return new TransitionJson(transition.etat().code(), transition.le(), transition.acteur(),
					transition.motif());
		}

	}

}
