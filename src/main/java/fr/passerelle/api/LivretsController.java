package fr.passerelle.api;

import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.passerelle.lsu.Bilans;
import fr.passerelle.lsu.BilansVus;
import fr.passerelle.lsu.Consultation;
import fr.passerelle.lsu.LsuRefus;
import fr.passerelle.lsu.Periodes;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The report books of a school: state, periods, bilans and their locks. */
@RestController
@RequestMapping("/api/v1/etablissements/{uai}/lsu")
@Tag(name = "LSU")
class LivretsController {

	private final Consultation consultation;

	private final BilansVus vus;

	private final Periodes periodes;

	private final Bilans bilans;

	private final LivretsVisibles livrets;

	LivretsController(Consultation consultation, BilansVus vus, Periodes periodes, Bilans bilans,
			LivretsVisibles livrets) {
		this.consultation = consultation;
		this.vus = vus;
		this.periodes = periodes;
		this.bilans = bilans;
		this.livrets = livrets;
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Où en est le LSU d'un établissement : classes, périodes, bilans, derniers exports reçus")
	Consultation.Etat etat(@PathVariable String uai, @AuthenticationPrincipal Compte compte) {
		this.livrets.voir(uai, compte);
		return this.consultation.etat(uai).orElseThrow(DemandeRefusee::introuvable);
	}

	@PutMapping("/periodes")
	@Reserve(Action.DECIDER)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Paramétrer les périodes de classes, et d'où viennent leurs bilans")
	void regler(@PathVariable String uai, @RequestBody Reglage reglage, @AuthenticationPrincipal Compte compte) {
		this.livrets.voir(uai, compte);
		reglage.verifier();
		faire(() -> this.periodes.regler(uai, reglage.anneeScolaire(), reglage.divisions(), reglage.modeSource().mode,
				reglage.periodes()));
	}

	@GetMapping("/bilans")
	@Reserve(Action.TENIR_LIVRET)
	@Operation(summary = "Les bilans d'un établissement, avec l'identité qu'ils montrent")
	Liste<BilansVus.Bilan> bilans(@PathVariable String uai, @RequestParam(required = false) String division,
			@RequestParam(required = false) String eleve, @AuthenticationPrincipal Compte compte) {
		this.livrets.tenir(uai, compte);
		return Liste.entiere(this.vus.bilans(uai, division, eleve));
	}

	@PostMapping("/bilans")
	@Reserve(Action.TENIR_LIVRET)
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Créer un bilan en saisie directe",
			description = """
					Un bilan périodique si « periode » est donnée, de fin de cycle si « cycle » l'est. Les enseignants des acquis sont ceux \
					des services de l'élève, les professeurs principaux ceux de sa division.""")
	Cree creer(@PathVariable String uai, @RequestBody Bilans.Saisie saisie, @AuthenticationPrincipal Compte compte) {
		this.livrets.tenir(uai, compte);
		if ((saisie.periode() == null) == (saisie.cycle() == null)) {
			throw DemandeRefusee.invalide("Donnez « periode » ou « cycle », l'un des deux.");
		}
		return new Cree(faire(() -> this.bilans.creer(uai, saisie)));
	}

	@PostMapping("/bilans/verrouiller")
	@Reserve(Action.TENIR_LIVRET)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(
			summary = "Verrouiller des bilans : ils gardent l'identité, l'établissement, le libellé et les noms de ce moment")
	void verrouiller(@PathVariable String uai, @RequestBody Choix choix, @AuthenticationPrincipal Compte compte) {
		this.livrets.tenir(uai, compte);
		faire(() -> this.bilans.verrouiller(uai, choix.exiger()));
	}

	@PostMapping("/bilans/deverrouiller")
	@Reserve(Action.TENIR_LIVRET)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Déverrouiller des bilans saisis directement ; les bilans importés se réimportent")
	void deverrouiller(@PathVariable String uai, @RequestBody Choix choix, @AuthenticationPrincipal Compte compte) {
		this.livrets.tenir(uai, compte);
		faire(() -> this.bilans.deverrouiller(uai, choix.exiger()));
	}

	private void faire(Runnable travail) {
		faire(() -> {
			travail.run();
			return null;
		});
	}

	private <T> T faire(Supplier<T> travail) {
		try {
			return travail.get();
		}
		catch (LsuRefus refus) {
			throw this.livrets.refus(refus);
		}
	}

	/** Where bilans come from, in the words of contract §3. */
	enum Source {

		/** Typed in the LSU. */
		@JsonProperty("saisie")
		SAISIE(Periodes.ModeSource.SAISIE_DIRECTE),
		/** From an editor's file. */
		@JsonProperty("import")
		IMPORT(Periodes.ModeSource.IMPORT);

		private final Periodes.ModeSource mode;

		Source(Periodes.ModeSource mode) {
			this.mode = mode;
		}

	}

	/** The periods of some classes. */
	@Schema(name = "ReglageDesPeriodes")
	record Reglage(Integer anneeScolaire, List<String> divisions, Source modeSource, List<Periodes.Periode> periodes) {

		void verifier() {
			if (this.anneeScolaire == null || this.divisions == null || this.modeSource == null
					|| this.periodes == null) {
				throw DemandeRefusee
					.invalide("« anneeScolaire », « divisions », « modeSource » et « periodes » sont demandés.");
			}
		}

	}

	/** Numbers of bilans. */
	@Schema(name = "ChoixDeBilans")
	record Choix(List<Long> bilans) {

		List<Long> exiger() {
			if (this.bilans == null || this.bilans.isEmpty()) {
				throw DemandeRefusee.invalide("« bilans » est la liste de leurs numéros.");
			}
			return this.bilans.stream().distinct().toList();
		}

	}

	/** The number of a new bilan. */
	@Schema(name = "BilanCree")
	record Cree(long id) {
	}

}
