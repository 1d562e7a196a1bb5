package fr.passerelle.api;

import java.net.URI;
import java.util.List;
import java.util.Map;

import fr.passerelle.lsu.Consultation;
import fr.passerelle.lsu.LsuRefus;
import fr.passerelle.lsu.Synchronisations;
import fr.passerelle.lsu.Synchronisations.Declencheur;
import fr.passerelle.noyau.Constat;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Synchronisations of the LSU: launched, followed, read again. */
@RestController
@RequestMapping("/api/v1/etablissements/{uai}/lsu/synchronisations")
@Tag(name = "LSU", description = "Livret scolaire unique : périodes, bilans, synchronisations")
class SynchronisationsController {

	private final Synchronisations synchronisations;

	private final Consultation consultation;

	private final LivretsVisibles livrets;

	SynchronisationsController(Synchronisations synchronisations, Consultation consultation, LivretsVisibles livrets) {
		this.synchronisations = synchronisations;
		this.consultation = consultation;
		this.livrets = livrets;
	}

	@PostMapping
	@Reserve(Action.TENIR_LIVRET)
	@Operation(summary = "Lancer une synchronisation du LSU",
			description = """
					Réservé au chef d'établissement (2D) et au directeur d'école (1D). Répond tout de suite ; l'avancement et les lignes \
					du compte rendu se lisent à l'adresse de la synchronisation. 409 si une autre est en cours ; 422 si aucune classe n'est \
					choisie, si une classe est inconnue ou, dans une école, si les périodes d'une classe ne sont pas paramétrées.""")
	ResponseEntity<Consultation.Synchronisation> lancer(@PathVariable String uai, @RequestBody Demande demande,
			@AuthenticationPrincipal Compte compte) {
		this.livrets.tenir(uai, compte);
		Synchronisations.Lancement lancement = lancer(uai, demande, compte.utilisateur());
		if (!lancement.refus().isEmpty()) {
			throw refusee(lancement);
		}
		return ResponseEntity.status(HttpStatus.ACCEPTED)
			.location(URI.create("/api/v1/etablissements/" + uai + "/lsu/synchronisations/" + lancement.id()))
			.body(synchronisation(uai, lancement.id()));
	}

	private Synchronisations.Lancement lancer(String uai, Demande demande, String qui) {
		try {
			return this.synchronisations.lancer(uai, demande.voulue(), Declencheur.MANUEL, qui);
		}
		catch (LsuRefus refus) {
			throw this.livrets.refus(refus);
		}
	}

	/** Every class without periods has its line. */
	private DemandeRefusee refusee(Synchronisations.Lancement lancement) {
		ProblemDetail probleme = this.livrets.probleme(HttpStatus.UNPROCESSABLE_ENTITY, lancement.refus().get(0));
		probleme.setProperty("synchronisation", lancement.id());
		probleme.setProperty("messages", lancement.refus().stream().map(this::ligne).toList());
		return new DemandeRefusee(probleme);
	}

	private Map<String, String> ligne(Constat constat) {
		return Map.of("statut", "ERREUR", "texte", this.livrets.texte(constat).titre());
	}

	@GetMapping
	@Reserve(Action.LIRE)
	@Operation(summary = "Les synchronisations d'un établissement, la dernière d'abord, sans leurs lignes")
	Liste<Consultation.Synchronisation> lister(@PathVariable String uai, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int taille, @AuthenticationPrincipal Compte compte) {
		this.livrets.voir(uai, compte);
		Pagination voulue = new Pagination(page, taille);
		return new Liste<>(this.consultation.synchronisations(uai, voulue.page() * voulue.taille(), voulue.taille()),
				this.consultation.nombre(uai), page, taille);
	}

	@GetMapping("/{id}")
	@Reserve(Action.LIRE)
	@Operation(summary = "Une synchronisation : avancement et lignes du compte rendu",
			description = """
					« avancement » va de 0 à 100 sans jamais diminuer ; 100 quand le compte rendu est complet. Les lignes qui nomment un \
					dispositif ne sont lues que de qui tient le livret.""")
	Consultation.Synchronisation lire(@PathVariable String uai, @PathVariable long id,
			@AuthenticationPrincipal Compte compte) {
		this.livrets.voir(uai, compte);
		Consultation.Synchronisation lue = synchronisation(uai, id);
		return compte.peut(Action.TENIR_LIVRET) ? lue : lue.sansDispositifs();
	}

	private Consultation.Synchronisation synchronisation(String uai, long id) {
		return this.consultation.synchronisation(uai, id).orElseThrow(DemandeRefusee::introuvable);
	}

	/** What to synchronise. */
	@Schema(name = "DemandeDeSynchronisation")
	record Demande(@Schema(
			description = "Codes des divisions ; pour une école, identifiants ONDE ou libellés") List<String> divisions,
			@Schema(description = "Toutes les classes, au lieu de « divisions »") boolean toutes,
			@Schema(description = "Numéros de bilans verrouillés à déverrouiller, synchroniser et verrouiller de nouveau") List<Long> reverrouiller) {

		Synchronisations.Demande voulue() {
			List<String> choisies = (this.divisions != null) ? this.divisions : List.of();
			return new Synchronisations.Demande(this.toutes ? null : choisies, this.reverrouiller);
		}

	}

}
